import { drained } from '../steps/drained';
import { type Block, classify, headingLevel, isCodeFence } from './block';
import type { KanwuDocument } from './document';
import { EMPTY_REGISTER } from './entity';
import type { IdSource } from './ids';
import { type LineCut, leadLength, linesOf, linesWithin } from './lines';
import { compareMentions, type Mention, shiftMentions } from './mention';
import { type Piece, pieceLength } from './piece';
import { EMPTY_RUN, keptRun, type Run } from './run';
import type { Source } from './source';
import { DEFAULT_TAGSET, type Tagset } from './tagset';

/** A fresh document: the whole source kept, no mention, no decision. Linear in the length of the source. */
export function openSource(source: Source, ids: IdSource, tagset: Tagset = DEFAULT_TAGSET): KanwuDocument {
  const { lead, blocks } = parseRun(keptRun(source.text, 0, source.text.length), ids);
  const nothing = { decisions: new Map(), entities: EMPTY_REGISTER, issueDate: null, orphans: [] };
  return { source, lead, blocks, tagset, ...nothing };
}

/** A text parted into blocks. */
export interface ParsedRun {
  readonly lead: Run;
  readonly blocks: Block[];
}

/** Parts a whole working text into blocks. An empty text has one empty block, for the caret to stand in. */
export function parseRun(run: Run, ids: IdSource): ParsedRun {
  return drained(parseInSteps(run, ids));
}

/** Lines taken between two pauses: a millisecond or two. */
const LINES = 1000;

/** The same with pauses, for a window that has to stay alive over a long text; yields the share done (0–1). */
export function* parseInSteps(run: Run, ids: IdSource): Generator<number, ParsedRun> {
  const cutter = new RunCutter(run);
  const lead = cutter.upTo(leadLength(run.text));
  const blocks: Block[] = [];
  const lines: LineCut[] = [];
  const fences: number[] = [];
  for (const line of linesOf(run.text, lead.text.length)) {
    if (isCodeFence(run.text.slice(line.start, line.body + 8).trimStart())) fences.push(lines.length);
    if (lines.push(line) % LINES === 0) yield line.end / run.text.length / 2;
  }
  const code = codeLines(fences);
  for (const [n, line] of lines.entries()) {
    const id = ids.next('b');
    if (code.has(n)) blocks.push({ ...blockOf(cutter, line, id, EMPTY_RUN), kind: 'code' });
    else blocks.push(blockOf(cutter, line, id));
    if (n % LINES === LINES - 1) yield 0.5 + line.end / run.text.length / 2;
  }
  if (blocks.length === 0) blocks.push(emptyBlock(ids.next('b')));
  return { lead, blocks };
}

/** Which lines are code: those from a fence to the next. A fence that is never closed is a line like any other. */
function codeLines(fences: readonly number[]): ReadonlySet<number> {
  const code = new Set<number>();
  for (let n = 0; n + 1 < fences.length; n += 2) {
    for (let k = fences[n] ?? 0; k <= (fences[n + 1] ?? -1); k++) code.add(k);
  }
  return code;
}

export function emptyBlock(id: string): Block {
  return {
    id,
    kind: 'paragraph',
    level: 0,
    marker: EMPTY_RUN,
    body: EMPTY_RUN,
    gap: EMPTY_RUN,
    mentions: [],
  };
}

function blockOf(cutter: RunCutter, line: LineCut, id: string, given?: Run): Block {
  const marker = given ?? cutter.upTo(line.body);
  const body = cutter.upTo(line.gap);
  const gap = cutter.upTo(line.end);
  return {
    id,
    kind: classify(marker.text, body.text),
    level: headingLevel(marker.text),
    marker,
    body,
    gap,
    mentions: [],
  };
}

/**
 * Parts a block whose text has come to hold line breaks (or too much text) into blocks. The first keeps the block's
 * id and marker, the last its gap. A mention across a line break is parted, its halves linked by `continues`. With
 * `indents` leading white space becomes marker, as when a file is opened.
 */
export function partBlock(block: Block, ids: IdSource, indents = false): Block[] {
  const cuts = linesWithin(block.body.text, indents);
  if (cuts.length === 1) return [block];
  const cutter = new RunCutter(block.body);
  return cuts.map((line, n) => {
    const first = n === 0;
    const part = first ? blockOf(cutter, line, block.id, block.marker) : blockOf(cutter, line, ids.next('b'));
    return {
      ...part,
      kind: block.kind === 'code' ? 'code' : part.kind,
      gap: n === cuts.length - 1 ? block.gap : part.gap,
      mentions: mentionsWithin(block.mentions, line.body, line.gap, ids),
    };
  });
}

function mentionsWithin(
  mentions: readonly Mention[],
  from: number,
  to: number,
  ids: IdSource,
): readonly Mention[] {
  const inside: Mention[] = [];
  for (const m of mentions) {
    const start = Math.max(m.start, from);
    const end = Math.min(m.end, to);
    if (start >= end) continue;
    inside.push(
      m.start < from ? { ...m, id: ids.next('m'), start, end, continues: m.id } : { ...m, start, end },
    );
  }
  return [...shiftMentions(inside, -from)].sort(compareMentions);
}

/** Takes consecutive runs off the front of a run, in one pass over its pieces. */
class RunCutter {
  private readonly pieces: readonly Piece[];
  private readonly text: string;
  private piece = 0;
  /** Code units already taken of the current piece, and of the whole text. */
  private taken = 0;
  private at = 0;

  constructor(run: Run) {
    this.pieces = run.pieces;
    this.text = run.text;
  }

  /** Everything not yet taken before `offset`; pieces without text at the boundary go along. */
  upTo(offset: number): Run {
    const list: Piece[] = [];
    const start = this.at;
    for (let piece = this.pieces[this.piece]; piece; piece = this.pieces[this.piece]) {
      const rest = pieceLength(piece) - this.taken;
      if (rest > 0 && this.at >= offset) break;
      const take = Math.min(rest, offset - this.at);
      list.push(this.part(piece, take));
      this.at += take;
      if (take < rest) {
        this.taken += take;
        break;
      }
      this.piece++;
      this.taken = 0;
    }
    return list.length === 0 ? EMPTY_RUN : { pieces: list, text: this.text.slice(start, this.at) };
  }

  private part(piece: Piece, length: number): Piece {
    const k = this.taken;
    if (k === 0 && length === pieceLength(piece)) return piece;
    if (piece.text === undefined) return { from: piece.from + k, to: piece.from + k + length };
    return { ...piece, from: k === 0 ? piece.from : piece.to, text: piece.text.slice(k, k + length) };
  }
}
