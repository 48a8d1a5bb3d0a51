import { join } from 'node:path';
import { type BrowserWindow, dialog } from 'electron';
import type { Message } from '../shared/source/fileError';
import {
  changedQuestion,
  DIALOG_TEXTS,
  discardQuestion,
  otherQuestion,
  replaceQuestion,
  slowSaveQuestion,
  unsavedQuestion,
} from './dialogTexts';
import type { SaveQuestions } from './files/saveQuestions';

export interface Dialogs extends SaveQuestions {
  askWhatToOpen(): Promise<string | null>;
  /** The files of one import; none where the editor cancelled. */
  askWhatToImport(): Promise<readonly string[]>;
  askWhichGazetteer(): Promise<string | null>;
  askWhichTagset(): Promise<string | null>;
  askWhereTagset(folder: string): Promise<string | null>;
  askAboutUnsavedWork(name: string): Promise<'save' | 'discard' | 'cancel'>;
  /** A save before closing does not end; asked only where no other dialog is what it waits for. */
  askAboutSlowSave(name: string, ended: AbortSignal): Promise<'wait' | 'aside' | 'cancel'>;
  /** Unsaved work of another time is to be removed for good. */
  askToDiscard(name: string, changes: number): Promise<boolean>;
  /** Another program has the file open; true to open it here all the same. `since` is ISO 8601. */
  askAboutOther(name: string, since: string): Promise<boolean>;
  /** The page has not answered for a while. */
  askAboutUnresponsive(): Promise<'wait' | 'reload'>;
}

/** What Kanwu opens as a text: plain texts, and those it reads the text out of (see `files/importable.ts`). */
const TEXT_EXTENSIONS = [
  ...['txt', 'md', 'markdown', 'text', 'json'],
  ...['docx', 'html', 'htm', 'xhtml', 'hocr', 'xml', 'tei'],
];
/** What other programs write: annotations, and texts in their own form. */
const IMPORT_EXTENSIONS = [
  ...['json', 'jsonl', 'jsonld', 'ann', 'conll', 'bio', 'bioes', 'tsv', 'csv', 'txt'],
  ...['docx', 'html', 'htm', 'xhtml', 'hocr', 'xml', 'tei'],
];

