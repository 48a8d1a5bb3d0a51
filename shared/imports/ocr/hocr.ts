import { retold } from '../../steps/retold';
import { type HtmlElement, hasClass, parseHtml, walkHtml } from '../html/parseHtml';
import type { ImportFormat } from '../importFormat';
import { MarkupFault } from '../markup/markupFault';
import { headOf } from '../markup/markupText';
import { joinWords, type OcrRegion, readOcr } from './ocrText';

/** hOCR, as Tesseract and OCRmyPDF write it. */
export const hocrImport: ImportFormat = {
  id: 'hocr',
  name: { en: 'hOCR', zh: 'hOCR' },
  about: {
    en: 'OCR of Tesseract and others: paragraphs and lines in the order of the file.',
    zh: 'Tesseract 等程序的识别结果：按文件中的顺序读出段落与行。',
  },
  extensions: ['.hocr', '.html', '.xhtml', '.htm'],
  text: 'carried',
  recognise: ({ name, bytes }) => {
    if (/ocr-system|ocr-capabilities|["' ]ocr_page["' ]/.test(headOf(bytes))) return 1;
    return name.toLowerCase().endsWith('.hocr') ? 0.9 : 0;
  },
  read: files => readOcr(files, readHocr),
};

const LINES = [
  'ocr_line',
  'ocrx_line',
  'ocr_textfloat',
  'ocr_caption',
  'ocr_header',
  'ocr_footer',
  'ocr_pageno',
];
const REGIONS = ['ocr_par', 'ocr_carea', 'ocrx_block', 'ocr_page', 'ocr_title', 'ocr_chapter', 'ocr_section'];
const SLICE = 2000;

function* readHocr(parts: readonly string[]): Generator<number, readonly OcrRegion[]> {
  const regions: OcrRegion[] = [];
  const page = yield* retold(parseHtml(parts), share => 0.7 * share);
  let lines: string[] = [];
  let kind: OcrRegion['kind'] = 'text';
  let line: { readonly element: HtmlElement; readonly words: string[] } | null = null;
  let found = false;
  let steps = 0;
  const endRegion = () => {
    if (lines.length > 0) regions.push({ kind, lines });
    lines = [];
    kind = 'text';
  };
  for (const step of walkHtml(page, ({ tagName }) => tagName !== 'head' && tagName !== 'script')) {
    if (++steps % SLICE === 0) yield 0.75;
    if (step.kind === 'text') {
      line?.words.push(...step.text.split(/\s+/));
      continue;
    }
    const { element } = step;
    if (hasClass(element, 'ocr_page')) found = true;
    if (hasClass(element, ...REGIONS)) endRegion();
    if (!hasClass(element, ...LINES)) continue;
    if (step.kind === 'open' && !line) {
      const own = kindOf(element);
      if (own !== kind) endRegion();
      kind = own;
      line = { element, words: [] };
    } else if (line?.element === element) {
      lines.push(joinWords(line.words));
      line = null;
    }
  }
  endRegion();
  if (!found)
    throw new MarkupFault({ en: 'it has no ocr_page, so it is no hOCR', zh: '其中没有 ocr_page，不是 hOCR' });
  return regions;
}

function kindOf(element: HtmlElement): OcrRegion['kind'] {
  return hasClass(element, 'ocr_header', 'ocr_footer', 'ocr_pageno') ? 'furniture' : 'text';
}
