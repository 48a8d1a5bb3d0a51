import type { Block } from '../../document/block';
import type { Mention } from '../../document/mention';
import { type Piece, pieceLength, type ReplacedPiece } from '../../document/piece';
import { withoutSpace } from '../../exports/flatText';
import { xmlText } from '../xmlText';
import type { TeiChanges } from './teiChanges';
import { instruction } from './teiInstruction';
import type { TeiMentions } from './teiMention';

/** What the writing of all blocks shares. */
export interface TeiWriting {
  readonly source: string;
  readonly changes: TeiChanges;
  readonly mentions: TeiMentions;
  /** The separator of paragraphs that goes without saying. */
  readonly usualGap: string;
  /** Mentions between anchors, for `standOff`. */
  readonly spans: string[];
  /** Counts anchors. */
  anchors: number;
}

interface Edge {
  readonly at: number;
  readonly xml: string;
}

/**
 * Writes a block's text with its corrections and mentions, from left to right. Mentions that nest are elements; those
 * that cross another, cover the same text, or begin or end within a correction stand between anchors (`standOff`).
 */
export class TeiContent {
  readonly #pieces: readonly Piece[];
  #piece = 0;
  /** Working offset at which the current piece begins, and up to which all is written. */
  #pieceStart = 0;
  #at = 0;
  readonly #outer: Mention[] = [];
  /** Mentions that lie within one replacement, by the index of its piece. */
  readonly #inner = new Map<number, Mention[]>();
  readonly #anchors: Edge[] = [];
  readonly #open: Mention[] = [];
  #nextMention = 0;
  #nextAnchor = 0;

  constructor(
    block: Block,
    private readonly writing: TeiWriting,
  ) {
    this.#pieces = block.body.pieces;
    this.#place(block);
  }

