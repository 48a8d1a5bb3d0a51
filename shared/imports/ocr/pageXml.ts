import type { ImportFormat } from '../importFormat';
import { MarkupFault } from '../markup/markupFault';
import { headOf } from '../markup/markupText';
import { readXml, type XmlHandler, type XmlTag } from '../markup/readXml';
import { joinWords, type OcrRegion, readOcr } from './ocrText';
import { inReadingOrder } from './readOrder';

/** PAGE XML (PRImA), as Transkribus, eScriptorium and OCR-D write it. */
export const pageXmlImport: ImportFormat = {
  id: 'page',
  name: { en: 'PAGE XML (OCR)', zh: 'PAGE XML（OCR）' },
  about: {
    en: 'OCR and transcriptions of Transkribus, eScriptorium and OCR-D: regions and lines in reading order.',
    zh: 'Transkribus、eScriptorium、OCR-D 的识别与转写：按阅读顺序的区域与行。',
  },
  extensions: ['.xml', '.page'],
  text: 'carried',
  recognise: ({ bytes }) => (/<(?:\w+:)?PcGts[\s>]/.test(headOf(bytes)) ? 1 : 0),
  read: files => readOcr(files, readPage),
};

function* readPage(xml: readonly string[]): Generator<number, readonly OcrRegion[]> {
  const regions: OcrRegion[] = [];
  const page = new PageReader(regions);
  yield* readXml(xml, page);
  if (!page.isPage) throw new MarkupFault({ en: 'it is not a PAGE XML file', zh: '不是 PAGE XML 文件' });
  return regions;
}

/** A region, line or word, with its own text and that of its parts. */
interface Level {
  readonly name: string;
  readonly id: string;
  readonly kind: OcrRegion['kind'];
  /** Of a line in its region, where the file says it. */
  readonly order: number;
  readonly parts: { readonly text: string; readonly order: number }[];
  text: string | null;
  /** Of the readings, the one with the least number counts. */
  reading: number;
}

const LEVELS: ReadonlySet<string> = new Set(['TextRegion', 'TextLine', 'Word']);

class PageReader implements XmlHandler {
  isPage = false;
  #depth = 0;
  readonly #levels: Level[] = [];
  #regions: { id: string; kind: OcrRegion['kind']; lines: readonly string[] }[] = [];
  #order: { region: string; index: number }[] = [];
  #reading: { index: number; text: string } | null = null;
  #inUnicode = false;

  constructor(private readonly out: OcrRegion[]) {}

  open(tag: XmlTag): void {
    if (++this.#depth === 1) this.isPage = tag.name === 'PcGts';
    if (LEVELS.has(tag.name)) this.#levels.push(levelOf(tag));
    if (tag.name === 'RegionRefIndexed' || tag.name === 'RegionRef') {
      const index = Number(tag.attribute('index') ?? this.#order.length);
      this.#order.push({ region: tag.attribute('regionRef') ?? '', index });
    }
    if (tag.name === 'TextEquiv') this.#reading = { index: Number(tag.attribute('index') ?? 0), text: '' };
    if (tag.name === 'Unicode') this.#inUnicode = true;
  }

  text(text: string): void {
    if (this.#inUnicode && this.#reading) this.#reading.text += text;
  }

  close(name: string): void {
    this.#depth--;
    if (name === 'Unicode') this.#inUnicode = false;
    const level = this.#levels.at(-1);
    if (name === 'TextEquiv' && this.#reading) {
      if (level && this.#reading.index < level.reading) {
        level.text = this.#reading.text;
        level.reading = this.#reading.index;
      }
      this.#reading = null;
    }
    if (level?.name === name) this.#ended(level);
    if (name === 'Page') this.#page();
  }

  #ended(level: Level): void {
    this.#levels.pop();
    const { name, id, kind, text, order, parts } = level;
    if (name === 'TextRegion') {
      const sorted = parts.every(part => Number.isFinite(part.order))
        ? parts.toSorted((a, b) => a.order - b.order)
        : parts;
      const lines = parts.length > 0 ? sorted.map(part => part.text) : (text?.split(/\r\n|\r|\n/) ?? []);
      this.#regions.push({ id, kind, lines });
      return;
    }
    const own = text?.trim() ? text : joinWords(parts.map(part => part.text));
    this.#levels.at(-1)?.parts.push({ text: own, order });
  }

  #page(): void {
    const order = this.#order.toSorted((a, b) => a.index - b.index).map(({ region }) => region);
    this.out.push(...inReadingOrder(this.#regions, order));
    this.#regions = [];
    this.#order = [];
  }
}

function levelOf(tag: XmlTag): Level {
  const [, order] = /readingOrder\s*\{\s*index\s*:\s*(\d+)/.exec(tag.attribute('custom') ?? '') ?? [];
  return {
    name: tag.name,
    id: tag.attribute('id') ?? '',
    kind: kindOf(tag.attribute('type') ?? ''),
    order: order === undefined ? Number.NaN : Number(order),
    parts: [],
    text: null,
    reading: Number.POSITIVE_INFINITY,
  };
}

function kindOf(type: string): OcrRegion['kind'] {
  if (type === 'heading') return 'heading';
  return /^(?:header|footer|page-number|catch-word|signature-mark)$/.test(type) ? 'furniture' : 'text';
}
