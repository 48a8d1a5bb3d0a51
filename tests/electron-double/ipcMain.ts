import { EventEmitter } from 'node:events';

/** What a listener is told of its sender: the part of Electron's event that Kanwu looks at. */
export interface InvokeEvent {
  readonly sender: unknown;
  readonly senderFrame: { readonly url: string; readonly parent: unknown };
}

type Listener = (event: InvokeEvent, ...payload: unknown[]) => unknown;

class DoubleIpcMain extends EventEmitter {
  readonly #listeners = new Map<string, Listener>();

  handle(channel: string, listener: Listener): void {
    if (this.#listeners.has(channel)) {
      throw new Error(`Attempted to register a second handler for '${channel}'`);
    }
    this.#listeners.set(channel, listener);
  }

  removeHandler(channel: string): void {
    this.#listeners.delete(channel);
  }

  async invoke(channel: string, event: InvokeEvent, payload: readonly unknown[]): Promise<unknown> {
    const listener = this.#listeners.get(channel);
    if (!listener) throw new Error(`No handler registered for '${channel}'`);
    return listener(event, ...payload);
  }
}

export const ipcMain = new DoubleIpcMain();
