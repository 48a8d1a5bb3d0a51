import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { impliedNormalForm } from '../../../shared/document/tagset';
import { normalFormOf } from '../../../shared/register/normalForms/normalForm';
import { normalFormProblem } from '../../../shared/register/normalForms/normalSyntax';
import { type AnnotatedPage, readJsonPages, readPages } from '../../../tools/suggesters/annotatedPages';

const CORPUS = join(import.meta.dirname, '../../../../shared/corpus');
const NER = join(CORPUS, 'ner');
const DEV = join(CORPUS, 'dev.jsonl');

/** Percent of mentions with a certain normal form, and with any, by type; as docs/register.md counts them. */
function shares(pages: readonly AnnotatedPage[]): Record<string, readonly [number, number]> {
  const counts = new Map<string, { all: number; certain: number; any: number }>();
  for (const { block, mentions } of pages.flatMap(page => page.blocks)) {
    let before: string | null = null;
    for (const { type, start, end } of mentions) {
      const kind = impliedNormalForm(type);
      if (kind === null) continue;
      const count = counts.get(type) ?? { all: 0, certain: 0, any: 0 };
      counts.set(type, count);
      count.all++;
      const read = normalFormOf(kind, block.text.slice(start, end), { issueDate: '2024-11-20', before });
      if (read.kind !== 'value') continue;
      expect(normalFormProblem(kind, read.value)).toBeNull();
      count.any++;
      if (read.certain) count.certain++;
      if (kind === 'date') before = read.value;
    }
  }
  const percent = (n: number, all: number) => Math.round((1000 * n) / all) / 10;
  return Object.fromEntries(
    [...counts].map(([type, { all, certain, any }]) => [type, [percent(certain, all), percent(any, all)]]),
  );
}

it.skipIf(!existsSync(NER))(
  'most dates and amounts of corpus/ner have a normal form, all well-formed',
  () => {
    expect(shares(readPages(NER, 'corrected'))).toEqual({
      DATE: [72.1, 84.7],
      TIME: [61.6, 69.2],
      MONEY: [92.5, 99.7],
      PERCENT: [100, 100],
    });
  },
);

it.skipIf(!existsSync(DEV))(
  'most dates and amounts of the dev pages have a normal form, all well-formed',
  () => {
    expect(shares(readJsonPages(DEV, 'corrected'))).toEqual({
      DATE: [75.6, 88.4],
      TIME: [80.2, 87.2],
      MONEY: [96.6, 100],
      PERCENT: [100, 100],
    });
  },
);
