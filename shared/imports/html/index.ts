import { retold } from '../../steps/retold';
import type { ImportFormat, ImportReading } from '../importFormat';
import { guarded } from '../markup/markupFault';
import { headOf, markupParts } from '../markup/markupText';
import { plainDocument } from '../plainDocument';
import { HtmlTextReader, isVisible } from './htmlText';
import { parseHtml, walkHtml } from './parseHtml';

/** Steps of a walk between two yields. */
const SLICE = 2000;

/** Web pages: their visible text, with headings and lists. */
export const htmlImport: ImportFormat = {
  id: 'html',
  name: { en: 'Web page (HTML)', zh: '网页（HTML）' },
  about: {
    en: 'The visible text with headings and lists; scripts, styles and hidden parts are left out.',
    zh: '可见的正文、标题和列表；脚本、样式和隐藏部分略去。',
  },
  extensions: ['.html', '.htm', '.xhtml'],
  text: 'carried',
  recognise: ({ name, bytes }) => {
    if (/<!doctype html|<html[\s>]/i.test(headOf(bytes))) return 0.8;
    return /\.x?html?$/i.test(name) ? 0.5 : 0;
  },
  *read(files) {
    const [file] = files;
    if (!file) throw new RangeError('no file to read');
    return yield* guarded(file.name, () => readHtml(file.bytes, file.name));
  },
};

function* readHtml(bytes: Uint8Array, name: string): Generator<number, ImportReading> {
  const page = yield* retold(parseHtml(yield* markupParts(bytes)), share => 0.7 * share);
  const reader = new HtmlTextReader();
  let steps = 0;
  for (const step of walkHtml(page, isVisible)) {
    reader.step(step);
    if (++steps % SLICE === 0) yield 0.75;
  }
  return { kind: 'read', documents: [plainDocument(name, reader.finish())], notices: [] };
}
