import { useCallback, useSyncExternalStore } from 'react';
import { useWorkspace } from '../app/useWorkspace';
import type { Workspace } from '../app/workspace';
import { commandStates } from './registry';

/** A number that changes when some command becomes possible or not; for controls that show commands. */
export function useDocumentVersion(): number {
  const workspace = useWorkspace();
  const subscribe = useCallback(
    (listener: () => void) => statesOf(workspace).subscribe(listener),
    [workspace],
  );
  return useSyncExternalStore(subscribe, () => statesOf(workspace).version);
}

/** One watch over the commands for all controls of a workspace; it looks once a frame, and only after a change. */
class CommandStatesWatch {
  version = 0;
  private known = '';
  private frame = 0;
  private readonly listeners = new Set<() => void>();
  private stopDocument: (() => void)[] = [];
  private readonly workspace: Workspace;

  constructor(workspace: Workspace) {
    this.workspace = workspace;
    let listening: unknown = null;
    const follow = () => {
      const { open } = workspace;
      if (open?.session !== listening) {
        for (const stop of this.stopDocument) stop();
        this.stopDocument = open
          ? [open.session.subscribe(this.soon), open.findings.subscribe(this.soon)]
          : [];
        listening = open?.session;
      }
      this.soon();
    };
    workspace.subscribe(follow);
    follow();
  }

  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  private readonly soon = () => {
    if (this.frame === 0) this.frame = requestAnimationFrame(this.look);
  };

  private readonly look = () => {
    this.frame = 0;
    const states = JSON.stringify(commandStates(this.workspace));
    if (states === this.known) return;
    this.known = states;
    this.version++;
    for (const listener of this.listeners) listener();
  };
}

const watches = new WeakMap<Workspace, CommandStatesWatch>();

function statesOf(workspace: Workspace): CommandStatesWatch {
  const known = watches.get(workspace);
  if (known) return known;
  const watch = new CommandStatesWatch(workspace);
  watches.set(workspace, watch);
  return watch;
}
