import { isCaret, ordered } from '../editor/modelSelection';
import type { EditingSession } from '../session/session';

/** UTF-16 code units of a selection that is taken for the query at most. */
const LONGEST_QUERY = 200;

/** The words selected within one block, to be looked for; empty where none are, or too many. */
export function selectedWords(session: EditingSession): string {
  const { selection } = session.getState();
  if (!selection || isCaret(selection)) return '';
  const [from, to] = ordered(selection);
  if (from.index !== to.index || to.offset - from.offset > LONGEST_QUERY) return '';
  return session.document.blocks[from.index]?.body.text.slice(from.offset, to.offset) ?? '';
}
