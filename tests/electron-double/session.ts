import { EventEmitter } from 'node:events';

type CheckHandler = NonNullable<Parameters<Electron.Session['setPermissionCheckHandler']>[0]>;

/** The one session. Its permission answers are carried over to Chromium by `chromium.ts`. */
class DoubleSession
  extends EventEmitter
  implements
    Pick<
      Electron.Session,
      'setPermissionRequestHandler' | 'setPermissionCheckHandler' | 'setDevicePermissionHandler'
    >
{
  #check: CheckHandler | null = null;

  setPermissionRequestHandler(): void {
    // Chromium asks nobody here: what the check handler refuses is denied for good.
  }

  setPermissionCheckHandler(handler: CheckHandler | null): void {
    this.#check = handler;
  }

  setDevicePermissionHandler(): void {
    // Without a chooser no device is ever offered.
  }

  /** Whether main lets its page have a permission. */
  allows(permission: Parameters<CheckHandler>[1], origin: string): boolean {
    return this.#check?.(null, permission, origin, { isMainFrame: true }) ?? true;
  }
}

export const session = { defaultSession: new DoubleSession() };
