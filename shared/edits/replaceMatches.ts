import { type Block, reclassify } from '../document/block';
import { type Change, NO_CHANGE, type Patch } from '../document/change';
import { blockAt, type KanwuDocument } from '../document/document';
import { mapMentions } from '../document/mention';
import { partBlock } from '../document/parse';
import type { Origin } from '../document/piece';
import { concatRuns, cutRun, type Run, runOf } from '../document/run';
import { absorbMarker } from './absorbMarker';
import type { EditContext } from './context';

/** `[start, end)` of one block's text becomes `text`, which may hold line breaks. Never empty, never within a pair. */
export interface Replacement {
  readonly index: number;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * Makes many replacements as one change, a patch per block. `list` in document order and disjoint, a RangeError
 * otherwise. Text, markup and mentions are then what `replaceText` makes of them one by one from the end; each
 * replacement is a correction of its own. Linear in the pieces of the blocks concerned.
 */
export function replaceMatches(
  document: KanwuDocument,
  list: readonly Replacement[],
  origin: Origin,
  context: EditContext,
): Change {
  if (list.length === 0) return NO_CHANGE;
  const patches: Patch[] = [];
  for (let n = 0; n < list.length; ) {
    const at = list[n]?.index ?? 0;
    let to = n;
    while (list[to]?.index === at) to++;
    const block = blockAt(document, at);
    const after = replacedBlock(block, list.slice(n, to), document.source.text, origin);
    patches.push({
      at,
      before: [block],
      after: partBlock(absorbMarker(after, document.source.text), context.ids),
    });
    n = to;
  }
  return { patches, decisions: [] };
}

function replacedBlock(block: Block, list: readonly Replacement[], source: string, origin: Origin): Block {
  const runs: Run[] = [];
  let rest = block.body;
  let at = 0;
  for (const { start, end, text } of list) {
    const [kept, from] = cutRun(rest, start - at);
    const [gone, tail] = cutRun(from, end - start);
    const first = gone.pieces[0];
    const last = gone.pieces[gone.pieces.length - 1];
    if (start < at || !first || !last) throw new RangeError('Replacements must be disjoint and not empty.');
    runs.push(kept, runOf([{ from: first.from, to: last.to, text, origin }], source));
    rest = tail;
    at = end;
  }
  runs.push(rest);
  const body = concatRuns(runs, source);
  // From the end, so that the offsets of what is still to map hold.
  const mentions = list.reduceRight(
    (mapped, { start, end, text }) => mapMentions(mapped, start, end, text.length),
    block.mentions,
  );
  return {
    ...block,
    kind: reclassify(block.kind, block.body.text, block.marker.text, body.text),
    body,
    mentions,
  };
}
