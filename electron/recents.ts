import { createHash } from 'node:crypto';
import { basename, dirname } from 'node:path';
import type Store from 'electron-store';
import * as v from 'valibot';
import type { RecentFile } from '../shared/ipc/contract';
import { shortenFolder } from './files/displayPath';
import { keep, type Stored } from './store';

const LONGEST = 20;

const recentsSchema = v.fallback(v.array(v.object({ path: v.string(), openedAt: v.string() })), []);
type Recent = v.InferOutput<typeof recentsSchema>[number];

/** The files opened last, the latest first. Paths stay here; the renderer gets ids. */
export class RecentFiles {
  readonly #store: Store<Stored>;
  readonly #onChange: (recents: readonly RecentFile[]) => void;

  constructor(store: Store<Stored>, onChange: (recents: readonly RecentFile[]) => void) {
    this.#store = store;
    this.#onChange = onChange;
  }

  list(): readonly RecentFile[] {
    return this.#read().map(({ path, openedAt }) => ({
      id: idOf(path),
      name: basename(path),
      folder: shortenFolder(dirname(path)),
      openedAt,
    }));
  }

  /** The path behind an id the renderer was given; undefined once it is no longer listed. */
  pathOf(id: string): string | undefined {
    return this.#read().find(({ path }) => idOf(path) === id)?.path;
  }

  add(path: string): void {
    const others = this.#read().filter(recent => recent.path !== path);
    this.#write([{ path, openedAt: new Date().toISOString() }, ...others].slice(0, LONGEST));
  }

  remove(id: string): void {
    this.#write(this.#read().filter(({ path }) => idOf(path) !== id));
  }

  clear(): void {
    this.#write([]);
  }

  #read(): Recent[] {
    return v.parse(recentsSchema, this.#store.get('recents'));
  }

  #write(recents: readonly Recent[]): void {
    keep(this.#store, 'recents', recents);
    this.#onChange(this.list());
  }
}

function idOf(path: string): string {
  return createHash('sha256').update(path).digest('hex').slice(0, 16);
}
