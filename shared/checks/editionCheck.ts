import type { Block } from '../document/block';
import type { KanwuDocument } from '../document/document';
import { normalFormKind } from '../document/tagset';
import type { PlacedFinding } from '../edits/deciding';
import { allMentions } from '../edits/tagging';
import { type LossPlace, MOST_EXAMPLES } from '../exports/exportFormat';
import { unpairedMarks } from './unpairedMarks';

/** What an editor may want to settle before an edition goes out. */
export const CHECK_KINDS = ['findings', 'unpaired', 'headings', 'twoTypes', 'normal', 'orphans'] as const;
export type CheckKind = (typeof CHECK_KINDS)[number];

export interface CheckItem {
  readonly kind: CheckKind;
  readonly count: number;
  /** The first few, at most `MOST_EXAMPLES`. */
  readonly places: readonly LossPlace[];
}

export interface CheckMatter {
  readonly document: KanwuDocument;
  /** Findings not yet decided; null where no detector has looked, and nothing is said of them. */
  readonly findings: readonly PlacedFinding[] | null;
}

/** Blocks and mentions looked at between two yields. */
const STEP = 500;

/**
 * What is not settled yet, in the order of {@link CHECK_KINDS}; kinds without a case are left out. Nothing of it stands
 * in the way of an export. Yields now and then so that a window stays alive. O(text + mentions).
 */
export function* editionCheck({ document, findings }: CheckMatter): Generator<void, CheckItem[]> {
  const items = new Map<CheckKind, { count: number; places: LossPlace[] }>();
  const add = (kind: CheckKind, place: LossPlace) => {
    const item = items.get(kind) ?? { count: 0, places: [] };
    item.count++;
    if (item.places.length < MOST_EXAMPLES) item.places.push(place);
    items.set(kind, item);
  };
  for (const placed of findings ?? []) add('findings', findingPlace(document, placed));
  let steps = 0;
  for (const [index, block] of document.blocks.entries()) {
    for (const { start, end } of unpairedMarks(block, document.blocks[index + 1])) {
      add('unpaired', placeOf(block, start, end));
    }
    if (++steps % STEP === 0) yield;
  }
  const byText = new Map<string, Map<string, LossPlace>>();
  for (const { block, mention } of allMentions(document)) {
    const place = placeOf(block, mention.start, mention.end);
    if (block.kind === 'heading') add('headings', place);
    if (mention.normal === undefined && normalFormKind(document.tagset, mention.type) !== null) {
      add('normal', place);
    }
    const types = byText.get(place.text) ?? new Map<string, LossPlace>();
    if (!types.has(mention.type)) types.set(mention.type, place);
    byText.set(place.text, types);
    if (++steps % STEP === 0) yield;
  }
  for (const [text, types] of byText) {
    if (types.size < 2) continue;
    // The type met last is the likelier slip: the first was a decision about the name.
    const last = [...types.values()].at(-1);
    if (last) add('twoTypes', { ...last, text: `${text} (${[...types.keys()].join(', ')})` });
  }
  for (const { text } of document.orphans) add('orphans', { block: null, start: 0, end: 0, text });
  return CHECK_KINDS.flatMap(kind => {
    const item = items.get(kind);
    return item ? [{ kind, ...item }] : [];
  });
}

function placeOf(block: Block, start: number, end: number): LossPlace {
  return { block: block.id, start, end, text: block.body.text.slice(start, end) };
}

/** UTF-16 code units shown on either side of a break. */
const AROUND = 8;

function findingPlace(document: KanwuDocument, { finding, first, last }: PlacedFinding): LossPlace {
  const block = document.blocks[first];
  const text = block?.body.text ?? '';
  if (finding.kind !== 'break') {
    const { start, end } = finding;
    return { block: finding.block, start, end, text: text.slice(start, end) };
  }
  const after = document.blocks[last]?.body.text.slice(0, AROUND) ?? '';
  return {
    block: finding.block,
    start: text.length,
    end: text.length,
    text: `${text.slice(-AROUND)}⏎${after}`,
  };
}
