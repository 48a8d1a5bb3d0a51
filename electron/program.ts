import { join } from 'node:path';
import { app, type BrowserWindow, powerMonitor } from 'electron';
import * as v from 'valibot';
import { soundFrames } from '../shared/diagnostics/stackFrames';
import type { CommandStates, StartReply } from '../shared/ipc/contract';
import { decidedNamesSchema } from '../shared/ipc/requests';
import type { Message } from '../shared/source/fileError';
import { AppSettings } from './appSettings';
import { type Leaving, UnsavedWorkGuard } from './closing';
import { diagnostics } from './diagnostics';
import { createDialogs } from './dialogs';
import { EarlierNames } from './earlierNames';
import { chooseImport } from './files/chooseImport';
import { OpenDocuments } from './files/documents';
import { exportFiles } from './files/exportFiles';
import { faultOf, type ProgramLog } from './files/programLog';
import { Staging } from './files/staging';
import { openTagset, saveTagset } from './files/tagsetFiles';
import { Gazetteers } from './gazetteers';
import { listen, send } from './ipc';
import { createKeeping, journalsTooLarge } from './keeping';
import { keepThroughSleep } from './keepThroughSleep';
import { setMenu } from './menu';
import type { NetworkGate } from './networkGate';
import { offerReload } from './offerReload';
import { RecentFiles } from './recents';
import { openStore } from './store';
import { createWindow, loadPage, preloadPath } from './window';
import { leavePresent, open, openPath, reopen, showMade, type Workspace } from './workspace';

const PAGE_ENDED: Message = {
  en: 'The window’s page ended unexpectedly and was started again.',
  zh: '窗口页面意外终止，已重新启动。',
};

/**
 * Starts the program in its one window and opens `firstPath` there. The function returned opens further files from
 * outside (null only brings the window to the front). `mainFolder` holds the main and preload bundles.
 */