/** Main's native dialogs, over one window and in the program's language at the time of asking. */
export function createDialogs(window: BrowserWindow, locale: () => 'zh' | 'en'): Dialogs {
  const say = (message: Message) => message[locale()];
  let onScreen = 0;

  /** Counts the dialogs that a save may be waiting for. */
  async function showing<T>(shown: Promise<T>): Promise<T> {
    onScreen++;
    try {
      return await shown;
    } finally {
      onScreen--;
    }
  }

  /** Resolves to the button pressed; closing the dialog is the last one. */
  async function ask<Answer extends string>(
    question: Message,
    detail: Message | null,
    buttons: readonly (readonly [Answer, Message])[],
    signal?: AbortSignal,
  ): Promise<Answer | undefined> {
    const last = buttons.length - 1;
    const shown = dialog.showMessageBox(window, {
      type: 'warning',
      message: say(question),
      ...(detail && { detail: say(detail) }),
      buttons: buttons.map(([, label]) => say(label)),
      defaultId: 0,
      cancelId: last,
      noLink: true,
      ...(signal && { signal }),
    });
    const { response } = await showing(shown);
    return (buttons[response] ?? buttons[last])?.[0];
  }

  return {
    async askWhatToOpen() {
      const { canceled, filePaths } = await dialog.showOpenDialog(window, {
        title: say(DIALOG_TEXTS.openTitle),
        properties: ['openFile'],
        filters: [
          { name: say(DIALOG_TEXTS.textFiles), extensions: TEXT_EXTENSIONS },
          { name: say(DIALOG_TEXTS.allFiles), extensions: ['*'] },
        ],
      });
      return canceled ? null : (filePaths[0] ?? null);
    },

    async askWhichGazetteer() {
      const { canceled, filePaths } = await dialog.showOpenDialog(window, {
        title: say(DIALOG_TEXTS.gazetteerTitle),
        properties: ['openFile'],
        filters: [
          { name: say(DIALOG_TEXTS.nameLists), extensions: ['csv', 'json', 'txt'] },
          { name: say(DIALOG_TEXTS.allFiles), extensions: ['*'] },
        ],
      });
      return canceled ? null : (filePaths[0] ?? null);
    },

    async askWhatToImport() {
      const { canceled, filePaths } = await dialog.showOpenDialog(window, {
        title: say(DIALOG_TEXTS.importTitle),
        properties: ['openFile', 'multiSelections'],
        filters: [
          { name: say(DIALOG_TEXTS.importFiles), extensions: IMPORT_EXTENSIONS },
          { name: say(DIALOG_TEXTS.allFiles), extensions: ['*'] },
        ],
      });
      return canceled ? [] : filePaths;
    },

    async askWhichTagset() {
      const { canceled, filePaths } = await dialog.showOpenDialog(window, {
        title: say(DIALOG_TEXTS.importTagsetTitle),
        properties: ['openFile'],
        filters: [
          { name: say(DIALOG_TEXTS.tagsetFile), extensions: ['json'] },
          { name: say(DIALOG_TEXTS.allFiles), extensions: ['*'] },
        ],
      });
      return canceled ? null : (filePaths[0] ?? null);
    },

    async askWhereTagset(folder) {
      const { canceled, filePath } = await dialog.showSaveDialog(window, {
        title: say(DIALOG_TEXTS.exportTagsetTitle),
        defaultPath: join(folder, say(DIALOG_TEXTS.tagsetName)),
        filters: [{ name: say(DIALOG_TEXTS.tagsetFile), extensions: ['json'] }],
        properties: ['createDirectory', 'showOverwriteConfirmation'],
      });
      return canceled || filePath === '' ? null : filePath;
    },

    async askWhere(suggestedPath, exported) {
      const shown = dialog.showSaveDialog(window, {
        title: say(exported ? DIALOG_TEXTS.exportTitle : DIALOG_TEXTS.saveTitle),
        defaultPath: suggestedPath,
        filters: exported
          ? [
              // Only what follows the last dot: platforms know no other extensions.
              { name: exported.name, extensions: [exported.extension.replace(/^.*\./, '')] },
              { name: say(DIALOG_TEXTS.allFiles), extensions: ['*'] },
            ]
          : [{ name: say(DIALOG_TEXTS.annotationFile), extensions: ['json'] }],
        properties: ['createDirectory', 'showOverwriteConfirmation'],
      });
      const { canceled, filePath } = await showing(shown);
      return canceled || filePath === '' ? null : filePath;
    },

    async askAboutUnsavedWork(name) {
      const answer = await ask(unsavedQuestion(name), DIALOG_TEXTS.unsavedDetail, [
        ['save', DIALOG_TEXTS.save],
        ['discard', DIALOG_TEXTS.dontSave],
        ['cancel', DIALOG_TEXTS.cancel],
      ]);
      return answer ?? 'cancel';
    },

    async askAboutSlowSave(name, ended) {
      if (onScreen > 0) return 'wait';
      const answer = await ask(
        slowSaveQuestion(name),
        DIALOG_TEXTS.slowSaveDetail,
        [
          ['wait', DIALOG_TEXTS.wait],
          ['aside', DIALOG_TEXTS.keepWork],
          ['cancel', DIALOG_TEXTS.cancel],
        ],
        ended,
      );
      return answer ?? 'cancel';
    },

    async askToDiscard(name, changes) {
      const answer = await ask(discardQuestion(name, changes), DIALOG_TEXTS.discardDetail, [
        ['discard', DIALOG_TEXTS.discard],
        ['cancel', DIALOG_TEXTS.cancel],
      ]);
      return answer === 'discard';
    },

    async askAboutOther(name, since) {
      const time = new Intl.DateTimeFormat(locale() === 'zh' ? 'zh-CN' : 'en', { timeStyle: 'short' });
      const question = otherQuestion(name, time.format(new Date(since)));
      const answer = await ask(question, DIALOG_TEXTS.otherDetail, [
        ['open', DIALOG_TEXTS.openHere],
        ['cancel', DIALOG_TEXTS.cancel],
      ]);
      return answer === 'open';
    },

    async askAboutUnresponsive() {
      const answer = await ask(DIALOG_TEXTS.unresponsive, DIALOG_TEXTS.unresponsiveDetail, [
        ['reload', DIALOG_TEXTS.reload],
        ['wait', DIALOG_TEXTS.wait],
      ]);
      return answer ?? 'wait';
    },

    async askAboutChange(name) {
      const answer = await ask(changedQuestion(name), DIALOG_TEXTS.changedDetail, [
        ['elsewhere', DIALOG_TEXTS.elsewhere],
        ['overwrite', DIALOG_TEXTS.overwrite],
        ['cancel', DIALOG_TEXTS.cancel],
      ]);
      return answer ?? 'cancel';
    },

    async askToReplace(name) {
      const answer = await ask(replaceQuestion(name), null, [
        ['replace', DIALOG_TEXTS.replace],
        ['cancel', DIALOG_TEXTS.cancel],
      ]);
      return answer === 'replace';
    },
  };
}
