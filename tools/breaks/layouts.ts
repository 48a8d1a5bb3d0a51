import type { Lexicon } from '../../shared/lexicon/lexicon';
import type { BreakCase, CaseGap } from './breakCase';
import type { Random } from './random';
import type { SourceDocument } from './sourceDocuments';

const HEADING = /^#{1,6}\s/;
const INDENT = '\u3000\u3000';
const SPURIOUS: CaseGap = { y: 1, type: 'wrap' };
const NO_START = /^[，。、；：！？）》”’】」』,.;:!?)\]%…—]/;
const NO_END = /[（《“‘【「『([]$/;

export interface WrapOptions {
  /** Han characters a line holds; two others take the room of one. */
  readonly width: number;
  /** Blank lines part the paragraphs; otherwise only short last lines (and indentation) tell. */
  readonly blankGaps: boolean;
  readonly indented: boolean;
}

/** A document set in lines of one width, every line a block: the line ends inside paragraphs are labelled spurious. */
export function wrapDocument(document: SourceDocument, options: WrapOptions): BreakCase {
  const blocks: string[] = [];
  const gaps: CaseGap[] = [];
  for (const { text } of document.blocks) {
    const isHeading = HEADING.test(text);
    const indent = options.indented && !isHeading ? INDENT : '';
    const lines = isHeading || text.includes('\n') ? [text] : wrapText(indent + text, options.width);
    lines.forEach((line, k) => {
      if (blocks.length > 0) gaps.push(k > 0 ? SPURIOUS : { y: 0, type: 'para' });
      blocks.push(line);
    });
  }
  const { id, genre, lang } = document;
  return {
    id,
    genre,
    lang,
    plain: false,
    blocks,
    gaps,
    separator: '\n',
    blankBeforeParagraphs: options.blankGaps,
  };
}

function wrapText(text: string, width: number): string[] {
  const lines: string[] = [];
  for (let from = 0; from < text.length; ) {
    let to = from;
    for (let columns = 0; to < text.length; to++) {
      columns += text.charCodeAt(to) >= 0x2000 ? 2 : 1;
      if (columns > width * 2) break;
    }
    while (to < text.length && NO_START.test(text.charAt(to))) to++;
    while (to < text.length && to > from + 1 && NO_END.test(text.slice(from, to))) to--;
    if (/[\uDC00-\uDFFF]/.test(text.charAt(to))) to++;
    lines.push(text.slice(from, to));
    from = to;
  }
  return lines;
}

/** The case with its paragraphs indented as in books; the second halves of broken ones mostly aren't. */
export function indentCase(source: BreakCase, random: Random): BreakCase {
  const halvesToo = random() < 0.25;
  const blocks = source.blocks.map((text, i) => {
    const isHalf = source.gaps[i - 1]?.y === 1;
    const isSet = text.length > 16 && !HEADING.test(text) && !text.includes('\n') && !text.startsWith('|');
    return isSet && (!isHalf || halvesToo) ? INDENT + text : text;
  });
  return { ...source, blocks };
}

const LATIN_WORDS =
  'API,App,AI,DNA,GDP,WTO,HTML,iPhone,Windows,Linux,Google,Python,JavaScript,PDF,CPU,GPS,KTV,Wi-Fi,BIM,ERP,Vue,React,' +
  'Office,Excel,PM2.5,5G,NBA,CEO,LED,TypeScript,Chrome,`id`,`name`,`props`,`value`,`data()`,`setup()`,`v-if`';

/**
 * The document with some of its nouns replaced by Latin words and code, spaced as technical writers space them: the
 * training prose has hardly any, and what stands at a break is then often Latin.
 */
export function latinise(document: SourceDocument, lexicon: Lexicon, random: Random): SourceDocument {
  const words = LATIN_WORDS.split(',');
  const spaced = random() < 0.6;
  const blocks = document.blocks.map(block => {
    if (!block.isRunning) return block;
    let text = '';
    for (const { start, end, tag } of lexicon.segment(block.text)) {
      const isReplaced = tag === 'n' && random() < LATIN_SHARE;
      const word = words[Math.floor(random() * words.length)] ?? '';
      text += isReplaced ? (spaced ? ` ${word} ` : word) : block.text.slice(start, end);
    }
    return {
      ...block,
      text: text.replace(/ +(?=[，。、；：！？）”》 ]|$)|(?<=^|[，。、；：！？（“《 ]) +/g, ''),
      errors: [],
    };
  });
  return { ...document, blocks };
}

const LATIN_SHARE = 0.2;
