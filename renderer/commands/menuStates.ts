import type { Workspace } from '../app/workspace';
import { commandStates } from './registry';

/** Milliseconds without a change before the menu bar is told. */
const QUIET = 120;

/**
 * Keeps the menu bar's grey and ticked items as they are here; told only of real changes, and
 * not at every key, but at once of a document opened or closed.
 */
export function tellMenuStates(workspace: Workspace): () => void {
  let told = '';
  let timer: ReturnType<typeof setTimeout> | undefined;
  let stopDocument: (() => void)[] = [];
  let listening = workspace.open?.session;

  const tell = () => {
    clearTimeout(timer);
    timer = undefined;
    const states = commandStates(workspace);
    const text = JSON.stringify(states);
    if (text === told) return;
    told = text;
    workspace.kanwu.setCommandStates(states).catch(workspace.unexpected);
  };
  const soon = () => {
    timer ??= setTimeout(tell, QUIET);
  };
  const stop = workspace.subscribe(() => {
    const { open } = workspace;
    if (open?.session !== listening) {
      for (const end of stopDocument) end();
      stopDocument = open ? [open.session.subscribe(soon), open.findings.subscribe(soon)] : [];
      listening = open?.session;
      // A menu is often the next thing after opening.
      tell();
      return;
    }
    soon();
  });
  return () => {
    stop();
    for (const end of stopDocument) end();
    clearTimeout(timer);
  };
}
