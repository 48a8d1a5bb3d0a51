import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Lexicon, parseLexicon } from '../shared/lexicon';
import type { Message } from '../shared/source/fileError';
import type { ModelFile } from '../shared/suggesters';
import { Failure } from './failure';

let parsedLexicon: Lexicon | undefined;

/** The lexicon, read once. A `Failure` where it is not there. */
export function lexicon(): Lexicon {
  parsedLexicon ??= parseLexicon(readAsset('lexicon.txt', 'lexicon', { en: 'The word list', zh: '词表' }));
  return parsedLexicon;
}

/** The weights by which mentions are suggested. A `Failure` where they are not there, or are only half there. */
export function suggestionWeights(): ModelFile {
  const what = { en: 'The suggestion model', zh: '标注建议模型' };
  const text = readAsset('suggestion-model.json', 'suggestionModel', what);
  try {
    return JSON.parse(text);
  } catch {
    throw unreadable('suggestion-model.json', 'suggestionModel', what);
  }
}

/** Assets lie beside the bundle: `dist/assets/…` by `dist/cli/kanwu.mjs`; `part` of the build makes them. */
function readAsset(name: string, part: string, what: Message): string {
  try {
    return readFileSync(pathOf(name), 'utf8');
  } catch {
    throw unreadable(name, part, what);
  }
}

const pathOf = (name: string): string => fileURLToPath(new URL(`../assets/${name}`, import.meta.url));

function unreadable(name: string, part: string, what: Message): Failure {
  return new Failure({
    en: `${what.en} ${pathOf(name)} can't be read. Install Kanwu again, or in a checkout run “node tools/build.mjs ${part}”.`,
    zh: `无法读取${what.zh} ${pathOf(name)}。请重新安装勘误；在源码目录中请运行 node tools/build.mjs ${part}。`,
  });
}
