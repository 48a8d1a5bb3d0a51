import { createHash } from 'node:crypto';
import { mkdir, readFile as readText, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type Store from 'electron-store';
import * as v from 'valibot';
import type { GazetteerInfo, GazetteerReply } from '../shared/ipc/contract';
import { fileError } from '../shared/source/fileError';
import { readGazetteerFile } from './files/readGazetteer';
import { saveFile } from './files/saveFile';
import { describeSystemError } from './files/systemError';
import { keep, type Stored } from './store';

const MOST_GAZETTEERS = 50;

const listSchema = v.fallback(
  v.array(v.object({ id: v.string(), name: v.string(), count: v.number(), on: v.boolean() })),
  [],
);

/** The lists of names that were loaded: what they are in the store, their entries in a file each of the user data. */
export class Gazetteers {
  readonly #store: Store<Stored>;
  readonly #folder: string;

  constructor(store: Store<Stored>, folder: string) {
    this.#store = store;
    this.#folder = folder;
  }

  list(): readonly GazetteerInfo[] {
    return v.parse(listSchema, this.#store.get('gazetteers'));
  }

  /** JSON of a `Gazetteer` each, of those that are on. One whose file is gone is left out. */
  async texts(): Promise<readonly string[]> {
    const texts = await Promise.all(
      this.list()
        .filter(({ on }) => on)
        .map(({ id }) => readText(this.#pathOf(id), 'utf8').catch(() => null)),
    );
    return texts.filter(text => text !== null);
  }

  /** Reads a file of names and keeps it; one of the same file name is replaced. */
  async load(path: string): Promise<GazetteerReply> {
    const file = basename(path);
    const read = await readGazetteerFile(path);
    if (read.kind === 'failed') return read;
    const { gazetteer } = read;
    const count = gazetteer.entries.length;
    const others = this.list().filter(({ name }) => name !== file);
    if (others.length >= MOST_GAZETTEERS) {
      const most = `${MOST_GAZETTEERS}`;
      return {
        kind: 'failed',
        error: fileError('open', 'notNames', file, {
          en: `there are ${most} gazetteers already; remove one first`,
          zh: `已有 ${most} 个名录，请先移除一个`,
        }),
      };
    }
    const id = createHash('sha256').update(file).digest('hex').slice(0, 16);
    try {
      await mkdir(this.#folder, { recursive: true });
      await saveFile(this.#pathOf(id), JSON.stringify(gazetteer));
    } catch (error) {
      return { kind: 'failed', error: describeSystemError('save', file, error) };
    }
    this.#keep([...others, { id, name: file, count, on: true }]);
    return { kind: 'loaded', name: file, count, gazetteers: this.list() };
  }

  turn(id: string, on: boolean): readonly GazetteerInfo[] {
    this.#keep(this.list().map(info => (info.id === id ? { ...info, on } : info)));
    return this.list();
  }

  async remove(id: string): Promise<readonly GazetteerInfo[]> {
    if (this.list().some(info => info.id === id)) await rm(this.#pathOf(id), { force: true });
    this.#keep(this.list().filter(info => info.id !== id));
    return this.list();
  }

  #keep(list: readonly GazetteerInfo[]): void {
    keep(this.#store, 'gazetteers', list);
  }

  /** `id` is always one of `list`. */
  #pathOf(id: string): string {
    return join(this.#folder, `${id}.json`);
  }
}
