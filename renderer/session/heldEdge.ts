import type { Selection } from '../../shared/document/history';
import type { EditingSession } from './session';

export type Edge = 'start' | 'end';

/** The mention the editor is working on, and its edge that the keys move. */
export interface Held {
  readonly index: number;
  readonly id: string;
  readonly edge: Edge;
}

const held = new WeakMap<EditingSession, Held & { readonly selection: Selection | null }>();

/**
 * Takes hold of a mention until the selection is moved. Without this, a mention made as long as the one around it could
 * no longer be told from that.
 */
export function hold(session: EditingSession, { index, id, edge }: Held): void {
  held.set(session, { index, id, edge, selection: session.getState().selection });
}

/** Lets go: the editor's hand is elsewhere. */
export function release(session: EditingSession): void {
  held.delete(session);
}

/** What is held: nothing once the selection is another, or the mention is gone. */
export function heldIn(session: EditingSession): Held | null {
  const last = held.get(session);
  const { document, selection } = session.getState();
  // The very same: one that was moved away and back was moved.
  if (!last || last.selection !== selection) return null;
  return document.blocks[last.index]?.mentions.some(({ id }) => id === last.id) ? last : null;
}
