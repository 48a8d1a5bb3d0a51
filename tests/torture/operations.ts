import { EditingSession } from '../../renderer/session/session';
import { readAnnotations } from '../../shared/annotation/readAnnotations';
import { annotationFileParts } from '../../shared/annotation/writeAnnotations';
import { applyCorrections, corrections } from '../../shared/document/corrections';
import {
  blockAt,
  documentPieces,
  type KanwuDocument,
  outOfPair,
  type Spot,
  workingText,
} from '../../shared/document/document';
import { idSource } from '../../shared/document/ids';
import { openSource } from '../../shared/document/parse';
import { originOf } from '../../shared/edits/context';
import { acceptAll, placeAt } from '../../shared/edits/deciding';
import { pasteText } from '../../shared/edits/paste';
import { replaceMatches } from '../../shared/edits/replaceMatches';
import { replaceText } from '../../shared/edits/replaceText';
import {
  joinBlocks,
  reopenSeam,
  seamsOf,
  setHeadingLevel,
  splitBlock,
  usualGap,
  usualJoin,
} from '../../shared/edits/structure';
import { addMention, changeMention } from '../../shared/edits/tagging';
import { type RandomNumbers, randomNumbers } from './randomNumbers';
import { Reference, type Splice, textStarts } from './reference';

const TYPED = ['好', '的', '，', 'x', '𠮷', 'é', '👩‍👩‍👧', ' ', '#', '\u202e', '\u200b'];
const COMPOSED = ['中国', '北京市', '发展', 'nihao', '𠮷野'];
const PASTED = ['第一段。\n第二段。', '中国银行', '# 标题\r\n正文', '\n\n', 'a\tb', '\ud800', '- 项\n- 项'];
const TYPES = ['PER', 'ORG', 'LOC'];
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

class Run {
  session: EditingSession;
  readonly reference: Reference;
  readonly counts: Record<string, number> = {};
  private readonly random: RandomNumbers;

  constructor(text: string, seed: number) {
    this.random = randomNumbers(seed);
    const ids = idSource();
    const source = {
      name: 'page.txt',
      text,
      encoding: 'utf-8',
      bom: false,
      newline: '\n',
      sha256: '0'.repeat(64),
    } as const;
    const document = openSource(source, ids);
    this.session = new EditingSession(document, ids, 'editor');
    this.reference = new Reference(document);
  }

  step(): string {
    const grown = workingText(this.session.document).length > LARGEST;
    const name: Operation = this.random.pick(grown ? (['cut', 'cut', 'undo'] as const) : OPERATIONS);
    this.counts[name] = (this.counts[name] ?? 0) + 1;
    this[name]();
    return name;
  }

  /** A spot anywhere, or just beside a mention's edge, where the rules are. */
  private spot(): Spot {
    const { document } = this.session;
    const index = this.random.below(document.blocks.length);
    const { body, mentions } = blockAt(document, index);
    const mention = this.random.next() < 0.5 ? mentions[this.random.below(mentions.length || 1)] : undefined;
    const offset = mention
      ? this.random.pick([mention.start, mention.end, mention.start + 1])
      : this.random.below(body.text.length + 1);
    return { index, offset: outOfPair(body.text, Math.min(offset, body.text.length)) };
  }

  private near({ index, offset }: Spot, reach: number): Spot {
    const { text } = blockAt(this.session.document, index).body;
    return { index, offset: outOfPair(text, Math.min(text.length, offset + this.random.below(reach))) };
  }

  private flat({ index, offset }: Spot): number {
    return (textStarts(this.session.document)[index] ?? 0) + offset;
  }

  /** The splices that replacing the text from one spot to a later one comes to. */
  private splices(from: Spot, to: Spot, text: string): Splice[] {
    const { document } = this.session;
    if (from.index === to.index || from.offset > 0 || text !== '') {
      return [{ from: this.flat(from), to: this.flat(to), text }];
    }
    // From the very start of a block to within another: the first goes with its markup, the last keeps its own.
    const first = this.flat(from) - blockAt(document, from.index).marker.text.length;
    const last = this.flat({ index: to.index, offset: 0 });
    const marker = blockAt(document, to.index).marker.text.length;
    return [
      { from: first, to: last - marker, text: '' },
      { from: last, to: this.flat(to), text: '' },
    ].filter(({ from: a, to: b }) => a < b);
  }

