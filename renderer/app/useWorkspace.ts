import { createContext, useContext, useRef, useSyncExternalStore } from 'react';
import type { FindingsState, FindingsStore } from '../findings/findingsStore';
import type { Workspace } from './workspace';
import type { WorkspaceState } from './workspaceState';

export const WorkspaceContext = createContext<Workspace | null>(null);

export function useWorkspace(): Workspace {
  const workspace = useContext(WorkspaceContext);
  if (!workspace) throw new Error('useWorkspace needs the workspace');
  return workspace;
}

/** A value read off the workspace; the component is rendered again only when it changes (by `Object.is`). */
export function useWorkspaceValue<T>(select: (state: WorkspaceState) => T): T {
  const workspace = useWorkspace();
  return useSyncExternalStore(workspace.subscribe, () => select(workspace.getState()));
}

/** A value read off the findings of a document, remembered as long as their state is the same. */
export function useFindingsValue<T>(findings: FindingsStore, select: (state: FindingsState) => T): T {
  const last = useRef<{ state: FindingsState; value: T } | null>(null);
  return useSyncExternalStore(findings.subscribe, () => {
    const state = findings.getState();
    if (last.current?.state === state) return last.current.value;
    const value = select(state);
    last.current = { state, value };
    return value;
  });
}
