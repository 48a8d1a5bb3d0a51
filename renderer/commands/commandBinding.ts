import type { Workspace } from '../app/workspace';

/** What a command of the catalogue does, and when. */
export interface CommandBinding {
  readonly enabled: (workspace: Workspace) => boolean;
  /** For commands that are on or off; absent for all others. */
  readonly checked?: (workspace: Workspace) => boolean;
  readonly run: (workspace: Workspace) => void | Promise<void>;
}

export type CommandBindings = Readonly<Record<string, CommandBinding>>;

/** Possible at any time, unless a dialog has to be answered first. */
export const always = (): boolean => true;

/** Possible while a document is open. */
export const withDocument = (workspace: Workspace): boolean => workspace.open !== null;
