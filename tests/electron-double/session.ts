import { EventEmitter } from 'node:events';

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
  setPermissionRequestHandler(): void {}

  setPermissionCheckHandler(): void {}

  setDevicePermissionHandler(): void {}
}

export const session = { defaultSession: new DoubleSession() };
