import type { Block } from '../document/block';
import { type KanwuDocument, workingText } from '../document/document';
import type { Run } from '../document/run';
import type { Edition } from './edition';

/**
 * The text as Markdown, in the source's own conventions: its headings stay as they are marked, lines it does not mark
 * stay plain, its line ends and blank lines are kept. A Markdown source comes out as its working text, unescaped. Only
 * in a source that is plain text is escaped what CommonMark would take for markup.
 */
export const markdownEdition: Edition = {
  id: 'md',
  extension: '.md',
  name: { en: 'Markdown', zh: 'Markdown' },
  encoding: 'source',
  write: document => (isMarkdown(document) ? workingText(document) : escapedText(document)),
};

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

function escapedText(document: KanwuDocument): string {
  const { lead, blocks } = document;
  const delimiters = pairedDelimiters(workingText(document));
  const parts = [lead.text];
  for (const { kind, marker, body, gap } of blocks) {
    if (kind === 'paragraph') parts.push(unindented(marker.text), escaped(body.text, delimiters));
    else if (kind === 'list') {
      const bullet = /^[-*+]\s/.test(body.text) ? 2 : 0;
      parts.push(marker.text, body.text.slice(0, bullet), escaped(body.text.slice(bullet), delimiters));
    } else parts.push(marker.text, body.text);
    parts.push(gap.text);
  }
  return parts.join('');
}

/**
 * Four columns of ASCII white space would make a paragraph a code block; in plain Chinese text they stand for the
 * usual indent of two characters, which the ideographic space says without harm.
 */
function unindented(marker: string): string {
  return /^ {0,3}(?:\t| {4})/.test(marker) ? '\u3000\u3000' : marker;
}

/** Signs that are markup only in pairs: a text with one of a kind needs no escape. */
function pairedDelimiters(text: string): string {
  const twice = (sign: string) => text.indexOf(sign) !== text.lastIndexOf(sign);
  return ['*', '_', '`'].filter(twice).join('') + (twice('~~') ? '~' : '');
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