  private edit(label: string, change: Parameters<EditingSession['edit']>[1], list: readonly Splice[]): void {
    const before = this.session.getState().history;
    this.reference.remember();
    this.reference.splice(list);
    this.session.edit(label, change, { from: 'typing' });
    if (this.session.getState().history === before) this.reference.forget();
  }

  private replace(from: Spot, to: Spot, text: string, label: string): void {
    const { document } = this.session;
    const context = this.session.context();
    const { change } = replaceText(document, from, to, text, originOf(context, 'edit'), context);
    const list = this.splices(from, to, text);
    this.edit(label, change, list);
    if (from.index !== to.index) this.reference.heal(list[0]?.from ?? 0, text.length);
  }

  private between(): [Spot, Spot] {
    const a = this.spot();
    if (this.random.next() < 0.6) return [a, this.near(a, 8)];
    const index = Math.min(this.session.document.blocks.length - 1, a.index + 1 + this.random.below(3));
    const { text } = blockAt(this.session.document, index).body;
    return [
      a,
      index === a.index
        ? this.near(a, 8)
        : { index, offset: outOfPair(text, this.random.below(text.length + 1)) },
    ];
  }

  type(): void {
    const at = this.spot();
    this.replace(at, at, this.random.pick(TYPED), 'type');
  }

  /** What an input method does: a stretch is composed over, as one edit when it ends. */
  compose(): void {
    const from = this.spot();
    this.replace(from, this.near(from, 4), this.random.pick(COMPOSED), 'compose');
  }

  cut(): void {
    const [from, to] = this.between();
    this.replace(from, to, '', 'delete');
  }

  over(): void {
    const [from, to] = this.between();
    this.replace(from, to, this.random.pick(COMPOSED), 'type');
  }

  paste(): void {
    const { document } = this.session;
    const [from, to] = this.between();
    const text = this.random.pick(PASTED);
    const { change } = pasteText(document, from, to, { text, mentions: [] }, this.session.context());
    const written = text.replace(/\r\n|\r/g, '\n');
    const list = this.splices(from, to, written);
    this.edit('paste', change, list);
    if (from.index !== to.index) this.reference.heal(list[0]?.from ?? 0, written.length);
  }

  split(): void {
    const at = this.spot();
    const gap = usualGap(this.session.document);
    const { change } = splitBlock(this.session.document, at, this.session.context());
    this.edit('split', change, [{ from: this.flat(at), to: this.flat(at), text: gap }]);
  }

  join(): void {
    const { document } = this.session;
    const { index } = this.spot();
    const next = document.blocks[index + 1];
    if (!next) return;
    const { text } = blockAt(document, index).body;
    const join = usualJoin(text, next.body.text);
    const from = { index, offset: text.length - (join.dropHyphen ? 1 : 0) };
    const { change } = joinBlocks(document, index, join, this.session.context());
    const list = this.splices(from, { index: index + 1, offset: 0 }, join.glue);
    this.edit('join', change, list);
    this.reference.heal(list[0]?.from ?? 0, join.glue.length);
  }

  /** Many joins as one step, as after a preview. */
  bulk(): void {
    const { document } = this.session;
    const context = this.session.context();
    let last = -2;
    const placed = document.blocks.flatMap((block, index) => {
      const next = document.blocks[index + 1];
      // No two that share a block: the flat offsets of the second would not hold after the first.
      if (!next || index === last + 1 || this.random.below(3) > 0) return [];
      last = index;
      const found = placeAt(
        document,
        {
          kind: 'break',
          block: block.id,
          next: next.id,
          glue: '',
          dropHyphen: false,
          between: [],
          confidence: 1,
          reason: { en: 'x', zh: 'x' },
        },
        index,
      );
      return found ? [found] : [];
    });
    if (placed.length === 0) return;
    // One by one from the end, as the bulk is to come out.
    const change = acceptAll(document, placed, context);
    this.reference.remember();
    for (const { first } of [...placed].reverse()) {
      const end = blockAt(document, first).body.text.length;
      const list = this.splices({ index: first, offset: end }, { index: first + 1, offset: 0 }, '');
      this.reference.splice(list);
      this.reference.heal(list[0]?.from ?? 0, 0);
    }
    const before = this.session.getState().history;
    this.session.edit('acceptAll', change, { from: 'command' });
    if (this.session.getState().history === before) this.reference.forget();
  }

