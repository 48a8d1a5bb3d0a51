import { createContext, useContext, useRef, useSyncExternalStore } from 'react';
import type { EditingSession, SessionState } from './session';

export const SessionContext = createContext<EditingSession | null>(null);

export function useSession(): EditingSession {
  const session = useContext(SessionContext);
  if (!session) throw new Error('useSession needs an open document');
  return session;
}

/**
 * A value read off the session's state; the component is rendered again only when it changes (by `Object.is`), so
 * that a keystroke does not redraw the panels.
 */
export function useSessionValue<T>(select: (state: SessionState) => T): T {
  const session = useSession();
  const last = useRef<{ state: SessionState; value: T } | null>(null);
  const read = () => {
    const state = session.getState();
    if (last.current?.state === state) return last.current.value;
    const value = select(state);
    last.current = { state, value };
    return value;
  };
  return useSyncExternalStore(session.subscribe, read);
}

/** The whole state of a session, for what lies outside its panes. */
export function useSessionState(session: EditingSession): SessionState {
  return useSyncExternalStore(session.subscribe, session.getState);
}
