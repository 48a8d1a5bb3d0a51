import { existsSync, renameSync } from 'node:fs';
import { basename, join } from 'node:path';
import { app } from 'electron';
import Store from 'electron-store';
import type { Message } from '../shared/source/fileError';

/** What electron-store keeps in `config.json` of the user data; every reader checks what it takes out. */
export interface Stored {
  settings: unknown;
  recents: unknown;
  window: unknown;
  gazetteers: unknown;
}

export interface OpenedStore {
  readonly store: Store<Stored>;
  /** What to tell the editor: a damaged file was set aside. */
  readonly notices: readonly Message[];
}

/**
 * Opens the settings store. A file that is not JSON any more (electron-store truncates it when the disk is full) is
 * set aside under another name, never deleted, and the program starts with its defaults.
 */
export function openStore(): OpenedStore {
  try {
    return { store: new Store<Stored>(), notices: [] };
  } catch (error) {
    const file = join(app.getPath('userData'), 'config.json');
    if (!existsSync(file)) throw error;
    const aside = join(app.getPath('userData'), `config.damaged-${Date.now()}.json`);
    renameSync(file, aside);
    return {
      store: new Store<Stored>(),
      notices: [
        {
          en: `The settings file was damaged; Kanwu starts with its defaults. The old file is kept as ${basename(aside)}.`,
          zh: `设置文件已损坏，勘误以默认设置启动。旧文件保留为 ${basename(aside)}。`,
        },
      ],
    };
  }
}

/** Stores a value; a full or read-only disk costs only this memory of it, so it is reported and not thrown. */
export function keep<K extends keyof Stored>(store: Store<Stored>, key: K, value: Stored[K]): void {
  try {
    store.set(key, value);
  } catch (error) {
    console.error(`kanwu: could not store ${key}:`, error instanceof Error ? error.message : error);
  }
}
