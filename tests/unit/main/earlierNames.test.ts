import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { EarlierNames, MOST_NAMES } from '../../../electron/earlierNames';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kanwu-names-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const path = () => join(folder, 'names.json');
const name = (text: string, answer: 'accepted' | 'dismissed' = 'accepted') => ({ text, type: 'PER', answer });
const listed = async (names: EarlierNames) => JSON.parse(await names.text()) as readonly object[];

it('keeps the last answer to each name, as its document was last saved, also over a restart', async () => {
  const names = new EarlierNames(path());
  await names.add([name('王明'), name('高明'), name('王红')], 'a.txt');
  await names.add([name('王明'), name('高明')], 'a.txt');
  await names.add([name('高明', 'dismissed')], 'b.txt');
  const expected = [
    { ...name('王明'), where: 'a.txt' },
    { ...name('高明', 'dismissed'), where: 'b.txt' },
  ];
  expect(await listed(names)).toEqual(expected);
  expect(await listed(new EarlierNames(path()))).toEqual(expected);
  await names.clear();
  expect(await listed(new EarlierNames(path()))).toEqual([]);
});

it('keeps the newest when there are too many', async () => {
  const names = new EarlierNames(path());
  await names.add(
    Array.from({ length: MOST_NAMES }, (_, n) => name(`王${n}`)),
    'a.txt',
  );
  await names.add([name('王0'), name('新人')], 'b.txt');
  const list = await listed(names);
  expect(list).toHaveLength(MOST_NAMES);
  expect(list.at(-1)).toMatchObject({ text: '新人' });
  expect(list).not.toContainEqual(expect.objectContaining({ text: '王1' }));
});

it('sets a damaged file aside and begins anew', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
  writeFileSync(path(), '[{"text":');
  const names = new EarlierNames(path());
  expect(await listed(names)).toEqual([]);
  await names.add([name('王明')], 'a.txt');
  const aside = readdirSync(folder).filter(file => file.includes('damaged'));
  expect(aside.map(file => readFileSync(join(folder, file), 'utf8'))).toEqual(['[{"text":']);
});
