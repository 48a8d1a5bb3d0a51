import type { Message } from '../source/fileError';
import type { CheckKind } from './editionCheck';

type Words = readonly [one: string, many: string, zh: string];

const WORDS: Readonly<Record<CheckKind, Words>> = {
  findings: ['finding is open', 'findings are open', '处疑误待定'],
  unpaired: [
    'bracket or quotation mark is unpaired',
    'brackets or quotation marks are unpaired',
    '处括号、引号不成对',
  ],
  headings: ['mention is in a heading', 'mentions are in headings', '处标注在标题中'],
  twoTypes: ['name has two types', 'names have two types', '个名称有两种类型'],
  normal: [
    'date or amount has no normal form',
    'dates or amounts have no normal form',
    '处日期、金额没有规范形式',
  ],
  orphans: ['mention has no place', 'mentions have no place', '处标注失位'],
};

/** What an item of the edition check says, with its number. */
export function checkWords(kind: CheckKind, count: number): Message {
  const [one, many, zh] = WORDS[kind];
  return {
    en: `${count.toLocaleString('en')} ${count === 1 ? one : many}`,
    zh: `${count.toLocaleString('en')} ${zh}`,
  };
}
