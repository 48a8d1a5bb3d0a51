import type { Block } from '../document/block';
import type { KanwuDocument } from '../document/document';
import type { Run } from '../document/run';
import type { ExportFormat, ExportPart } from '../exports/exportFormat';
import { ofEitherText } from './ofEitherText';
import { workingStrings } from './plainText';
import { reportOfTextAlone } from './textAlone';
import { textParts } from './textParts';

/**
 * The text as Markdown, in the source's own conventions: its headings stay as they are marked, lines it does not mark
 * stay plain, its line ends and blank lines are kept. A Markdown source comes out as its working text, unescaped. Only
 * in a source that is plain text is escaped what CommonMark would take for markup.
 */
export const markdownEdition: ExportFormat = ofEitherText({
  id: 'md',
  kind: 'edition',
  name: { en: 'Markdown', zh: 'Markdown' },
  about: {
    en: 'The text with its headings marked, for note programs, sites and Git.',
    zh: '正文，标题有记号，供笔记软件、网站和 Git 使用。',
  },
  files: [{ extension: '.md', encoding: 'source' }],
  options: [],
  *write({ document }) {
    yield* textParts(isMarkdown(document) ? workingStrings(document) : yield* escapedText(document));
    return yield* reportOfTextAlone(document);
  },
});

/**
 * Whether the source is written in Markdown: by its name, or because it marks a heading, quotation, table, picture or
 * code. Lists and rules do not tell, for plain text draws them the same way (and they mean the same).
 */
export function isMarkdown(document: KanwuDocument): boolean {
  return /\.(?:md|markdown|mdown)$/i.test(document.source.name) || document.blocks.some(marksUp);
}

function marksUp({ kind, marker, body }: Block): boolean {
  switch (kind) {
    case 'heading':
      return isFromSource(marker);
    case 'quote':
    case 'table':
    case 'image':
    case 'code':
      return isFromSource(body);
    case 'paragraph':
    case 'list':
    case 'rule':
      return false;
  }
}

/** What an editor put in says nothing of the source. */
function isFromSource(run: Run): boolean {
  return run.pieces.some(piece => piece.text === undefined);
}

/** The text escaped, run by run. First the whole is looked through, in parts that write nothing. */
function* escapedText(document: KanwuDocument): Generator<ExportPart, Iterable<string>> {
  const delimiters = yield* pairedDelimiters(document);
  return escapedStrings(document, delimiters);
}

function* escapedStrings({ lead, blocks }: KanwuDocument, delimiters: string): Generator<string> {
  yield lead.text;
  for (const { kind, marker, body, gap } of blocks) {
    if (kind === 'paragraph') yield unindented(marker.text) + escaped(body.text, delimiters);
    else if (kind === 'list') {
      const bullet = /^[-*+]\s/.test(body.text) ? 2 : 0;
      yield marker.text + body.text.slice(0, bullet) + escaped(body.text.slice(bullet), delimiters);
    } else yield marker.text + body.text;
    yield gap.text;
  }
}

/**
 * Four columns of ASCII white space would make a paragraph a code block; in plain Chinese text they stand for the
 * usual indent of two characters, which the ideographic space says without harm.
 */
function unindented(marker: string): string {
  return /^ {0,3}(?:\t| {4})/.test(marker) ? '\u3000\u3000' : marker;
}

/** Signs that are markup only in pairs: a text with one of a kind needs no escape. */
function* pairedDelimiters({ blocks }: KanwuDocument): Generator<ExportPart, string> {
  const counts = new Map<string, number>();
  for (const [n, { body }] of blocks.entries()) {
    for (const [sign] of body.text.matchAll(/[*_`]|~(?=~)/g)) counts.set(sign, (counts.get(sign) ?? 0) + 1);
    if (n % 256 === 255) yield { file: 0, data: '' };
  }
  return ['*', '_', '`', '~'].filter(sign => (counts.get(sign) ?? 0) > 1).join('');
}

/**
 * What CommonMark 0.31 (and GFM's strikethrough) may read as inline markup: a backslash before punctuation, emphasis
 * and code, tags and autolinks, character references, links.
 */
const MARKUP =
  /\\(?=[!-/:-@[-`{-~])|[*`]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|~(?=~)|(?<=~)~|<(?=[A-Za-z/!?])|&(?=#?[A-Za-z0-9]{1,32};)|\[/gu;

function escaped(text: string, delimiters: string): string {
  if (!/[\\*_`<&[~]/.test(text)) return text;
  const links = /\][([:]/.test(text);
  return text.replace(MARKUP, sign => {
    if (sign === '[') return links ? '\\[' : sign;
    return '*_`~'.includes(sign) && !delimiters.includes(sign) ? sign : `\\${sign}`;
  });
}
