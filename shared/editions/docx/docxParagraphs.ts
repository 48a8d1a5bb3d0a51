import { type Block, headingLevel } from '../../document/block';
import type { Mention } from '../../document/mention';
import { type Origin, type Piece, pieceLength } from '../../document/piece';
import type { Run } from '../../document/run';
import type { BlockKind } from '../../document/textBlock';
import type { Line } from '../lines';
import { xmlText } from '../xmlText';
import type { DocxComments } from './docxComments';
import type { DocxMentions, MentionEdge } from './docxMentions';
import type { Revisions } from './docxRevisions';

/** What the writing of all paragraphs shares. */
export interface DocxWriting {
  readonly source: string;
  readonly revisions: Revisions;
  readonly mentions: DocxMentions;
  readonly comments: DocxComments;
  /** Whether the reasons of corrections are comments. */
  readonly reasons: boolean;
}

const BREAK = /[\n-\r\x85\u2028\u2029]/;
const BREAKS = /[\n-\r\x85\u2028\u2029]+/;

/**
 * A line of the text as paragraphs: one, or several where breaks in it were mended. The mark of a paragraph says whether
 * its end was taken out (a join) or put in (a split).
 */
export class DocxParagraphs {
  readonly #out: string[] = [];
  #runs: string[] = [];
  #edges: readonly MentionEdge[] = [];
  #edge = 0;
  readonly #open: Mention[] = [];
  #style = '';
  /** The block whose markup the style of the paragraphs stands for. */
  #heading: Block | null = null;

  constructor(private readonly writing: DocxWriting) {}

  /** The paragraphs of a line, ended by its separator. `last` where nothing follows. */
  write(line: Line, last: boolean): string {
    this.#out.length = 0;
    const [first] = line.blocks;
    const end = line.blocks.at(-1);
    if (!first || !end) return '';
    this.#style = styleOf(line.kind, line.level);
    this.#heading = first;
    this.#between(first.marker, this.#headingChange(first) === '' ? 'text' : 'told');
    for (const block of line.blocks) this.#block(block);
    if (last && end.gap.text === '') this.#mark('');
    else this.#gap(end.gap);
    return this.#out.join('');
  }

  /** What was taken out before the first line. */
  lead(run: Run): void {
    this.#between(run);
  }

  /** A paragraph of what was taken out behind the last line. */
  rest(): string {
    if (this.#runs.length === 0) return '';
    this.#out.length = 0;
    this.#heading = null;
    this.#mark('');
    return this.#out.join('');
  }

  #block(block: Block): void {
    this.#edges = this.writing.mentions.edgesOf(block);
    this.#edge = 0;
    let at = 0;
    for (const piece of block.body.pieces) {
      const end = at + pieceLength(piece);
      if (piece.text === undefined) this.#text(this.writing.source.slice(piece.from, piece.to), at, null);
      else this.#replaced(piece.from, piece.to, piece.text, at, piece.origin);
      at = end;
    }
    this.#endsAt(at);
    if (block.gap.text === '') this.#between(block.gap);
  }