  series(): void {
    const { document } = this.session;
    const context = this.session.context();
    const list = document.blocks.flatMap(({ body }, index) => {
      const start = body.text.indexOf('的');
      return start < 0 ? [] : [{ index, start, end: start + 1, text: '地' }];
    });
    const splices = list.map(({ index, start, end, text }) => {
      const from = this.flat({ index, offset: start });
      return { from, to: from + end - start, text };
    });
    this.edit('series', replaceMatches(document, list, originOf(context, 'series'), context), splices);
  }

  reopen(): void {
    const { document } = this.session;
    const { index } = this.spot();
    const [seam] = seamsOf(blockAt(document, index));
    if (!seam) return;
    const { change } = reopenSeam(document, index, seam, this.session.context());
    const at = this.flat({ index, offset: seam.offset });
    const text = document.source.text.slice(seam.from, seam.to);
    this.edit('reopen', change, []);
    this.reference.reopen(at, seam.length, text);
  }

  heading(): void {
    const { document } = this.session;
    const { index } = this.spot();
    const block = blockAt(document, index);
    const change = setHeadingLevel(document, index, this.random.below(4), this.session.context());
    const after = change.patches[0]?.after[0];
    if (!after) return;
    const start = this.flat({ index, offset: 0 });
    const whole = block.marker.text + block.body.text;
    const now = after.marker.text + after.body.text;
    // Only the markup in front may have changed.
    const kept = Math.min(block.body.text.length, after.body.text.length);
    const text = now.slice(0, now.length - kept);
    this.edit('heading', change, [
      {
        from: start - block.marker.text.length,
        to: start - block.marker.text.length + whole.length - kept,
        text,
      },
    ]);
  }

  tag(): void {
    const { document } = this.session;
    const at = this.spot();
    const to = this.near(at, 9);
    const type = this.random.pick(TYPES);
    const { change, mention } = addMention(
      document,
      at.index,
      at.offset,
      to.offset,
      type,
      this.session.context(),
    );
    const before = this.session.getState().history;
    this.reference.remember();
    this.session.edit('tag', change);
    if (this.session.getState().history === before || !mention) {
      this.reference.forget();
      return;
    }
    const chosen = blockAt(document, at.index).body.text.slice(at.offset, to.offset);
    const start = this.flat(at) + chosen.length - chosen.trimStart().length;
    this.reference.mentions = [
      ...this.reference.mentions,
      { id: mention.id, type, start, end: start + chosen.trim().length, continues: undefined },
    ];
  }

  retag(): void {
    const { document } = this.session;
    const { index } = this.spot();
    const mention = blockAt(document, index).mentions[0];
    if (!mention) return;
    const type = this.random.next() < 0.3 ? null : this.random.pick(TYPES);
    const change = changeMention(document, index, mention.id, type === null ? null : { type });
    const before = this.session.getState().history;
    this.reference.remember();
    this.session.edit('retag', change);
    if (this.session.getState().history === before) {
      this.reference.forget();
      return;
    }
    this.reference.mentions = this.reference.mentions.flatMap(m =>
      m.id !== mention.id ? [m] : type === null ? [] : [{ ...m, type }],
    );
  }

  undo(): void {
    if (!this.reference.canUndo) return;
    this.reference.undo();
    this.session.undo();
  }

  redo(): void {
    if (!this.reference.canRedo) return;
    this.reference.redo();
    this.session.redo();
  }

  /** Saved, closed, and opened again from the file: the text, the corrections and the mentions are all there. */
  saveAndReopen(): void {
    const { document } = this.session;
    const extras = { generator: 'torture', saved: '2026-01-01T00:00:00.000Z', orphans: [] };
    const file = [...annotationFileParts(document, extras)].join('');
    const reading = readAnnotations(file, 'page.kanwu.json');
    if (reading.kind === 'failed') throw new Error(reading.error.message.en);
    const same = JSON.stringify(corrections(document)) === JSON.stringify(corrections(reading.document));
    if (!same) throw new Error('the corrections read back are others');
    if (reading.orphans.length > 0) throw new Error(`${reading.orphans.length} mentions had no place`);
    this.session = new EditingSession(reading.document, reading.ids, 'editor', reading.orphans);
    this.reference.reopened();
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
