import { applyCorrections, corrections } from '../../shared/document/corrections';
import { documentPieces, type KanwuDocument, workingText } from '../../shared/document/document';
import { TorturedEditing } from './torturedEditing';

const LARGEST = 4000;

/** What a run did and how it ended. */
export interface TortureReport {
  readonly operations: number;
  readonly counts: Readonly<Record<string, number>>;
  /** The first divergence from the reference or broken invariant, null where there was none. */
  readonly divergence: string | null;
}

/**
 * Makes random edits of a document and of the reference and compares the two after each. Seeded: the same seed does the
 * same. `every` operations the whole document is checked, too.
 */
export function tortureOperations(text: string, operations: number, seed: number, every = 20): TortureReport {
  const run = new Run(text, seed);
  for (let n = 0; n < operations; n++) {
    const name = run.step();
    const wrong =
      run.reference.compare(run.session.document) ?? (n % every === 0 ? unsound(run.session.document) : null);
    if (wrong !== null) {
      return {
        operations: n + 1,
        counts: run.counts,
        divergence: `operation ${n} (${name}, seed ${seed}): ${wrong}`,
      };
    }
  }
  return { operations, counts: run.counts, divergence: unsound(run.session.document) };
}

class Run extends TorturedEditing {
  readonly counts: Record<string, number> = {};

  step(): string {
    const grown = workingText(this.session.document).length > LARGEST;
    const name: Operation = this.random.pick(grown ? (['cut', 'cut', 'undo'] as const) : OPERATIONS);
    this.counts[name] = (this.counts[name] ?? 0) + 1;
    this[name]();
    return name;
  }
}

type Operation = Exclude<{ [K in keyof Run]: Run[K] extends () => void ? K : never }[keyof Run], 'step'>;

/** The more often one stands here, the more often it is done. */
const OPERATIONS: readonly Operation[] = [
  ...(['type', 'type', 'type', 'type', 'compose', 'compose', 'cut', 'cut', 'over', 'paste'] as const),
  ...(['split', 'split', 'join', 'join', 'join', 'bulk', 'series', 'reopen', 'heading'] as const),
  ...([
    'tag',
    'tag',
    'tag',
    'tag',
    'retag',
    'undo',
    'undo',
    'undo',
    'redo',
    'redo',
    'saveAndReopen',
  ] as const),
  ...(['crash', 'crash', 'externalChange', 'import', 'deleteOrphan', 'place'] as const),
];

/** The invariants of `docs/architecture.md`; the first that does not hold. */
function unsound(document: KanwuDocument): string | null {
  const { source, blocks } = document;
  let at = 0;
  for (const piece of documentPieces(document)) {
    if (piece.from !== at) return `the pieces leave a gap before ${piece.from}`;
    at = piece.to;
  }
  if (at !== source.text.length) return 'the pieces do not reach the end of the source';
  if (new Set(blocks.map(({ id }) => id)).size !== blocks.length) return 'two blocks have one id';
  for (const { body, mentions } of blocks) {
    if (/[\n\r]/.test(body.text)) return 'a block holds a line break';
    for (const m of mentions) {
      if (m.start < 0 || m.start >= m.end || m.end > body.text.length)
        return `mention ${m.id} is out of its block`;
    }
  }
  const again = applyCorrections(source.text, corrections(document));
  return again === workingText(document) ? null : 'the corrections do not give the working text';
}
