import { GrowingText } from '../../steps/growingText';
import { Spaces } from '../spaces';
import { attributeOf, type HtmlElement, type HtmlStep, hasClass } from './parseHtml';

/** Never text of the page. */
const HIDDEN: ReadonlySet<string> = new Set([
  'head',
  'script',
  'style',
  'template',
  'noscript',
  'svg',
  'math',
  'object',
  'iframe',
  'audio',
  'video',
  'canvas',
  'select',
  'textarea',
  'button',
  'input',
  'datalist',
]);

const BLOCKS: ReadonlySet<string> = new Set([
  'p',
  'div',
  'section',
  'article',
  'main',
  'header',
  'footer',
  'nav',
  'aside',
  'figure',
  'figcaption',
  'address',
  'form',
  'fieldset',
  'legend',
  'dl',
  'dt',
  'dd',
  'ul',
  'ol',
  'li',
  'table',
  'caption',
  'tr',
  'blockquote',
  'pre',
  'hr',
  'details',
  'summary',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'body',
  'center',
]);

export function isVisible(element: HtmlElement): boolean {
  if (HIDDEN.has(element.tagName)) return false;
  if (attributeOf(element, 'hidden') !== undefined || hasClass(element, 'sign')) return false;
  return !/display\s*:\s*none|visibility\s*:\s*hidden/i.test(attributeOf(element, 'style') ?? '');
}

/** The visible text of a page in Markdown's signs: headings, lists, quotations, rows of tables, code. */
export class HtmlTextReader {
  readonly #out = new GrowingText();
  #lastOut = '';
  /** Whether anything was written, be it nothing. */
  #begun = false;
  readonly #spaces = new Spaces();
  /** Separator due before the next text; null within a line. */
  #due: string | null = '';
  #prefix = '';
  #quotes = 0;
  #pre = 0;
  readonly #lists: { numbered: boolean; count: number }[] = [];
  #cells = -1;

  step(step: HtmlStep): void {
    if (step.kind === 'text') this.#text(step.text);
    else if (step.kind === 'open') this.#open(step.element);
    else this.#close(step.element);
  }

  #open(element: HtmlElement): void {
    const { tagName } = element;
    const [, level] = /^h([1-6])$/.exec(tagName) ?? [];
    if (BLOCKS.has(tagName)) this.#endLine(tagName === 'li' || tagName === 'tr' ? '\n' : '\n\n');
    if (level !== undefined) this.#prefix = `${'#'.repeat(Number(level))} `;
    switch (tagName) {
      case 'ul':
      case 'ol':
        this.#lists.push({ numbered: tagName === 'ol', count: 0 });
        break;
      case 'li': {
        const list = this.#lists.at(-1);
        if (list) list.count++;
        this.#prefix = list?.numbered ? `${list.count}. ` : hasClass(element, 'numbered') ? '' : '- ';
        break;
      }
      case 'blockquote':
        this.#quotes++;
        break;
      case 'pre':
        this.#pre++;
        this.#put('```\n');
        break;
      case 'tr':
        this.#cells = 0;
        break;
      case 'td':
      case 'th':
        if (this.#cells < 0) break;
        this.#put(this.#cells++ === 0 ? '| ' : ' | ');
        this.#spaces.lineStart();
        break;
      case 'hr':
        this.#put('---');
        this.#endLine('\n\n');
        break;
      case 'br':
        if (this.#due === null) this.#endLine('\n');
        break;
    }
  }

  #close({ tagName }: HtmlElement): void {
    switch (tagName) {
      case 'ul':
      case 'ol':
        this.#lists.pop();
        break;
      case 'pre':
        this.#pre--;
        this.#write(this.#lastOut.endsWith('\n') ? '```' : '\n```');
        break;
      case 'tr':
        if (this.#cells > 0) this.#put(' |');
        this.#cells = -1;
        break;
    }
    if (BLOCKS.has(tagName)) this.#endLine(tagName === 'li' || tagName === 'tr' ? '\n' : '\n\n');
    if (tagName === 'blockquote') this.#quotes--;
  }

  #text(text: string): void {
    if (this.#pre > 0) {
      this.#put(text);
      return;
    }
    if (this.#due !== null && /^[ \t\r\n\f]*$/.test(text)) return;
    this.#spaces.push(text.replaceAll('\f', ' '), part => this.#put(part));
  }

  #put(text: string): void {
    if (this.#due !== null) {
      if (this.#begun) this.#write(this.#due);
      this.#write('> '.repeat(this.#quotes));
      this.#write(this.#prefix);
      this.#due = null;
      this.#prefix = '';
    }
    this.#write(text);
  }

  #write(text: string): void {
    this.#begun = true;
    this.#lastOut = text;
    this.#out.add(text);
  }

  /** Within a row of a table everything is one line. */
  #endLine(between: string): void {
    const separator = this.#lists.length > 0 ? '\n' : between;
    if (this.#cells >= 0 && this.#due === null && separator !== '') {
      this.#spaces.push(' ', () => {});
      return;
    }
    if (this.#due === null) this.#due = separator;
    else if (separator.length > this.#due.length) this.#due = separator;
    this.#spaces.lineStart();
  }

  finish(): string {
    const text = this.#out.whole();
    let end = text.length;
    while (text[end - 1] === '\n') end--;
    return text === '' ? '' : `${text.slice(0, end)}\n`;
  }
}
