import { readFile, rename } from 'node:fs/promises';
import * as v from 'valibot';
import type { EarlierName } from '../shared/gazetteers/gazetteer';
import type { DecidedName } from '../shared/ipc/contract';
import { saveFile } from './files/saveFile';
import { systemCode } from './files/systemError';

/** Names kept at most; the newest stay. */
export const MOST_NAMES = 20_000;

const storedSchema = v.array(
  v.object({
    text: v.string(),
    type: v.string(),
    answer: v.picklist(['accepted', 'dismissed']),
    where: v.string(),
  }),
);

/**
 * The names that were accepted and dismissed in documents saved so far, in a file of their own in the user data, the
 * newest last. A file that cannot be read is set aside, never deleted.
 */
export class EarlierNames {
  readonly #path: string;
  /** By type and text. */
  #names: Map<string, EarlierName> | null = null;
  /** One after another, so that no two writes cross. */
  #last: Promise<unknown> = Promise.resolve();

  constructor(path: string) {
    this.#path = path;
  }

  /** All of them as JSON of `EarlierName[]`, for the window hands them on to its worker as they are. */
  text(): Promise<string> {
    return this.#inTurn(async () => JSON.stringify([...(await this.#read()).values()]));
  }

  /** Adds what was decided in a document; a later answer to the same name replaces an earlier one. */
  add(names: readonly DecidedName[], where: string): Promise<void> {
    return this.#inTurn(async () => {
      const known = await this.#read();
      // What was taken back since the document was last saved is decided no more.
      for (const [key, name] of known) if (name.where === where) known.delete(key);
      for (const name of names) {
        const key = `${name.type}\n${name.text}`;
        known.delete(key);
        known.set(key, { ...name, where });
      }
      const excess = known.size - MOST_NAMES;
      for (const key of [...known.keys()].slice(0, Math.max(0, excess))) known.delete(key);
      await this.#write(known);
    });
  }

  clear(): Promise<void> {
    return this.#inTurn(() => this.#write(new Map()));
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#last.then(work, work);
    this.#last = turn;
    return turn;
  }

  async #read(): Promise<Map<string, EarlierName>> {
    if (this.#names) return this.#names;
    const names = new Map<string, EarlierName>();
    try {
      const stored = v.parse(storedSchema, JSON.parse(await readFile(this.#path, 'utf8')));
      for (const name of stored.slice(-MOST_NAMES)) names.set(`${name.type}\n${name.text}`, name);
    } catch (error) {
      if (systemCode(error) !== 'ENOENT') await this.#setAside(error);
    }
    this.#names = names;
    return names;
  }

  async #setAside(error: unknown): Promise<void> {
    console.error(
      'kanwu: the names decided earlier could not be read:',
      error instanceof Error ? error.message : error,
    );
    await rename(this.#path, `${this.#path}.damaged-${Date.now()}`).catch(() => {});
  }

  /** A full disk costs only this memory of it, so it is reported and not thrown. */
  async #write(names: Map<string, EarlierName>): Promise<void> {
    this.#names = names;
    try {
      await saveFile(this.#path, JSON.stringify([...names.values()]));
    } catch (error) {
      console.error(
        'kanwu: could not keep the names decided:',
        error instanceof Error ? error.message : error,
      );
    }
  }
}
