import { type Block, reclassify } from '../document/block';
import { blockChange, type Change, NO_CHANGE } from '../document/change';
import {
  blockAt,
  compareSpots,
  type KanwuDocument,
  lastEnd,
  outOfPair,
  type Spot,
  sourceBefore,
} from '../document/document';
import { compareMentions, healMentions, type Mention, mapMentions, shiftMentions } from '../document/mention';
import { partBlock } from '../document/parse';
import type { Origin, Piece } from '../document/piece';
import { concatRuns, cutRun, EMPTY_RUN, type Run, runOf } from '../document/run';
import { absorbMarker } from './absorbMarker';
import type { EditContext } from './context';

/** A change and where the caret stands after it, in the changed document. */
export interface Edit {
  readonly change: Change;
  readonly caret: Spot;
}

/**
 * Replaces the text between two spots by `inserted`, which may hold line breaks. The one primitive under typing,
 * deleting, pasting, splitting and joining. Offsets inside a surrogate pair move out of it. Mentions follow by
 * `mapMention`. Over several blocks the first one's markup stays, unless nothing of its text does.
 */
export function replaceText(
  document: KanwuDocument,
  from: Spot,
  to: Spot,
  inserted: string,
  origin: Origin,
  context: EditContext,
): Edit {
  const [a, b] = compareSpots(from, to) <= 0 ? [from, to] : [to, from];
  const first = blockAt(document, a.index);
  const last = blockAt(document, b.index);
  const start = outOfPair(first.body.text, a.offset);
  const stop = outOfPair(last.body.text, b.offset);
  const here: Spot = { index: a.index, offset: start };
  if (a.index === b.index && start === stop && inserted === '') return { change: NO_CHANGE, caret: here };

  const source = document.source.text;
  const span = document.blocks.slice(a.index, b.index + 1);
  const merged = mergeSpan(document, span, a.index, start, stop, inserted, origin);
  const parts = partBlock(absorbMarker(merged.block, source), context.ids);
  const absorbed = parts.length > 0 && parts[0] ? markerGrowth(merged.block, parts[0]) : 0;
  return {
    change: blockChange({ at: a.index, before: span, after: parts }),
    caret: spotIn(parts, a.index, merged.caret - absorbed),
  };
}

interface Merged {
  readonly block: Block;
  /** Offset of the caret in the merged block's text. */
  readonly caret: number;
}

/** The blocks of `span` as one: text before `start` in the first, `inserted`, text after `stop` in the last. */
function mergeSpan(
  document: KanwuDocument,
  span: readonly Block[],
  index: number,
  start: number,
  stop: number,
  inserted: string,
  origin: Origin,
): Merged {
  const source = document.source.text;
  const first = span[0] as Block;
  const last = span[span.length - 1] as Block;
  const several = span.length > 1;
  const mentions = mergedMentions(span, start, stop, inserted.length);
  if (several && start === 0 && inserted === '') {
    return { block: lastOfSpan(span, stop, mentions, source, origin), caret: 0 };
  }
  const [head] = cutRun(first.body, start);
  const [, tail] = cutRun(last.body, stop);
  const removed = extent(piecesBetween(span, start, stop));
  const at = removed ? removed.from : sourcePositionBefore(document, index, head);
  const glue = runOf([{ from: at, to: removed ? removed.to : at, text: inserted, origin }], source);
  const body = concatRuns([head, glue, tail], source);
  return {
    block: {
      ...first,
      kind: reclassify(first.kind, first.body.text, first.marker.text, body.text),
      body,
      gap: last.gap,
      mentions: several ? healMentions(mentions, start, inserted.length) : mentions,
    },
    caret: start + inserted.length,
  };
}

/**
 * What is left when the deletion begins at the very start of the first block: the last one, with its own markup, so
 * that deleting a heading into a paragraph leaves a paragraph.
 */
function lastOfSpan(
  span: readonly Block[],
  stop: number,
  mentions: readonly Mention[],
  source: string,
  origin: Origin,
): Block {
  const first = span[0] as Block;
  const last = span[span.length - 1] as Block;
  const before = extent(
    span.slice(0, -1).flatMap(b => [...b.marker.pieces, ...b.body.pieces, ...b.gap.pieces]),
  );
  const [lost, tail] = cutRun(last.body, stop);
  const within = extent(lost.pieces);
  const gone = (range: Extent | null): Run =>
    range ? runOf([{ ...range, text: '', origin }], source) : EMPTY_RUN;
  return {
    ...last,
    id: first.id,
    marker: concatRuns([gone(before), last.marker], source),
    body: concatRuns([gone(within), tail], source),
    mentions,
  };
}

interface Extent {
  readonly from: number;
  readonly to: number;
}

/** The source range that consecutive pieces cover, null for no pieces. */
function extent(pieces: readonly Piece[]): Extent | null {
  const first = pieces[0];
  const last = pieces[pieces.length - 1];
  return first && last ? { from: first.from, to: last.to } : null;
}

/** Everything of the blocks that lies between `start` in the first and `stop` in the last, in order. */
function piecesBetween(span: readonly Block[], start: number, stop: number): Piece[] {
  const first = span[0] as Block;
  if (span.length === 1) {
    const [, rest] = cutRun(first.body, start);
    return [...cutRun(rest, stop - start)[0].pieces];
  }
  const pieces = [...cutRun(first.body, start)[1].pieces, ...first.gap.pieces];
  span.slice(1).forEach((block, n) => {
    pieces.push(...block.marker.pieces);
    if (n === span.length - 2) pieces.push(...cutRun(block.body, stop)[0].pieces);
    else pieces.push(...block.body.pieces, ...block.gap.pieces);
  });
  return pieces;
}

/** Source position just before what follows `head` in the block at `index`. */
function sourcePositionBefore(document: KanwuDocument, index: number, head: Run): number {
  return lastEnd(head) ?? lastEnd(blockAt(document, index).marker) ?? sourceBefore(document, index);
}

function mergedMentions(
  span: readonly Block[],
  start: number,
  stop: number,
  inserted: number,
): readonly Mention[] {
  const first = span[0] as Block;
  if (span.length === 1) return mapMentions(first.mentions, start, stop, inserted);
  const last = span[span.length - 1] as Block;
  // One coordinate for both: the last block's text after the first's and one place for all that lies between, so that an
  // edit reaching over it is nowhere within a mention of one of them.
  const joint = first.body.text.length + 1;
  const both = [...first.mentions, ...shiftMentions(last.mentions, joint)];
  return [...mapMentions(both, start, joint + stop, inserted)].sort(compareMentions);
}

function markerGrowth(before: Block, after: Block): number {
  return Math.max(0, after.marker.text.length - before.marker.text.length);
}

function spotIn(parts: readonly Block[], index: number, caret: number): Spot {
  let rest = Math.max(0, caret);
  for (let n = 0; n < parts.length - 1; n++) {
    const { body, gap } = parts[n] as Block;
    const next = parts[n + 1] as Block;
    // A caret in a separator belongs to the block after it.
    if (rest <= body.text.length && !(rest === body.text.length && gap.text === ''))
      return { index: index + n, offset: rest };
    rest = Math.max(0, rest - body.text.length - gap.text.length - next.marker.text.length);
  }
  return { index: index + parts.length - 1, offset: rest };
}
