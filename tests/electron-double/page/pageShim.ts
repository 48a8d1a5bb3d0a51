import type { Answer } from '../webContents';
import { pack, unpack } from '../wire';
import { showDialog } from './dialogView';

type Heard = (event: unknown, ...payload: unknown[]) => void;
type Binding = (kind: 'invoke' | 'path', name: string, packed: string) => Promise<Answer>;

/** What main's side calls on the page. Out of the page's own way, under a symbol. */
export interface PageEnd {
  receive(channel: string, packed: string): void;
  droppedFile(id: string): File | undefined;
  showDialog: typeof showDialog;
}

declare global {
  // `var` is how a global is declared.
  var kanwuDoublePreload: ((load: (name: string) => unknown) => void) | undefined;
}

async function fetched(parcels: readonly string[]): Promise<string> {
  let text = '';
  for (const address of parcels) text += await (await fetch(address)).text();
  return text;
}

/** Stands in for `require('electron')` in preload, then runs it: before any script of the page, in the top frame only. */
function runPreload(): void {
  const preload = globalThis.kanwuDoublePreload;
  Reflect.deleteProperty(globalThis, 'kanwuDoublePreload');
  const binding = Reflect.get(globalThis, 'kanwuDoubleBinding') as Binding | undefined;
  Reflect.deleteProperty(globalThis, 'kanwuDoubleBinding');
  if (!preload || !binding || window.top !== window || !location.host.endsWith('.invalid')) return;

  const heard = new Map<string, Set<Heard>>();
  const files = new Map<string, File>();

  async function call(kind: 'invoke' | 'path', name: string, packed: string): Promise<unknown> {
    const reply = await (binding as Binding)(kind, name, packed);
    if (reply.error !== undefined) throw new Error(reply.error);
    if (reply.parcels) return unpack(await fetched(reply.parcels));
    return unpack(reply.value ?? '[null]');
  }

  const electron = {
    contextBridge: {
      exposeInMainWorld(name: string, api: object) {
        Object.defineProperty(globalThis, name, { value: Object.freeze(api), enumerable: true });
      },
    },
    ipcRenderer: {
      invoke: (channel: string, ...payload: unknown[]) => call('invoke', channel, pack(payload)),
      on(channel: string, listener: Heard) {
        heard.set(channel, (heard.get(channel) ?? new Set()).add(listener));
      },
      removeListener(channel: string, listener: Heard) {
        heard.get(channel)?.delete(listener);
      },
    },
    webUtils: {
      // Asynchronous, where Electron's answers at once: only main's side can ask Chromium.
      async getPathForFile(file: File) {
        const id = crypto.randomUUID();
        files.set(id, file);
        return call('path', id, '[]').finally(() => files.delete(id));
      },
    },
  };

  const end: PageEnd = {
    receive(channel, packed) {
      const payload = unpack(packed) as unknown[];
      for (const listener of [...(heard.get(channel) ?? [])]) listener({}, ...payload);
    },
    droppedFile: id => files.get(id),
    showDialog,
  };
  Object.defineProperty(globalThis, Symbol.for('kanwu-double'), { value: end });
  // Chromium's own question stops its window from closing; main then asks in its place. A page that goes to another
  // address or reloads also "unloads", but says so first.
  let navigating = false;
  navigation.addEventListener('navigate', () => {
    navigating = true;
    setTimeout(() => {
      navigating = false;
    }, 1000);
  });
  addEventListener('beforeunload', event => {
    if (!navigating) event.preventDefault();
  });
  preload(name => {
    if (name === 'electron') return electron;
    throw new Error(`module not found: ${name}`);
  });
}

runPreload();
