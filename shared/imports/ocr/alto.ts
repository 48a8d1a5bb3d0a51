import type { ImportFormat } from '../importFormat';
import { MarkupFault } from '../markup/markupFault';
import { headOf } from '../markup/markupText';
import { readXml, type XmlTag } from '../markup/readXml';
import { joinWords, type OcrRegion, readOcr } from './ocrText';
import { inReadingOrder } from './readOrder';

/** ALTO (Library of Congress), versions 1 to 4. */
export const altoImport: ImportFormat = {
  id: 'alto',
  name: { en: 'ALTO (OCR)', zh: 'ALTO（OCR）' },
  about: {
    en: 'OCR of libraries and of ABBYY, Tesseract and others: blocks and lines in reading order.',
    zh: '图书馆及 ABBYY、Tesseract 等程序的识别结果：按阅读顺序的区块与行。',
  },
  extensions: ['.xml', '.alto'],
  text: 'carried',
  recognise: ({ bytes }) => (/<(?:\w+:)?alto[\s>]/.test(headOf(bytes)) ? 1 : 0),
  read: files => readOcr(files, readAlto),
};

interface Block {
  readonly id: string;
  readonly kind: OcrRegion['kind'];
  readonly lines: string[];
}

const MARGINS: ReadonlySet<string> = new Set(['TopMargin', 'BottomMargin', 'LeftMargin', 'RightMargin']);

function* readAlto(xml: readonly string[]): Generator<number, readonly OcrRegion[]> {
  const regions: OcrRegion[] = [];
  let isAlto = false;
  let depth = 0;
  let margin = 0;
  let blocks: Block[] = [];
  let order: string[] = [];
  let words: string[] = [];
  const roles = new Map<string, OcrRegion['kind']>();
  yield* readXml(xml, {
    open(tag) {
      if (++depth === 1) isAlto = tag.name === 'alto';
      if (MARGINS.has(tag.name)) margin++;
      switch (tag.name) {
        case 'LayoutTag':
        case 'StructureTag':
        case 'OtherTag':
          roles.set(tag.attribute('ID') ?? '', roleOf(tag.attribute('LABEL') ?? ''));
          break;
        case 'ElementRef':
          order.push(tag.attribute('REF') ?? '');
          break;
        case 'TextBlock':
          blocks.push({
            id: tag.attribute('ID') ?? '',
            kind: margin > 0 ? 'furniture' : kindOf(tag, roles),
            lines: [],
          });
          break;
        case 'TextLine':
          words = [];
          break;
        case 'String':
          words.push(tag.attribute('CONTENT') ?? '');
          break;
        case 'HYP':
          // The line as printed: the whole word (`SUBS_CONTENT`) comes back when the break is mended.
          words.push(`${words.pop() ?? ''}${tag.attribute('CONTENT') ?? '-'}`);
          break;
      }
    },
    close(name) {
      depth--;
      if (MARGINS.has(name)) margin--;
      if (name === 'TextLine') blocks.at(-1)?.lines.push(joinWords(words));
      if (name !== 'Page') return;
      regions.push(...inReadingOrder(blocks, order));
      blocks = [];
      order = [];
    },
    text() {},
  });
  if (!isAlto) throw new MarkupFault({ en: 'it is not an ALTO file', zh: '不是 ALTO 文件' });
  return regions;
}

function kindOf(tag: XmlTag, roles: ReadonlyMap<string, OcrRegion['kind']>): OcrRegion['kind'] {
  for (const reference of tag.attribute('TAGREFS')?.split(/\s+/) ?? []) {
    const role = roles.get(reference);
    if (role && role !== 'text') return role;
  }
  return 'text';
}

function roleOf(label: string): OcrRegion['kind'] {
  if (/^(?:heading|headline|title)/i.test(label)) return 'heading';
  return /header|footer|page.?number|running|numberingzone/i.test(label) ? 'furniture' : 'text';
}
