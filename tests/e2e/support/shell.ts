import type { Page } from '@playwright/test';

/** A dialog that main showed. */
export interface ShownDialog {
  readonly kind: 'open' | 'save' | 'message';
  /** What main gave Electron: title, message, buttons, defaultPath … */
  readonly options: {
    readonly title?: string;
    readonly message?: string;
    readonly detail?: string;
    readonly buttons?: readonly string[];
    readonly defaultPath?: string;
  };
}

/** How the next dialog is answered: with a path or a button's index; null cancels. */
export interface DialogAnswer {
  readonly path: string | null;
  readonly button: number | null;
}

export interface MenuItem {
  readonly id: string;
  readonly label: string;
  readonly enabled?: boolean;
  readonly checked?: boolean;
}

export interface LaunchOptions {
  readonly userData: string;
  /** The folder whose `dist/` is run; the repository, unless a spec brings its own page. */
  readonly program: string;
  readonly files: readonly string[];
  readonly env: Readonly<Record<string, string>>;
}

/** The running program as specs drive it, the same for the double and for Electron. */
export interface Shell {
  /** The window's page; another one after `killPage`. */
  readonly page: Page;
  answer(answer: DialogAnswer): Promise<void>;
  dialogs(): Promise<readonly ShownDialog[]>;
  menu(command: string): Promise<void>;
  menuItems(): Promise<readonly MenuItem[]>;
  /** Resolves when the process has ended. */
  readonly ended: Promise<void>;
  /** Starts the program once more with the same user data, as the desktop does for another file. */
  startAgain(files: readonly string[]): Promise<void>;
  /** Closes the window as its close button does; main may ask, and may keep it open. */
  closeWindow(): Promise<void>;
  /** Kills the process that draws the page; main starts another. */
  killPage(): Promise<void>;
  /** Tells main that the page does not answer, without the half minute it takes to find out. */
  reportUnresponsive(): Promise<void>;
  /** Tells main that the computer goes to sleep, and wakes. */
  sleep(): Promise<void>;
  /** Ends the process at once, as a crash or a power cut does. */
  kill(): Promise<void>;
}
