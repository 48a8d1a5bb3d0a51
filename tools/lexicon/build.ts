// Makes the word list that detectors and suggesters load: `node tools/run.mjs tools/lexicon/build.ts [FILE]`.
import { resolve } from 'node:path';
import { lexiconPath, writeLexicon } from './loadLexicon';

const target = process.argv[2] ? resolve(process.argv[2]) : lexiconPath();
const bytes = writeLexicon(target);
console.log(`${target}: ${(bytes / 1e6).toFixed(1)} MB`);
