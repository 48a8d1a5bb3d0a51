import type { KanwuDocument } from '../document/document';
import { foldText } from '../lexicon/fold';

const LANGUAGE_SAMPLE = 20_000;

export type TextLanguage = 'zh-Hans' | 'zh-Hant' | 'en';

/** BCP 47 tag of the text, by the script of its beginning; it decides which forms of Han a reader's program draws. */
export function languageOf(document: KanwuDocument): TextLanguage {
  let sample = '';
  for (const { body } of document.blocks) {
    sample += body.text.slice(0, LANGUAGE_SAMPLE);
    if (sample.length >= LANGUAGE_SAMPLE) break;
  }
  const han = sample.match(/\p{Script=Han}/gu)?.join('') ?? '';
  const latin = sample.match(/\p{Script=Latin}/gu)?.length ?? 0;
  if (han.length * 4 < latin) return 'en';
  const folded = foldText(han);
  let traditional = 0;
  for (let i = 0; i < han.length; i++) if (han[i] !== folded[i]) traditional++;
  return traditional * 20 > han.length ? 'zh-Hant' : 'zh-Hans';
}

/** The first heading, else the file's name without its extension. */
export function titleOf({ blocks, source }: KanwuDocument): string {
  const heading = blocks.find(block => block.kind === 'heading' && block.body.text.trim() !== '');
  return heading?.body.text.trim() || source.name.replace(/(?<=.)\.[^.]*$/, '') || 'Kanwu';
}