  #place({ body, mentions }: Block): void {
    const stack: Mention[] = [];
    for (const stored of mentions) {
      const { start, end } = withoutSpace(body.text, stored.start, stored.end);
      if (start >= end) continue;
      const mention = { ...stored, start, end };
      while ((stack.at(-1)?.end ?? Number.POSITIVE_INFINITY) <= start) stack.pop();
      const around = stack.at(-1);
      const within = this.#pieceAround(start, end);
      const clashes = around && (end > around.end || (start === around.start && end === around.end));
      // After trimming, a mention may begin before the one it comes after.
      if (clashes || within === 'across' || start < (around?.start ?? 0)) {
        this.#anchored(mention);
        continue;
      }
      stack.push(mention);
      if (within === null) this.#outer.push(mention);
      else this.#inner.set(within, [...(this.#inner.get(within) ?? []), mention]);
    }
    this.#anchors.sort((a, b) => a.at - b.at);
  }

  #anchored(mention: Mention): void {
    const { writing } = this;
    const from = `a${++writing.anchors}`;
    const to = `a${++writing.anchors}`;
    this.#anchors.push({ at: mention.start, xml: `<anchor xml:id="${from}"/>` });
    this.#anchors.push({ at: mention.end, xml: `<anchor xml:id="${to}"/>` });
    writing.spans.push(writing.mentions.span(mention, from, to));
  }

  /** The replacement that a range lies within; `across` where it holds but a part of one; null for neither. */
  #pieceAround(start: number, end: number): number | 'across' | null {
    let at = 0;
    for (const [n, piece] of this.#pieces.entries()) {
      const from = at;
      at += pieceLength(piece);
      if (piece.text === undefined || from === at || at <= start) continue;
      if (from >= end) return null;
      if (start <= from && at <= end) continue;
      return from <= start && end <= at ? n : 'across';
    }
    return null;
  }

  /** Whether `[from, to)` is as in the source and no mention begins or ends in it or covers it. */
  isBare(from: number, to: number): boolean {
    let at = 0;
    for (const piece of this.#pieces) {
      const start = at;
      at += pieceLength(piece);
      const touches = start === at ? from <= at && at < to : start < to && at > from;
      if (piece.text !== undefined && touches) return false;
    }
    const clear = (m: { start: number; end: number }) => m.end <= from || m.start >= to;
    const inner = [...this.#inner.values()].flat();
    return [...this.#outer, ...inner].every(clear) && this.#anchors.every(({ at }) => at <= from || at >= to);
  }

  /** Leaves out what `isBare`, up to a working offset. */
  skipTo(offset: number): void {
    this.#at = offset;
    for (let piece = this.#pieces[this.#piece]; piece; piece = this.#pieces[this.#piece]) {
      const end = this.#pieceStart + pieceLength(piece);
      if (end > offset || (end === offset && piece.text !== undefined)) return;
      this.#pieceStart = end;
      this.#piece++;
    }
  }

  /** The XML up to a working offset, with what was taken out there. */
  upTo(offset: number): string {
    const out: string[] = [];
    for (let piece = this.#pieces[this.#piece]; piece; piece = this.#pieces[this.#piece]) {
      const end = this.#pieceStart + pieceLength(piece);
      if (piece.text === undefined) {
        this.#kept(out, piece.from - this.#pieceStart, Math.min(end, offset));
        if (end > offset) break;
      } else {
        if (this.#pieceStart >= offset && end > offset) break;
        this.#replaced(out, piece, end);
      }
      this.#pieceStart = end;
      this.#piece++;
    }
    this.#close(out, offset);
    return out.join('');
  }

  /** Kept text up to `to`; `shift` from working to source offsets. */
  #kept(out: string[], shift: number, to: number): void {
    while (this.#at < to) {
      this.#close(out, this.#at);
      this.#openAt(out);
      const next = Math.min(to, this.#nextEdge());
      out.push(xmlText(this.writing.source.slice(this.#at + shift, next + shift)));
      this.#at = next;
    }
    this.#close(out, this.#at);
  }

  #replaced(out: string[], piece: ReplacedPiece, end: number): void {
    const { writing } = this;
    this.#close(out, this.#at);
    if (piece.text !== '') this.#openAt(out);
    const change = writing.changes.of(piece.origin);
    const before = writing.source.slice(piece.from, piece.to);
    if (piece.text === '') out.push(takenOut(before, change, writing.usualGap));
    else {
      const after = this.#replacement(piece.text, end);
      if (before === '') out.push(`<supplied${change}>${after}</supplied>`);
      else {
        const sic = originalXml(before, writing.usualGap);
        out.push(`<choice><sic>${sic}</sic><corr${change}>${after}</corr></choice>`);
      }
    }
    this.#at = end;
    this.#close(out, end);
  }

  /** The text of a replacement with the mentions within it. */
  #replacement(text: string, end: number): string {
    const out: string[] = [];
    const mentions = this.#inner.get(this.#piece) ?? [];
    const open: Mention[] = [];
    const start = this.#at;
    let next = 0;
    for (let at = start; ; ) {
      for (let last = open.at(-1); last && last.end <= at; last = open.at(-1)) {
        out.push(this.writing.mentions.end(last));
        open.pop();
      }
      // An anchor at either edge stands outside the correction.
      if (at > start && at < end) this.#anchorsAt(out, at);
      if (at >= end) break;
      for (let m = mentions[next]; m && m.start === at; m = mentions[++next]) {
        out.push(this.writing.mentions.start(m));
        open.push(m);
      }
      const stop = Math.min(
        end,
        mentions[next]?.start ?? end,
        open.at(-1)?.end ?? end,
        this.#anchors.find(a => a.at > at)?.at ?? end,
      );
      out.push(xmlText(text.slice(at - start, stop - start)));
      at = stop;
    }
    return out.join('');
  }

  #close(out: string[], at: number): void {
    for (let last = this.#open.at(-1); last && last.end <= at; last = this.#open.at(-1)) {
      this.#anchorsAt(out, last.end);
      out.push(this.writing.mentions.end(last));
      this.#open.pop();
    }
  }

  #openAt(out: string[]): void {
    this.#anchorsAt(out, this.#at);
    for (
      let m = this.#outer[this.#nextMention];
      m && m.start <= this.#at;
      m = this.#outer[++this.#nextMention]
    ) {
      out.push(this.writing.mentions.start(m));
      this.#open.push(m);
    }
  }

  #anchorsAt(out: string[], at: number): void {
    for (let a = this.#anchors[this.#nextAnchor]; a && a.at <= at; a = this.#anchors[++this.#nextAnchor])
      out.push(a.xml);
  }

  #nextEdge(): number {
    return Math.min(
      this.#outer[this.#nextMention]?.start ?? Number.POSITIVE_INFINITY,
      this.#open.at(-1)?.end ?? Number.POSITIVE_INFINITY,
      this.#anchors[this.#nextAnchor]?.at ?? Number.POSITIVE_INFINITY,
    );
  }

  /** Whatever is left to close at the end of the block. */
  rest(): string {
    const out: string[] = [];
    this.#close(out, this.#at);
    this.#anchorsAt(out, this.#at);
    return out.join('');
  }
}

/** What was taken out: a mended break, or text that was too much. */
export function takenOut(before: string, change: string, usualGap: string): string {
  const inner = originalXml(before, usualGap);
  if (before.trim() === '' && /[\n-\r\x85\u2028\u2029]/.test(before)) {
    return `<lb break="no"${change}/>${before === usualGap ? '' : instruction('break', before)}`;
  }
  return `<surplus${change}>${inner}</surplus>`;
}

/** Text of the source; line breaks in it are `lb`, with what they are made of unless it is the usual separator. */
function originalXml(text: string, usualGap: string): string {
  return (text.match(/[\n-\r\x85\u2028\u2029]+|[^\n-\r\x85\u2028\u2029]+/g) ?? [])
    .map(part => {
      if (!/^[\n-\r\x85\u2028\u2029]/.test(part)) return xmlText(part);
      return part === usualGap ? '<lb/>' : `<lb/>${instruction('break', part)}`;
    })
    .join('');
}
