import type { Origin } from '../../document/piece';
import type { XmlTag } from '../markup/readXml';
import type { ReadingText } from '../readingText';

/** Left out of the reading text. */
export const SKIPPED: ReadonlySet<string> = new Set([
  'note',
  'fw',
  'figure',
  'del',
  'rdg',
  'listPerson',
  'listOrg',
  'listPlace',
  'listBibl',
  'listEvent',
  'teiHeader',
  'index',
]);

/** Elements that are a line of the text each. */
const LINES: ReadonlySet<string> = new Set([
  'p',
  'ab',
  'head',
  'item',
  'row',
  'l',
  'speaker',
  'stage',
  'byline',
  'dateline',
  'salute',
  'signed',
  'closer',
  'opener',
  'trailer',
  'docTitle',
  'docAuthor',
  'docDate',
  'docImprint',
  'argument',
  'epigraph',
  'label',
]);

const CONTAINERS: ReadonlySet<string> = new Set([
  'div',
  'div1',
  'div2',
  'div3',
  'div4',
  'div5',
  'div6',
  'front',
  'body',
  'back',
  'list',
  'lg',
  'sp',
  'table',
  'text',
  'group',
  'titlePage',
]);

/** A line of text that the elements make, with the separators between. */
export class TeiLines {
  /** The separator where nothing else is said. */
  separator = '\n\n';
  readonly #path: {
    readonly name: string;
    readonly line: boolean;
    cells: number;
    signs: readonly string[];
  }[] = [];
  #lineDepth = 0;
  /** Length of the text when the line began. */
  #lineStart = 0;
  #depth = 0;
  /** Writes the separator before the next line, given the name of its element. */
  #pendingGap: ((next: string) => void) | null = null;
  #marker: (() => void) | null = null;

  constructor(
    private readonly reading: ReadingText,
    private readonly exact: boolean,
  ) {}

  get inLine(): boolean {
    return this.#lineDepth > 0 && (!this.#inRow() || this.#path.some(({ name }) => name === 'cell'));
  }

  #inRow(): boolean {
    return this.#path[this.#lineDepth - 1]?.name === 'row';
  }

  /** True where the element begins a line. */
  open(tag: XmlTag): boolean {
    this.#depth++;
    // `<item><p>` is one line; so is whatever else begins where nothing is written yet.
    const begun = this.#lineDepth > 0 && (this.exact || this.reading.length === this.#lineStart);
    const starts = LINES.has(tag.name) && !begun;
    const container = CONTAINERS.has(tag.name);
    if (!this.exact && (starts || container) && this.#lineDepth > 0) this.#endLine();
    this.#path.push({ name: tag.name, line: starts, cells: 0, signs: [] });
    if (starts) this.#start(tag);
    else if (tag.name === 'cell') this.#cell();
    return starts;
  }

  /** Begins a line where text stands in no element of its own; whether it did. */
  ensure(): boolean {
    if (this.#lineDepth > 0) return false;
    this.#flush();
    this.#lineDepth = this.#depth;
    this.#lineStart = this.reading.length;
    return true;
  }

  #start(tag: XmlTag): void {
    this.#flush(tag.name);
    this.#lineDepth = this.#depth;
    if (this.#marker) this.#marker();
    else this.reading.keep(this.#usualMarker(tag));
    this.#marker = null;
    this.#lineStart = this.reading.length;
  }

  #flush(next = ''): void {
    this.#pendingGap?.(next);
    this.#pendingGap = null;
  }

  #usualMarker({ name }: XmlTag): string {
    const depth = this.#path.filter(element => /^div\d?$/.test(element.name)).length;
    const parent = this.#path.at(-2)?.name ?? '';
    if (name === 'head' && (/^div/.test(parent) || parent === 'body' || parent === 'front')) {
      return `${'#'.repeat(Math.min(this.exact ? depth : Math.max(1, depth), 6))} `;
    }
    if (this.exact) return '';
    return name === 'item' ? '- ' : name === 'row' ? '| ' : '';
  }

  #cell(): void {
    const row = this.#path[this.#lineDepth - 1];
    if (row?.name !== 'row') return;
    if (this.exact) {
      if (row.cells === 0) this.reading.keep(row.signs[0] ?? '');
    } else if (row.cells > 0) this.reading.keep(' | ');
    row.cells++;
  }

  close(): void {
    const element = this.#path.pop();
    const row = this.#path[this.#lineDepth - 1];
    if (this.exact && element?.name === 'cell' && row) this.reading.keep(row.signs[row.cells] ?? '');
    if (this.#lineDepth === this.#depth) {
      if (!this.exact && element?.name === 'row') this.reading.keep(' |');
      this.#endLine(element?.name);
    }
    this.#depth--;
  }

  #endLine(name?: string): void {
    this.#lineDepth = 0;
    const close = !this.exact && (name === 'l' || name === 'item' || name === 'row');
    this.#pendingGap = next => this.reading.keep(close && next === name ? '\n' : this.separator);
  }

  instruction(name: string, value: unknown, originOf: (change: string) => Origin): void {
    const write = () => writeRun(this.reading, value, originOf);
    switch (name) {
      case 'separator':
        if (typeof value === 'string') this.separator = value;
        break;
      case 'lead':
        write();
        break;
      case 'gap':
        if (this.#pendingGap) this.#pendingGap = write;
        break;
      case 'marker':
        if (this.#lineDepth > 0) write();
        else this.#marker = write;
        break;
      case 'line':
        this.#flush();
        this.#marker?.();
        this.#marker = null;
        write();
        this.#endLine();
        break;
      case 'signs': {
        const row = this.#path[this.#lineDepth - 1];
        if (row && Array.isArray(value)) row.signs = value.filter(sign => typeof sign === 'string');
        break;
      }
    }
  }

  /** The end of the text: what Kanwu says of it; otherwise one line end. */
  finish(): void {
    if (this.exact) this.#flush();
    else if (this.#pendingGap) this.reading.keep('\n');
  }
}

/** Kept text, or parts of it each kept or `[before, after, change]`. */
function writeRun(reading: ReadingText, value: unknown, originOf: (change: string) => Origin): void {
  for (const part of Array.isArray(value) ? value : [value]) {
    if (typeof part === 'string') reading.keep(part);
    if (!Array.isArray(part)) continue;
    const [before, after, change] = part;
    if (typeof before === 'string' && typeof after === 'string' && typeof change === 'string') {
      reading.replace(before, after, originOf(change));
    }
  }
}
