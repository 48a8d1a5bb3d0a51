import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { SURNAME_GRADE } from '../../shared/suggesters/nameLists';

/**
 * Grade 1–7 of code units by how much likelier they are in given names than in other words of jieba's dictionary
 * (MIT): 1 + log2 of the ratio, cut off. 0 for all others.
 */
export function givenNameGrades(): Uint8Array {
  const inNames = new Map<string, number>();
  const elsewhere = new Map<string, number>();
  let names = 0;
  let others = 0;
  for (const line of readFileSync(dictionaryPath(), 'utf8').split('\n')) {
    const [word = '', , tag = ''] = line.split(' ');
    if (tag === 'nr' && (word.length === 2 || word.length === 3) && SURNAME_GRADE.has(word[0] ?? '')) {
      for (const c of word.slice(1)) {
        inNames.set(c, (inNames.get(c) ?? 0) + 1);
        names++;
      }
    } else if (!tag.startsWith('nr')) {
      for (const c of word) {
        elsewhere.set(c, (elsewhere.get(c) ?? 0) + 1);
        others++;
      }
    }
  }
  const grades = new Uint8Array(0x10000);
  for (const [c, count] of inNames) {
    const ratio = (count + 0.3) / (names / 1000) / (((elsewhere.get(c) ?? 0) + 3) / (others / 1000));
    const grade = Math.min(7, Math.max(1, Math.round(3 + Math.log2(ratio) * 1.2)));
    if (c.length === 1 && count >= 2) grades[c.charCodeAt(0)] = grade;
  }
  return grades;
}

function dictionaryPath(): string {
  for (let folder = import.meta.dirname; ; folder = dirname(folder)) {
    const path = join(folder, 'node_modules', '@node-rs', 'jieba', 'dict.txt');
    if (existsSync(path)) return path;
    if (folder === dirname(folder)) throw new Error('@node-rs/jieba is not installed: run npm install.');
  }
}
