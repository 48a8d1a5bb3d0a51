import type { Message } from '../../source/fileError';
import { reading } from '../importFailure';
import type { ImportFile, ImportReading } from '../importFormat';
import { named } from '../markup/markupFault';
import { markupParts } from '../markup/markupText';
import { plainDocument } from '../plainDocument';

/** A region of a page with its lines in reading order. */
export interface OcrRegion {
  readonly kind: 'text' | 'heading' | 'furniture';
  readonly lines: readonly string[];
}

const CJK = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uffef“”‘’…—]/u;

/** Words of a line, put together: no space beside a character of CJK, one between others. */
export function joinWords(words: readonly string[]): string {
  let line = '';
  for (const word of words) {
    const text = word.replace(/\s+/g, ' ').trim();
    if (text === '') continue;
    const glued = line === '' || CJK.test(lastOf(line)) || CJK.test(firstOf(text));
    line += glued ? text : ` ${text}`;
  }
  return line;
}

function lastOf(text: string): string {
  return [...text.slice(-2)].at(-1) ?? '';
}

function firstOf(text: string): string {
  return String.fromCodePoint(text.codePointAt(0) ?? 0);
}

/** Reads the files of a book, a page or more each, as one text. */
export function readOcr(
  files: readonly ImportFile[],
  read: (parts: readonly string[]) => Generator<number, readonly OcrRegion[]>,
): Generator<number, ImportReading> {
  function* all(): Generator<number, ImportReading> {
    const regions: OcrRegion[] = [];
    for (const { name, bytes } of files) {
      const found = yield* named(name, function* () {
        return yield* read(yield* markupParts(bytes));
      });
      for (const region of found) regions.push(region);
    }
    return ocrReading(regions, files[0]?.name ?? '');
  }
  return reading(all());
}

/** Examples of running heads that a notice shows. */
const EXAMPLES = 3;

/**
 * The source text of a recognised page or book: a line of the page is a line, so that every line end is a candidate for
 * a mended break, and a blank line stands between regions. Running heads and page numbers stay where they are, for a
 * source is kept whole; they are told of.
 */
function ocrReading(regions: Iterable<OcrRegion>, name: string): ImportReading {
  const parts: string[] = [];
  const furniture: string[] = [];
  for (const { kind, lines } of regions) {
    const filled = lines.map(line => line.replace(/\s*[\r\n]+\s*/g, ' ').trim()).filter(line => line !== '');
    if (filled.length === 0) continue;
    if (kind === 'furniture') furniture.push(filled.join(' '));
    // A heading of one line is marked; one of several is marked when its lines are joined.
    parts.push(kind === 'heading' && filled.length === 1 ? `# ${filled[0]}` : filled.join('\n'));
  }
  const text = parts.length === 0 ? '' : `${parts.join('\n\n')}\n`;
  return { kind: 'read', documents: [plainDocument(name, text)], notices: noticesOf(furniture, text === '') };
}

function noticesOf(furniture: readonly string[], empty: boolean): Message[] {
  const notices: Message[] = [];
  if (empty) notices.push({ en: 'No text was recognised in it.', zh: '其中没有识别出文字。' });
  if (furniture.length > 0) {
    const some = furniture.slice(0, EXAMPLES).map(text => text.slice(0, 30));
    const more = furniture.length > EXAMPLES ? ' …' : '';
    notices.push({
      en: `${furniture.length} region${furniture.length === 1 ? ' is' : 's are'} marked as running heads, feet or page numbers: ${some.join(' / ')}${more}`,
      zh: `有 ${furniture.length} 个区域标为页眉、页脚或页码：${some.join(' / ')}${more}`,
    });
  }
  return notices;
}
