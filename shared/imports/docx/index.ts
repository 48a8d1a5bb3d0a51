import type { Message } from '../../source/fileError';
import type { ImportFormat, ImportReading } from '../importFormat';
import { guarded, MarkupFault } from '../markup/markupFault';
import { headOf, markupParts } from '../markup/markupText';
import { readXml } from '../markup/readXml';
import type { PlacedMention } from '../readingText';
import { readZip } from '../readZip';
import { customOf, NOTHING_CUSTOM } from './docxCustom';
import { readStyles } from './docxStyles';
import { DocxText } from './docxText';

/** Word documents: the text before its tracked changes as the source, the changes as corrections. */
export const docxImport: ImportFormat = {
  id: 'docx',
  name: { en: 'Word document (DOCX)', zh: 'Word 文档（DOCX）' },
  about: {
    en: 'Paragraphs and headings; tracked changes become corrections of the original text.',
    zh: '段落与标题；修订读作对原文的更正。',
  },
  extensions: ['.docx'],
  text: 'carried',
  recognise: ({ name, bytes }) => {
    if (!headOf(bytes).startsWith('PK')) return 0;
    return name.toLowerCase().endsWith('.docx') ? 1 : headOf(bytes).includes('word/') ? 0.8 : 0;
  },
  *read(files) {
    const [file] = files;
    if (!file) throw new RangeError('no file to read');
    return yield* guarded(file.name, () => readDocx(file.bytes, file.name));
  },
};

/** Mentions taken between two pauses: a millisecond or two. */
const SLICE = 1000;

const WANTED = /^(?:word\/(?:document|styles)\.xml|customXml\/item\d+\.xml)$/;

function* readDocx(bytes: Uint8Array, name: string): Generator<number, ImportReading> {
  const parts = yield* readZip(bytes, part => WANTED.test(part));
  const main = parts.get('word/document.xml');
  if (!main) {
    throw new MarkupFault({
      en: 'it has no word/document.xml, so it is no Word document',
      zh: '其中没有 word/document.xml，不是 Word 文档',
    });
  }
  const styles = parts.get('word/styles.xml');
  const levels = styles ? yield* readStyles(yield* markupParts(styles)) : new Map<string, number>();
  yield 0;
  let custom = NOTHING_CUSTOM;
  for (const [part, contents] of parts) {
    if (custom !== NOTHING_CUSTOM || !part.startsWith('customXml/')) continue;
    custom = yield* customOf(yield* markupParts(contents));
  }
  const { separator, issueDate, tagset, entities, mentions } = custom;
  const text = new DocxText(levels, separator);
  yield* readXml(yield* markupParts(main), text);
  const placed: PlacedMention[] = [];
  for (const [n, mention] of mentions.entries()) {
    const place = text.bookmarks.get(`_kw${n + 1}`);
    if (place) placed.push({ ...mention, ...place });
    if (n % SLICE === 0) yield 1;
  }
  const finished = yield* text.reading.finish(placed);
  return {
    kind: 'read',
    documents: [{ name, ...finished, entities, tagset, issueDate }],
    notices: noticesOf(text),
  };
}

function noticesOf({ pictures, footnotes, rows }: DocxText): Message[] {
  const notices: Message[] = [];
  if (rows > 0) {
    notices.push({
      en: `${rows} row${rows === 1 ? '' : 's'} of tables read as ${rows === 1 ? 'a line' : 'lines'}, the cells between bars (| a | b |).`,
      zh: `表格 ${rows} 行，每行读作一行文字，单元格以竖线分隔（| 甲 | 乙 |）。`,
    });
  }
  if (pictures > 0) {
    notices.push({
      en: `${pictures} picture${pictures === 1 ? '' : 's'} or text box${pictures === 1 ? '' : 'es'} left out.`,
      zh: `略去了 ${pictures} 处图片或文本框。`,
    });
  }
  if (footnotes > 0) {
    notices.push({
      en: `${footnotes} footnote${footnotes === 1 ? '' : 's'} left out.`,
      zh: `略去了 ${footnotes} 条脚注或尾注。`,
    });
  }
  return notices;
}