export function startProgram(
  firstPath: string | null,
  mainFolder: string,
  log: ProgramLog,
  gate: NetworkGate,
): (path: string | null) => void {
  const { store, notices } = openStore();
  const settings = new AppSettings(store, changed => {
    refreshMenu();
    send(window.webContents, 'settingsChanged', changed);
  });
  /** What the next start of the page tells the editor. */
  const problems: Message[] = [...notices, ...settings.notices];
  const window = createWindow(store, preloadPath(mainFolder));
  const contents = window.webContents;
  const dialogs = createDialogs(window, () => settings.locale);
  const guard = new UnsavedWorkGuard({
    askAboutUnsavedWork: name => dialogs.askAboutUnsavedWork(name),
    requestSave: requestId => send(contents, 'saveRequested', { requestId }),
    askAboutSlowSave: (name, ended) => dialogs.askAboutSlowSave(name, ended),
  });
  const recents = new RecentFiles(store, changed => send(contents, 'recentsChanged', changed));
  const documents = new OpenDocuments();
  const earlierNames = new EarlierNames(join(app.getPath('userData'), 'names.json'));
  const gazetteers = new Gazetteers(store, join(app.getPath('userData'), 'gazetteers'));
  const staging = new Staging();
  const keeping = createKeeping(app.getPath('userData'), documents, dialogs, contents, staging);
  const { journals, watch, locks } = keeping;
  const workspace: Workspace = {
    documents,
    guard,
    dialogs,
    recents,
    journals,
    watch,
    locks,
    samplePath: join(app.getAppPath(), 'samples', 'linjiang-evening-news.txt'),
    sampleSavesIn: app.getPath('documents'),
  };
  let commandStates: CommandStates = { disabled: [], checked: [] };
  /** The file to open once the page has asked to start; null afterwards. */
  let launch = firstPath;
  let started = false;

  function showPage(): void {
    loadPage(window).catch((error: unknown) => {
      if (window.isDestroyed()) return;
      log.fault('loading the page', faultOf(error));
      console.error('kanwu: the page could not be loaded:', error);
      app.exit(1);
    });
  }

  function refreshMenu(): void {
    setMenu(settings.locale, commandStates, id => send(contents, 'command', { id }));
  }

  async function start(): Promise<StartReply> {
    if (!started) {
      const tooLarge = await journalsTooLarge(journals);
      if (tooLarge) problems.push(tooLarge);
    }
    const path = launch;
    launch = null;
    started = true;
    // Of a page that was reloaded, or ended, in the middle of handing something over.
    staging.clear();
    const opened = path === null ? await reopen(workspace) : await openPath(workspace, path);
    return {
      locale: settings.locale,
      platform: platformName(),
      version: app.getVersion(),
      shell: process.versions['electron'] ? 'electron' : 'double',
      settings: settings.current,
      recents: recents.list(),
      launch: opened,
      notices: problems.splice(0),
    };
  }

  listen({
    start,
    open: request => open(workspace, request),
    openPath: ({ path }) => openPath(workspace, path),
    ...keeping.listeners,
    export: request => exportFiles(staging.export(request), documents, dialogs),
    stage(part) {
      staging.add(part);
      return null;
    },
    chooseImport: () => chooseImport(documents, dialogs.askWhatToImport),
    showMade: request => showMade(workspace, request, staging.text(request.annotations)),
    setEdited({ documentId, edited }) {
      documents.update(documentId, { edited });
      window.setDocumentEdited(edited);
      return null;
    },
    saveAnswer({ requestId, saved }) {
      guard.saveAnswered(requestId, saved);
      return null;
    },
    async closeDocument({ documentId }) {
      const leaving = await guard.mayLeave(documents.get(documentId));
      if (leaving) await leave(leaving);
      return { closed: leaving !== null };
    },
    changeSettings: change => settings.change(change),
    removeRecent({ id }) {
      recents.remove(id);
      return recents.list();
    },
    clearRecents() {
      recents.clear();
      return recents.list();
    },
    async otherNames() {
      const [earlier, texts] = await Promise.all([earlierNames.text(), gazetteers.texts()]);
      return { earlier, gazetteers: texts };
    },
    async rememberNames({ names, document }) {
      const decided = v.parse(decidedNamesSchema, JSON.parse(staging.text(names)));
      await earlierNames.add(decided, document);
      return null;
    },
    async forgetNames() {
      await earlierNames.clear();
      return null;
    },
    gazetteers: () => gazetteers.list(),
    async loadGazetteer() {
      const path = await dialogs.askWhichGazetteer();
      return path === null ? { kind: 'cancelled' } : gazetteers.load(path);
    },
    turnGazetteer: ({ id, on }) => gazetteers.turn(id, on),
    removeGazetteer: ({ id }) => gazetteers.remove(id),
    async importTagset() {
      const path = await dialogs.askWhichTagset();
      return path === null ? { kind: 'cancelled' } : openTagset(path);
    },
    async exportTagset({ tagset }) {
      const path = await dialogs.askWhereTagset(app.getPath('documents'));
      return path === null ? { kind: 'cancelled' } : saveTagset(path, tagset, documents.current);
    },
    setCommandStates(states) {
      commandStates = states;
      refreshMenu();
      return null;
    },
    clipboard({ action }, sender) {
      sender[action]();
      return null;
    },
    reportFault({ where, name, frames }) {
      log.fault(where, { name, frames: soundFrames(frames) });
      return null;
    },
    diagnostics: () => ({ text: diagnostics(log, gate) }),
    quit() {
      window.close();
      return null;
    },
  });

  async function leave(leaving: Leaving): Promise<void> {
    watch.stop();
    await leavePresent(workspace, leaving);
    documents.setCurrent(null);
  }

  guardClosing(window, async () => {
    const leaving = await guard.mayLeave(documents.current);
    if (leaving) await leave(leaving);
    return leaving !== null;
  });
  window.on('focus', () => {
    watch.check().catch((error: unknown) => console.error('kanwu: could not look at the files:', error));
  });
  keepThroughSleep(powerMonitor, journals, watch);
  offerReload(window, contents, () => dialogs.askAboutUnresponsive());
  contents.on('render-process-gone', (_event, { reason }) => {
    log.write('page gone', { reason });
    guard.abandon();
    const { current } = documents;
    if (current) documents.update(current.id, { edited: false });
    problems.push(PAGE_ENDED);
    showPage();
  });
  refreshMenu();
  showPage();

  return path => {
    if (window.isDestroyed()) return;
    if (window.isMinimized()) window.restore();
    window.focus();
    if (path === null) return;
    if (!started) launch = path;
    else openPath(workspace, path).then(reply => send(contents, 'openedFromOutside', reply), console.error);
  };
}

/** Keeps the window open until `mayClose` allows it. */
function guardClosing(window: BrowserWindow, mayClose: () => Promise<boolean>): void {
  let allowed = false;
  window.on('close', event => {
    if (allowed) return;
    event.preventDefault();
    mayClose().then(may => {
      if (!may) return;
      allowed = true;
      window.close();
    }, console.error);
  });
}

function platformName(): StartReply['platform'] {
  return process.platform === 'darwin' || process.platform === 'win32' ? process.platform : 'linux';
}
