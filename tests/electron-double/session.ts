import { EventEmitter } from 'node:events';

type RequestListener = (
  details: { readonly url: string; readonly method: string },
  callback: (response: { cancel?: boolean }) => void,
) => void;

/** Requests of the page on their way: a listener may cancel them, as in Electron. */
class DoubleWebRequest {
  #listener: RequestListener | null = null;

  onBeforeRequest(listener: RequestListener | null): void {
    this.#listener = listener;
  }

  /** Whether main cancels a request. */
  cancels(url: string, method: string): Promise<boolean> {
    const listener = this.#listener;
    if (!listener) return Promise.resolve(false);
    return new Promise(resolve => listener({ url, method }, ({ cancel }) => resolve(cancel ?? false)));
  }
}

/**
 * The one session. Its answers about permissions are not carried over: Chromium offers no way to take back what it
 * grants a page by itself (writing to the clipboard after a click); the rest it denies without asking when no one
 * answers its prompt. Downloads are off in `chromium.ts`.
 */
class DoubleSession
  extends EventEmitter
  implements
    Pick<
      Electron.Session,
      'setPermissionRequestHandler' | 'setPermissionCheckHandler' | 'setDevicePermissionHandler'
    >
{
  readonly webRequest = new DoubleWebRequest();

  setPermissionRequestHandler(): void {}

  setPermissionCheckHandler(): void {}

  setDevicePermissionHandler(): void {}
}

export const session = { defaultSession: new DoubleSession() };
