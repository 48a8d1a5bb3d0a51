import { expect, it, vi } from 'vitest';
import type { RecentFile } from '../../../shared/ipc/contract';

vi.mock('electron', () => ({ app: {} }));
vi.mock('electron-store', () => ({ default: class {} }));
const { RecentFiles } = await import('../../../electron/recents');

function recentsOver(stored: unknown) {
  const values = new Map<string, unknown>([['recents', stored]]);
  const store = {
    get: (key: string) => values.get(key),
    set: (key: string, value: unknown) => values.set(key, value),
  } as unknown as ConstructorParameters<typeof RecentFiles>[0];
  const told: (readonly RecentFile[])[] = [];
  return { recents: new RecentFiles(store, list => told.push(list)), told };
}

const names = (list: readonly RecentFile[]) => list.map(recent => recent.name);

it('lists the file opened last first, and each once', () => {
  const { recents, told } = recentsOver([]);
  for (const path of ['/a/1.txt', '/a/2.txt', '/a/1.txt']) recents.add(path);
  expect(names(recents.list())).toEqual(['1.txt', '2.txt']);
  expect(told.at(-1)).toEqual(recents.list());
});

it('gives ids, never paths', () => {
  const { recents } = recentsOver([]);
  recents.add('/secret place/page.txt');
  const [recent] = recents.list();
  expect(recent).toMatchObject({ name: 'page.txt', folder: '/secret place' });
  expect(recents.pathOf(recent?.id ?? '')).toBe('/secret place/page.txt');
  expect(recents.pathOf('/secret place/page.txt')).toBeUndefined();
});

it('keeps twenty', () => {
  const { recents } = recentsOver([]);
  for (let i = 0; i < 30; i++) recents.add(`/a/${i}.txt`);
  expect(recents.list()).toHaveLength(20);
});

it('forgets one, or all', () => {
  const { recents } = recentsOver([]);
  recents.add('/a/1.txt');
  recents.add('/a/2.txt');
  recents.remove(recents.list()[0]?.id ?? '');
  expect(names(recents.list())).toEqual(['1.txt']);
  recents.clear();
  expect(recents.list()).toEqual([]);
});

it.each([undefined, 'nonsense', [{ path: 7 }]])('starts anew from a damaged list (%j)', stored => {
  expect(recentsOver(stored).recents.list()).toEqual([]);
});
