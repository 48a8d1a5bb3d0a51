import type { Block } from '../document/block';
import { applyChange, type Change, NO_CHANGE, type Patch } from '../document/change';
import type { KanwuDocument } from '../document/document';
import type { Mention } from '../document/mention';
import type { EditContext } from './context';
import { acceptAll, type PlacedFinding } from './deciding';
import { mentionPatch } from './tagging';

/** A span to tag, offsets into the text of the block at `index`. */
export interface SpanToTag {
  readonly index: number;
  readonly start: number;
  readonly end: number;
  readonly type: string;
  /**
   * The suspected break that cuts the span in two: it is joined first. `end` then counts in the block after the break.
   */
  readonly join: PlacedFinding | null;
  /** Entry of the register that the mention refers to. */
  readonly entity?: string;
}

/**
 * Tags many spans as one change: a name wherever it stands, or suggestions accepted together. A span that is tagged
 * like this already stays as it is. Joins are made and recorded as accepted findings. O(blocks + spans).
 */
export function tagSpans(document: KanwuDocument, spans: readonly SpanToTag[], context: EditContext): Change {
  const added = new Map<number, Mention[]>();
  const joins = new Map<number, PlacedFinding>();
  const when = context.now();
  const add = (index: number, mention: Mention) => {
    const list = added.get(index);
    if (list) list.push(mention);
    else added.set(index, [mention]);
  };
  for (const { index, start, end, type, join, entity } of spans) {
    const make = (from: number, to: number): Mention => ({
      id: context.ids.next('m'),
      type,
      start: from,
      end: to,
      who: context.who,
      when,
      ...(entity === undefined ? {} : { entity }),
    });
    if (join === null) {
      add(index, make(start, end));
      continue;
    }
    // Two halves of one mention, as a split would leave them: the join makes them one again.
    const head = make(start, headEnd(document, join));
    add(join.first, head);
    add(join.last, { ...make(0, end), continues: head.id });
    joins.set(join.first, join);
  }
  const patches = [...added].flatMap(([index, mentions]) => patchOf(document, index, mentions));
  patches.sort((a, b) => a.at - b.at);
  if (patches.length === 0) return NO_CHANGE;
  const tagged: Change = { patches, decisions: [] };
  return joins.size === 0 ? tagged : withJoins(document, tagged, [...joins.values()], context);
}

function headEnd(document: KanwuDocument, { finding, first }: PlacedFinding): number {
  const length = document.blocks[first]?.body.text.length ?? 0;
  return finding.kind === 'break' && finding.dropHyphen ? length - 1 : length;
}

function patchOf(document: KanwuDocument, index: number, mentions: readonly Mention[]): readonly Patch[] {
  const block = document.blocks[index];
  const fresh = block ? mentions.filter(mention => !isThere(block, mention)) : [];
  return block && fresh.length > 0 ? [mentionPatch(block, index, [...block.mentions, ...fresh])] : [];
}

function isThere(block: Block, { type, start, end }: Mention): boolean {
  return block.mentions.some(m => m.type === type && m.start === start && m.end === end);
}

/** Tagging leaves every block in its place, so that the joins of the tagged document apply to this one as well. */
function withJoins(
  document: KanwuDocument,
  tagged: Change,
  joins: readonly PlacedFinding[],
  context: EditContext,
): Change {
  const inOrder = [...joins].sort((a, b) => a.first - b.first);
  const joined = acceptAll(applyChange(document, tagged), inOrder, context);
  const patches = joined.patches.map(({ at, before, after }) => ({
    at,
    before: document.blocks.slice(at, at + before.length),
    after,
  }));
  const joinedBlocks = new Set(patches.flatMap(({ at, before }) => before.map((_, n) => at + n)));
  const alone = tagged.patches.filter(({ at }) => !joinedBlocks.has(at));
  return {
    patches: [...patches, ...alone].sort((a, b) => a.at - b.at),
    decisions: joined.decisions,
  };
}