  #replaced(from: number, to: number, text: string, at: number, origin: Origin): void {
    const { reasons, comments, source } = this.writing;
    const commented = reasons && origin.why ? origin.why : null;
    const act = { ...origin };
    if (commented !== null) this.#runs.push(comments.open(commented, act));
    this.#takenOut(source.slice(from, to), origin);
    this.#text(text, at, origin);
    if (commented !== null) this.#runs.push(comments.close(commented, act));
  }

  /** Text in the edition, with the mentions that begin and end in it. */
  #text(text: string, start: number, origin: Origin | null): void {
    const end = start + text.length;
    for (let at = start; at < end; ) {
      for (let edge = this.#edges[this.#edge]; edge && edge.at <= at; edge = this.#edges[++this.#edge]) {
        this.#cross(edge);
      }
      const next = Math.min(end, this.#edges[this.#edge]?.at ?? end);
      this.#run(text.slice(at - start, next - start), origin);
      at = next;
    }
    this.#endsAt(end);
  }

  #endsAt(at: number): void {
    for (
      let edge = this.#edges[this.#edge];
      edge && edge.kind === 'end' && edge.at <= at;
      edge = this.#edges[++this.#edge]
    ) {
      this.#cross(edge);
    }
  }

  #cross(edge: MentionEdge): void {
    this.#runs.push(this.writing.mentions.xml(edge));
    if (edge.kind === 'start') this.#open.push(edge.mention);
    else this.#open.splice(this.#open.indexOf(edge.mention), 1);
  }

  #run(text: string, origin: Origin | null): void {
    const { revisions, mentions } = this.writing;
    const run = `<w:r>${mentions.styleOf(this.#open)}${textXml(text, 'w:t')}</w:r>`;
    const inserted = origin && revisions.tracked;
    this.#runs.push(inserted ? `<w:ins${revisions.of(origin)}>${run}</w:ins>` : run);
  }

  /** Text of the source that is not in the edition; the paragraph ends in it are taken out with it. */
  #takenOut(text: string, origin: Origin): void {
    const { revisions, mentions } = this.writing;
    if (!revisions.tracked) return;
    const lines = text.split(BREAKS);
    let ended = false;
    lines.forEach((line, n) => {
      // White space around a line end, and blank lines, are part of the separator.
      const start = n === 0 ? line : line.trimStart();
      const words = n === lines.length - 1 ? start : start.trimEnd();
      if (words !== '') {
        const run = `<w:r>${mentions.styleOf(this.#open)}${textXml(words, 'w:delText')}</w:r>`;
        this.#runs.push(`<w:del${revisions.of(origin)}>${run}</w:del>`);
        ended = false;
      }
      if (n < lines.length - 1 && !ended) {
        this.#mark(`<w:del${revisions.of(origin)}/>`);
        ended = true;
      }
    });
  }

  /**
   * Markup and separators are no text of the edition; words that were taken out in them are. `told` where a change of
   * style says what the markup was.
   */
  #between(run: Run, markup: 'told' | 'text' = 'text'): void {
    for (const [n, piece] of run.pieces.entries()) {
      if (piece.text === undefined) continue;
      const before = this.writing.source.slice(piece.from, piece.to);
      const words = n === 0 && markup === 'told' ? before.replace(MARKUP, '') : before;
      if (words.trim() !== '') this.#takenOut(words, piece.origin);
    }
  }

  /** The end of a line: kept where the source has one there too. */
  #gap(run: Run): void {
    const { source, revisions } = this.writing;
    let inSource = false;
    let origin: Origin | null = null;
    const after: (() => void)[] = [];
    for (const piece of run.pieces) {
      const before = source.slice(piece.from, piece.to);
      if (piece.text === undefined) {
        inSource ||= BREAK.test(before);
        continue;
      }
      origin ??= piece.origin;
      const words = before.trim();
      if (words === '') inSource ||= BREAK.test(before);
      else if (BREAK.test(before) && inSource) {
        // What was taken out behind the kept line end stands at the beginning of the next line.
        after.push(() => this.#takenOut(before, piece.origin));
      } else this.#takenOut(before, piece.origin);
    }
    const inserted = !inSource && origin !== null && revisions.tracked;
    this.#mark(inserted && origin ? `<w:ins${revisions.of(origin)}/>` : '');
    for (const write of after) write();
  }

  #mark(state: string): void {
    const change = this.#heading ? this.#headingChange(this.#heading) : '';
    const style = this.#style === '' ? '' : `<w:pStyle w:val="${this.#style}"/>`;
    const properties = `${style}${state === '' ? '' : `<w:rPr>${state}</w:rPr>`}${change}`;
    const xml = properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`;
    this.#out.push(`<w:p>${xml}${this.#runs.join('')}</w:p>\n`);
    this.#runs = [];
  }

  /** A heading that was none, or of another level, in the source. */
  #headingChange({ marker, level }: Block): string {
    const { source, revisions } = this.writing;
    const change = marker.pieces.find((piece: Piece) => piece.text !== undefined);
    if (!change?.origin || !revisions.tracked) return '';
    const before = marker.pieces.map(piece => source.slice(piece.from, piece.to)).join('');
    const old = headingLevel(MARKUP.exec(before)?.[0] ?? '');
    if (old === level) return '';
    const style = old === 0 ? '' : `<w:pStyle w:val="${styleOf('heading', old)}"/>`;
    return `<w:pPrChange${revisions.of(change.origin)}><w:pPr>${style}</w:pPr></w:pPrChange>`;
  }
}

/** What a line begins with: white space and the signs of a heading. */
const MARKUP = /^[^\S\n\r]*(?:#{1,6}[^\S\n\r]+)?/u;

function styleOf(kind: BlockKind, level: number): string {
  switch (kind) {
    case 'heading':
      return `Heading${level}`;
    case 'list':
      return 'ListParagraph';
    case 'quote':
      return 'Quote';
    case 'code':
    case 'table':
      return 'KanwuVerbatim';
    case 'paragraph':
    case 'image':
    case 'rule':
      return 'BodyText';
  }
}

function textXml(text: string, element: 'w:t' | 'w:delText'): string {
  return text
    .split('\t')
    .map(part => (part === '' ? '' : `<${element} xml:space="preserve">${xmlText(part)}</${element}>`))
    .join('<w:tab/>');
}
