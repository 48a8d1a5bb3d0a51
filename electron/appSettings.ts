import { app, nativeTheme } from 'electron';
import type Store from 'electron-store';
import { readSettings, type Settings } from '../shared/settings/settings';
import type { Message } from '../shared/source/fileError';
import { keep, type Stored } from './store';

/** The program's settings: read once, kept in the store, announced when they change. */
export class AppSettings {
  readonly #store: Store<Stored>;
  readonly #onChange: (settings: Settings) => void;
  #settings: Settings;
  /** What could not be read. */
  readonly notices: readonly Message[];

  constructor(store: Store<Stored>, onChange: (settings: Settings) => void) {
    const { settings, rejected } = readSettings(store.get('settings'));
    this.#store = store;
    this.#onChange = onChange;
    this.#settings = settings;
    const names = rejected.join(', ');
    this.notices =
      rejected.length === 0
        ? []
        : [
            {
              en: `Some settings could not be read and were reset: ${names}.`,
              zh: `部分设置无法读取，已恢复默认：${names}。`,
            },
          ];
    nativeTheme.themeSource = settings.theme;
  }

  get current(): Settings {
    return this.#settings;
  }

  /** The language to speak: the setting's, or the desktop's. */
  get locale(): 'zh' | 'en' {
    const { locale } = this.#settings;
    if (locale !== 'system') return locale;
    return app.getLocale().toLowerCase().startsWith('zh') ? 'zh' : 'en';
  }

  change(change: Partial<Settings>): Settings {
    this.#settings = { ...this.#settings, ...change };
    keep(this.#store, 'settings', this.#settings);
    nativeTheme.themeSource = this.#settings.theme;
    this.#onChange(this.#settings);
    return this.#settings;
  }
}
