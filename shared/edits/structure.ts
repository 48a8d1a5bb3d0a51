import { type Block, classify, headingLevel } from '../document/block';
import { blockChange, type Change, NO_CHANGE } from '../document/change';
import { blockAt, type KanwuDocument, type Spot } from '../document/document';
import { partBlock } from '../document/parse';
import { type Piece, pieceLength, pushPiece } from '../document/piece';
import { concatRuns, runOf } from '../document/run';
import { lineEnd } from '../document/source';
import { absorbMarker } from './absorbMarker';
import { type EditContext, originOf } from './context';
import { type Edit, replaceText } from './replaceText';

/** How a join goes: what it puts between the halves, and how many blocks between them it takes out. */
export interface Join {
  readonly glue: '' | ' ';
  readonly dropHyphen: boolean;
  /** Blocks between the halves that go (page number, running head). */
  readonly skip: number;
}

const HAN_OR_CJK_MARK =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303f\uff00-\uff60“”‘’…—]/u;
const LINE_END_HYPHEN = /\p{Script=Latin}[-\u00ad\u2010]$/u;

/** How an editor would join two texts: no space beside Han, one between Latin words, a line-end hyphen dropped. */
export function usualJoin(before: string, after: string): Join {
  if (before === '' || after === '') return { glue: '', dropHyphen: false, skip: 0 };
  if (LINE_END_HYPHEN.test(before) && /^\p{Ll}/u.test(after)) return { glue: '', dropHyphen: true, skip: 0 };
  const last = [...before.slice(-2)].pop() ?? '';
  const first = [...after.slice(0, 2)][0] ?? '';
  const together = HAN_OR_CJK_MARK.test(last) || HAN_OR_CJK_MARK.test(first) || /[\p{Ps}\p{Pi}]/u.test(last);
  return { glue: together ? '' : ' ', dropHyphen: false, skip: 0 };
}

/** Joins the block at `index` with the one after it (after `join.skip` others). The caret stands at the seam. */
export function joinBlocks(
  document: KanwuDocument,
  index: number,
  join: Join,
  context: EditContext,
  why?: string,
): Edit {
  const first = blockAt(document, index);
  const offset = first.body.text.length - (join.dropHyphen ? 1 : 0);
  const edit = replaceText(
    document,
    { index, offset },
    { index: index + 1 + join.skip, offset: 0 },
    join.glue,
    originOf(context, 'join', why),
    context,
  );
  return { change: edit.change, caret: { index, offset } };
}

/** The separator between paragraphs that this document uses most: one line end or two. */
export function usualGap(document: KanwuDocument): string {
  const end = lineEnd(document.source);
  let single = 0;
  let double = 0;
  const looked = document.blocks.slice(0, 400);
  for (const { gap } of looked) {
    const breaks = gap.text.match(/\r\n|[\n\r]/g)?.length ?? 0;
    if (breaks === 1) single++;
    else if (breaks > 1) double++;
  }
  return single > double ? end : end + end;
}

/** Splits a block at the spot, as Enter does. What is cut off the end of a heading is a paragraph. */
export function splitBlock(document: KanwuDocument, spot: Spot, context: EditContext): Edit {
  return replaceText(document, spot, spot, usualGap(document), originOf(context, 'split'), context);
}

/** A join still visible in a block's text: where it stands, and the source range it replaced. */
export interface Seam {
  readonly offset: number;
  /** UTF-16 code units of what the join put in: 0 or 1. */
  readonly length: number;
  readonly from: number;
  readonly to: number;
  readonly who: string;
  readonly when: string;
  readonly why: string | undefined;
}

/** The seams of a block, in order. */
export function seamsOf(block: Block): readonly Seam[] {
  const { pieces } = block.body;
  if (pieces.length < 3) return NO_SEAMS;
  const seams: Seam[] = [];
  let offset = 0;
  for (const piece of pieces) {
    const length = pieceLength(piece);
    // A join of what the editor had split has nothing in the source to be opened to.
    if (piece.text !== undefined && piece.origin.kind === 'join' && piece.from < piece.to) {
      const { who, when, why } = piece.origin;
      seams.push({ offset, length, from: piece.from, to: piece.to, who, when, why });
    }
    offset += length;
  }
  return seams;
}
const NO_SEAMS: readonly Seam[] = [];

/** Puts back what the join at `seam` took out, exactly as it was in the source. */
export function reopenSeam(document: KanwuDocument, index: number, seam: Seam, context: EditContext): Edit {
  const block = blockAt(document, index);
  const source = document.source.text;
  const pieces: Piece[] = [];
  for (const piece of block.body.pieces) {
    const opened =
      piece.text !== undefined &&
      piece.origin.kind === 'join' &&
      piece.from === seam.from &&
      piece.to === seam.to;
    pushPiece(pieces, opened ? { from: piece.from, to: piece.to } : piece, source);
  }
  const grown = seam.to - seam.from;
  const whole: Block = {
    ...block,
    body: runOf(pieces, source),
    mentions: block.mentions.map(m => ({
      ...m,
      start:
        m.start > seam.offset || m.start === seam.offset + seam.length
          ? m.start + grown - seam.length
          : m.start,
      end: m.end > seam.offset ? m.end + grown - seam.length : m.end,
    })),
  };
  const parts = partBlock(whole, context.ids, true);
  return {
    change: blockChange({ at: index, before: [block], after: parts }),
    caret: { index: index + parts.length - 1, offset: 0 },
  };
}

/** Makes the block a heading of a level, or (level 0) an ordinary paragraph, by its markup. */
export function setHeadingLevel(
  document: KanwuDocument,
  index: number,
  level: number,
  context: EditContext,
): Change {
  const block = blockAt(document, index);
  const text = level === 0 ? '' : `${'#'.repeat(level)} `;
  if (block.marker.text === text || block.level === level) return NO_CHANGE;
  const source = document.source.text;
  const from = block.marker.pieces[0]?.from ?? block.body.pieces[0]?.from ?? block.gap.pieces[0]?.from;
  if (from === undefined) return NO_CHANGE;
  const to = block.marker.pieces[block.marker.pieces.length - 1]?.to ?? from;
  const marker = runOf([{ from, to, text, origin: originOf(context, 'format') }], source);
  const after: Block = {
    ...block,
    marker: concatRuns([marker], source),
    kind: classify(marker.text, block.body.text),
    level: headingLevel(marker.text),
  };
  return blockChange({ at: index, before: [block], after: [absorbMarker(after, source)] });
}
