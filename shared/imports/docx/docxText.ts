import type { Origin } from '../../document/piece';
import type { XmlHandler, XmlTag } from '../markup/readXml';
import { ReadingText } from '../readingText';

type State =
  | { readonly kind: 'kept' }
  | { readonly kind: 'ins' | 'del'; readonly who: string; readonly when: string };
const KEPT: State = { kind: 'kept' };

/** A stretch of a paragraph, or a bookmark in it. */
type Part =
  | { readonly kind: 'text'; readonly text: string; readonly state: State }
  | { readonly kind: 'start' | 'end'; readonly bookmark: string };

interface Paragraph {
  readonly parts: Part[];
  level: number;
  /** Level before a tracked change of its style; null where there was none. */
  oldLevel: { level: number; state: State } | null;
  listed: boolean;
  mark: State;
}

/** Elements whose text is none of the document's. */
const SKIPPED: ReadonlySet<string> = new Set([
  'drawing',
  'pict',
  'object',
  'instrText',
  'delInstrText',
  'AlternateContent',
  'sectPr',
  'rPrChange',
  'tblPrChange',
  'txbxContent',
]);

/** Reads `document.xml`: paragraphs as lines, tracked changes as corrections, bookmarks as places. */
export class DocxText implements XmlHandler {
  readonly reading = new ReadingText();
  /** Places in the corrected text by the bookmark's name. */
  readonly bookmarks = new Map<string, { start: number; end: number }>();
  pictures = 0;
  footnotes = 0;
  readonly #names = new Map<string, string>();
  readonly #revisions: State[] = [];
  #paragraph: Paragraph | null = null;
  #skip = 0;
  #depth = 0;
  #inText = false;
  #inStyleChange = false;
  #inMark = false;
  /** The separator due before the next paragraph. */
  #due: State | null = null;
  /** Whether what follows stands in the same line of the corrected text. */
  #continues = false;
  /** Tables that are open: what stands in a table within a cell is paragraphs of that cell. */
  #tables = 0;
  #row: { cells: number } | null = null;
  /** Rows of tables so far. */
  rows = 0;
  /** Whether a row of this table was written. */
  #tableBegun = false;
  /** Whether anything of the row was written, and how many of its cells were closed then. */
  #rowBegun = false;
  #cellsWritten = 0;
  #cellFilled = false;
  /** Property elements that are open. */
  #properties = 0;

  constructor(
    private readonly levels: ReadonlyMap<string, number>,
    private readonly separator: string,
  ) {}

