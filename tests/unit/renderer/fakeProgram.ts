import { vi } from 'vitest';
import { Workspace } from '../../../renderer/app/workspace';
import type { EventName, Events, KanwuApi, OpenedFile, StartReply } from '../../../shared/ipc/contract';
import { DEFAULT_SETTINGS } from '../../../shared/settings/settings';

export const START: StartReply = {
  locale: 'en',
  platform: 'linux',
  version: '1.2.3',
  shell: 'double',
  settings: { ...DEFAULT_SETTINGS, locale: 'en' },
  recents: [],
  launch: null,
  notices: [],
};

export const SAVED = {
  kind: 'saved',
  name: 'a.kanwu.json',
  displayPath: '~/a.kanwu.json',
  at: '2026-01-02T03:04:05Z',
  hash: 'c'.repeat(64),
} as const;

/** A main process that answers as told, and remembers what it was asked. */
export function fakeProgram(answers: Partial<Record<keyof KanwuApi, unknown>> = {}) {
  const listeners = new Map<string, (payload: never) => void>();
  const answer = (value: unknown) => vi.fn(async (_request: unknown) => value);
  const kanwu = {
    start: answer(START),
    open: answer({ kind: 'cancelled' }),
    openDropped: answer({ kind: 'cancelled' }),
    save: answer(SAVED),
    export: answer(SAVED),
    setEdited: answer(null),
    saveAnswer: answer(null),
    closeDocument: answer({ closed: true }),
    changeSettings: answer(DEFAULT_SETTINGS),
    removeRecent: answer([]),
    clearRecents: answer([]),
    otherNames: answer({ earlier: '[]', gazetteers: [] }),
    rememberNames: answer(null),
    forgetNames: answer(null),
    gazetteers: answer([]),
    loadGazetteer: answer({ kind: 'cancelled' }),
    turnGazetteer: answer([]),
    removeGazetteer: answer([]),
    importTagset: answer({ kind: 'cancelled' }),
    exportTagset: answer(SAVED),
    setCommandStates: answer(null),
    clipboard: answer(null),
    quit: answer(null),
    takeJournal: answer(null),
    journal: answer({ kind: 'written', size: 0 }),
    rewriteJournal: answer({ kind: 'written', size: 0 }),
    unsavedWork: answer([]),
    keepMine: answer(null),
    stage: answer(null),
    chooseImport: answer({ kind: 'cancelled' }),
    showMade: answer({ shown: true }),
    on: (event: string, listener: (payload: never) => void) => {
      listeners.set(event, listener);
      return () => listeners.delete(event);
    },
    ...Object.fromEntries(Object.entries(answers).map(([name, value]) => [name, answer(value)])),
  };
  const worker = { addEventListener: vi.fn(), removeEventListener: vi.fn(), postMessage: vi.fn() };
  const workspace = new Workspace(kanwu as unknown as KanwuApi, worker as unknown as Worker);
  return {
    kanwu,
    worker,
    workspace,
    tell: <E extends EventName>(event: E, payload: Events[E]) => listeners.get(event)?.(payload as never),
  };
}

/** A file as main hands it over. */
export function openedFile(text: string, change: Partial<OpenedFile> = {}): OpenedFile {
  return {
    documentId: 'd1',
    name: 'a.txt',
    displayPath: '~/a.txt',
    source: {
      text,
      encoding: 'utf-8',
      bom: false,
      newline: '\n',
      undecodable: 0,
      lossless: true,
      encodingCertain: true,
      sha256: 'a'.repeat(64),
      byteLength: text.length,
    },
    annotations: null,
    annotationHash: null,
    journal: null,
    annotationName: 'a.kanwu.json',
    notices: [],
    ...change,
  };
}
