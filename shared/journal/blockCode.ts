import type { Block } from '../document/block';
import type { Mention } from '../document/mention';
import type { Origin, Piece } from '../document/piece';
import { EMPTY_RUN, type Run } from '../document/run';
import type { BlockKind } from '../document/textBlock';

/**
 * Blocks as a journal writes them: what a change left alone is not repeated. A block is told by the block it was before
 * (its number among those the patch replaces), a run by how many pieces it shares with that one's at either end. Kept
 * text is never written, for the source has it. So a typed character costs about a hundred bytes in any paragraph.
 */

/** `[from, to]` kept; `[from, to, text, origin]` replaced, `origin` counting in the record's list. */
export type PieceCode = readonly [number, number] | readonly [number, number, string, number];
/** 0: as before. Else how many pieces are as before at the start and at the end, and those between. */
export type RunCode = 0 | readonly [head: number, tail: number, pieces: readonly PieceCode[]];
/** A number: that mention of the block as it was. `[n, start, end]`: that one, elsewhere. Else the whole mention. */
export type MentionCode = number | readonly [number, number, number] | Mention;
export type BlockCode =
  /** The block of this number, untouched. */
  | number
  /** A block that was there before (number) or is new (id). */
  | readonly [
      was: number | string,
      kind: BlockKind | 0,
      level: number,
      marker: RunCode,
      body: RunCode,
      gap: RunCode,
      mentions: 0 | readonly MentionCode[],
    ];

/** Collects the origins of one record's replaced pieces, each once. */
export class OriginList {
  readonly list: Origin[] = [];
  private readonly numbers = new Map<Origin, number>();
  private readonly byContent = new Map<string, number>();

  numberOf(origin: Origin): number {
    const known = this.numbers.get(origin);
    if (known !== undefined) return known;
    const content = JSON.stringify(origin);
    const number = this.byContent.get(content) ?? this.list.push(origin) - 1;
    this.byContent.set(content, number);
    this.numbers.set(origin, number);
    return number;
  }
}

/** `before` is the block of number `was` in the patch; null for a new one. */
export function encodeBlock(block: Block, before: Block | null, was: number, origins: OriginList): BlockCode {
  if (block === before) return was;
  return [
    before ? was : block.id,
    before?.kind === block.kind ? 0 : block.kind,
    block.level,
    encodeRun(block.marker, before?.marker ?? EMPTY_RUN, origins),
    encodeRun(block.body, before?.body ?? EMPTY_RUN, origins),
    encodeRun(block.gap, before?.gap ?? EMPTY_RUN, origins),
    encodeMentions(block.mentions, before?.mentions ?? []),
  ];
}

/** Throws where the code refers to blocks or pieces that are not there. */
export function decodeBlock(
  code: BlockCode,
  before: readonly Block[],
  origins: readonly Origin[],
  source: string,
): Block {
  if (typeof code === 'number') return found(before[code]);
  const [was, kind, level, marker, body, gap, mentions] = code;
  const old = typeof was === 'number' ? found(before[was]) : null;
  return {
    id: typeof was === 'number' ? found(old).id : was,
    kind: kind === 0 ? found(old).kind : kind,
    level,
    marker: decodeRun(marker, old?.marker ?? EMPTY_RUN, origins, source),
    body: decodeRun(body, old?.body ?? EMPTY_RUN, origins, source),
    gap: decodeRun(gap, old?.gap ?? EMPTY_RUN, origins, source),
    mentions: decodeMentions(mentions, old?.mentions ?? []),
  };
}

export function encodeRun(run: Run, before: Run, origins: OriginList): RunCode {
  if (run === before || (run.pieces.length === 0 && before.pieces.length === 0)) return 0;
  const { pieces } = run;
  const most = Math.min(pieces.length, before.pieces.length);
  let head = 0;
  while (head < most && pieces[head] === before.pieces[head]) head++;
  let tail = 0;
  while (tail < most - head && pieces.at(-1 - tail) === before.pieces.at(-1 - tail)) tail++;
  return [head, tail, pieces.slice(head, pieces.length - tail).map(piece => encodePiece(piece, origins))];
}

function encodePiece(piece: Piece, origins: OriginList): PieceCode {
  return piece.text === undefined
    ? [piece.from, piece.to]
    : [piece.from, piece.to, piece.text, origins.numberOf(piece.origin)];
}

export function decodeRun(code: RunCode, before: Run, origins: readonly Origin[], source: string): Run {
  if (code === 0) return before;
  const [head, tail, middle] = code;
  if (head + tail > before.pieces.length) throw new Error('The journal refers to pieces that are not there.');
  const pieces = [
    ...before.pieces.slice(0, head),
    ...middle.map(piece => decodePiece(piece, origins)),
    ...before.pieces.slice(before.pieces.length - tail),
  ];
  if (pieces.length === 0) return EMPTY_RUN;
  let text = '';
  for (const piece of pieces) text += piece.text ?? source.slice(piece.from, piece.to);
  return { pieces, text };
}

function decodePiece([from, to, text, origin]: PieceCode, origins: readonly Origin[]): Piece {
  if (text === undefined) return { from, to };
  return { from, to, text, origin: found(origin === undefined ? undefined : origins[origin]) };
}

function encodeMentions(mentions: readonly Mention[], before: readonly Mention[]): 0 | MentionCode[] {
  if (mentions === before || (mentions.length === 0 && before.length === 0)) return 0;
  return mentions.map((mention, n) => {
    const was = before[n]?.id === mention.id ? n : before.findIndex(({ id }) => id === mention.id);
    const old = before[was];
    if (!old) return mention;
    if (old === mention) return was;
    return onlyMoved(old, mention) ? [was, mention.start, mention.end] : mention;
  });
}

function onlyMoved(a: Mention, b: Mention): boolean {
  const names = Object.keys(a) as (keyof Mention)[];
  return (
    names.length === Object.keys(b).length &&
    names.every(name => name === 'start' || name === 'end' || a[name] === b[name])
  );
}

function decodeMentions(code: 0 | readonly MentionCode[], before: readonly Mention[]): readonly Mention[] {
  if (code === 0) return before;
  return code.map(mention => {
    if (typeof mention === 'number') return found(before[mention]);
    if (!isMoved(mention)) return mention;
    const [was, start, end] = mention;
    return { ...found(before[was]), start, end };
  });
}

function isMoved(
  code: readonly [number, number, number] | Mention,
): code is readonly [number, number, number] {
  return Array.isArray(code);
}

function found<T>(value: T | null | undefined): T {
  if (value === undefined || value === null) throw new Error('The journal refers to what is not there.');
  return value;
}
