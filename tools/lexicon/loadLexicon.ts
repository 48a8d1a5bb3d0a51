import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Lexicon } from '../../shared/lexicon/lexicon';
import { parseLexicon } from '../../shared/lexicon/parseLexicon';
import { lexiconAsset } from './lexiconAsset';

/** Where the built word list lies in this repository. */
export function lexiconPath(): string {
  return join(repositoryRoot(), 'dist', 'assets', 'lexicon.txt');
}

/** Writes the word list and returns its size in bytes. Through a rename, as tests may build it side by side. */
export function writeLexicon(target: string): number {
  mkdirSync(dirname(target), { recursive: true });
  const temporary = `${target}.${process.pid}.tmp`;
  const content = Buffer.from(lexiconAsset());
  writeFileSync(temporary, content);
  renameSync(temporary, target);
  return content.length;
}

let loaded: Lexicon | undefined;

/** The lexicon for tools, tests and benches: read from `dist/assets/lexicon.txt`, built there first if absent. */
export function loadLexicon(): Lexicon {
  if (!loaded) {
    const path = lexiconPath();
    if (!existsSync(path)) writeLexicon(path);
    loaded = parseLexicon(readFileSync(path, 'utf8'));
  }
  return loaded;
}

/** The nearest folder above this file that is the package `kanwu`; a bundle made by `tools/run.mjs` lies inside it too. */
export function repositoryRoot(): string {
  for (let folder = import.meta.dirname; ; folder = dirname(folder)) {
    const manifest = join(folder, 'package.json');
    if (existsSync(manifest) && JSON.parse(readFileSync(manifest, 'utf8')).name === 'kanwu') return folder;
    if (folder === dirname(folder)) throw new Error('tools/lexicon must run inside the kanwu repository.');
  }
}