  open(tag: XmlTag): void {
    this.#depth++;
    if (this.#skip > 0) return;
    if (SKIPPED.has(tag.name)) {
      this.#skip = this.#depth;
      if (tag.name === 'drawing' || tag.name === 'pict' || tag.name === 'AlternateContent') this.pictures++;
      return;
    }
    switch (tag.name) {
      case 'p':
        this.#paragraph = { parts: [], level: 0, oldLevel: null, listed: false, mark: KEPT };
        break;
      case 'ins':
      case 'moveTo':
        this.#revision('ins', tag);
        break;
      case 'del':
      case 'moveFrom':
        this.#revision('del', tag);
        break;
      case 't':
      case 'delText':
        this.#inText = true;
        break;
      case 'tab':
      case 'ptab':
        if (this.#properties === 0) this.#add('\t');
        break;
      case 'br':
      case 'cr':
        this.#add(tag.attribute('w:type') === undefined || tag.name === 'cr' ? '\n' : '');
        break;
      case 'noBreakHyphen':
        this.#add('-');
        break;
      case 'footnoteReference':
      case 'endnoteReference':
        this.footnotes++;
        break;
      case 'bookmarkStart': {
        const name = tag.attribute('w:name') ?? '';
        this.#names.set(tag.attribute('w:id') ?? '', name);
        this.#paragraph?.parts.push({ kind: 'start', bookmark: name });
        break;
      }
      case 'bookmarkEnd': {
        const name = this.#names.get(tag.attribute('w:id') ?? '');
        if (name !== undefined) this.#paragraph?.parts.push({ kind: 'end', bookmark: name });
        break;
      }
      case 'tbl':
        if (++this.#tables === 1) this.#tableBegun = false;
        break;
      case 'tr':
        if (this.#tables > 1) break;
        this.#row = { cells: 0 };
        this.rows++;
        this.#rowBegun = false;
        this.#cellsWritten = 0;
        break;
      default:
        this.#property(tag);
    }
  }

  #property(tag: XmlTag): void {
    const paragraph = this.#paragraph;
    if (tag.name === 'pPr') this.#properties++;
    if (!paragraph || this.#properties === 0) return;
    if (tag.name === 'rPr') this.#inMark = true;
    else if (tag.name === 'numPr') paragraph.listed = true;
    else if (tag.name === 'pPrChange') {
      this.#inStyleChange = true;
      paragraph.oldLevel = { level: 0, state: stateOf('ins', tag) };
    } else if (tag.name === 'pStyle' || tag.name === 'outlineLvl') {
      const value = tag.attribute('w:val') ?? '';
      const outline = Number(value) < 9 ? Math.min(6, Number(value) + 1) : 0;
      const level = tag.name === 'pStyle' ? (this.levels.get(value) ?? 0) : outline;
      if (!this.#inStyleChange) paragraph.level = level;
      else if (paragraph.oldLevel) paragraph.oldLevel.level = level;
    }
  }

  #revision(kind: 'ins' | 'del', tag: XmlTag): void {
    const state = stateOf(kind, tag);
    if (this.#inMark && this.#paragraph) this.#paragraph.mark = state;
    this.#revisions.push(state);
  }

  /** Taken out counts over put in: what one person put in and another took out is in neither text. */
  get #state(): State {
    const deleted = this.#revisions.find(({ kind }) => kind === 'del');
    return deleted ?? this.#revisions.at(-1) ?? KEPT;
  }

  text(text: string): void {
    if (this.#skip === 0 && this.#inText) this.#add(text);
  }

  #add(text: string): void {
    if (text === '' || !this.#paragraph) return;
    const both = this.#revisions.some(r => r.kind === 'del') && this.#revisions.some(r => r.kind === 'ins');
    // A row stays one line, and a bar of its text is none of the bars between cells (see `cellsOf`).
    const own = this.#row ? text.replaceAll('|', '\\|').replaceAll('\n', ' ') : text;
    if (!both) this.#paragraph.parts.push({ kind: 'text', text: own, state: this.#state });
  }

  close(name: string): void {
    if (this.#skip > 0) {
      if (this.#skip === this.#depth) this.#skip = 0;
    } else this.#closed(name);
    this.#depth--;
  }

  #closed(name: string): void {
    switch (name) {
      case 't':
      case 'delText':
        this.#inText = false;
        break;
      case 'ins':
      case 'del':
      case 'moveTo':
      case 'moveFrom':
        this.#revisions.pop();
        break;
      case 'pPr':
        this.#properties--;
        break;
      case 'rPr':
        this.#inMark = false;
        break;
      case 'pPrChange':
        this.#inStyleChange = false;
        break;
      case 'tbl':
        this.#tables--;
        break;
      case 'tc':
        if (this.#row && this.#tables === 1) this.#row.cells++;
        break;
      case 'tr':
        if (this.#tables > 1) break;
        if (this.#row) this.reading.keep(' |');
        this.#row = null;
        this.#due = KEPT;
        break;
      case 'p':
        if (this.#paragraph) this.#write(this.#paragraph);
        this.#paragraph = null;
        break;
    }
  }

  #write(paragraph: Paragraph): void {
    this.#separate(paragraph.parts.some(({ kind }) => kind === 'text'));
    if (!this.#continues && !this.#row) this.#marker(paragraph);
    for (const part of paragraph.parts) this.#part(part);
    this.#due = paragraph.mark;
    this.#continues = paragraph.mark.kind === 'del';
  }

  /** `filled`: whether the paragraph that follows has any text. */
  #separate(filled: boolean): void {
    const due = this.#due;
    this.#due = null;
    const row = this.#row;
    // A row is a line; its cells are parted by bars, by which it is known as a row, the paragraphs of a cell by a space.
    if (row) {
      const sameCell = this.#rowBegun && row.cells === this.#cellsWritten;
      if (sameCell) {
        if (filled && this.#cellFilled) this.reading.keep(' ');
      } else if (this.#rowBegun) this.reading.keep(' | ');
      else {
        if (due) this.reading.keep(this.#tableBegun ? '\n' : this.separator);
        this.reading.keep('| ');
      }
      this.#cellFilled = filled || (sameCell && this.#cellFilled);
      this.#rowBegun = true;
      this.#tableBegun = true;
      this.#cellsWritten = row.cells;
      return;
    }
    this.#rowBegun = false;
    this.#cellsWritten = 0;
    if (!due) return;
    if (due.kind === 'kept') this.reading.keep(this.separator);
    else if (due.kind === 'del') this.reading.replace(this.separator, '', originOf(due, 'join'));
    else this.reading.replace('', this.separator, originOf(due, 'split'));
  }

  #marker({ level, oldLevel, listed }: Paragraph): void {
    const marker = level > 0 ? `${'#'.repeat(level)} ` : listed ? '- ' : '';
    if (!oldLevel || oldLevel.level === level) this.reading.keep(marker);
    else {
      const before = oldLevel.level === 0 ? '' : `${'#'.repeat(oldLevel.level)} `;
      this.reading.replace(before, marker, originOf(oldLevel.state, 'format'));
    }
  }

  #part(part: Part): void {
    if (part.kind === 'text') {
      const { text, state } = part;
      if (state.kind === 'kept') this.reading.keep(text);
      else if (state.kind === 'del') this.reading.replace(text, '', originOf(state, 'import'));
      else this.reading.replace('', text, originOf(state, 'import'));
      return;
    }
    const at = this.reading.length;
    const known = this.bookmarks.get(part.bookmark);
    if (part.kind === 'start') this.bookmarks.set(part.bookmark, { start: at, end: at });
    else if (known) known.end = at;
  }
}

function stateOf(kind: 'ins' | 'del', tag: XmlTag): State {
  return { kind, who: tag.attribute('w:author') ?? '', when: tag.attribute('w:date') ?? '' };
}

function originOf(state: State, kind: Origin['kind']): Origin {
  return state.kind === 'kept' ? { kind, who: '', when: '' } : { kind, who: state.who, when: state.when };
}
