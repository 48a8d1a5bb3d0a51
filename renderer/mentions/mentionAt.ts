import type { KanwuDocument } from '../../shared/document/document';
import type { Selection } from '../../shared/document/history';
import type { Mention } from '../../shared/document/mention';
import type { MentionPlace } from '../../shared/edits/changeMentions';
import { heldIn } from '../session/heldEdge';
import type { EditingSession } from '../session/session';

/** A mention with its place. */
export interface FoundMention extends MentionPlace {
  readonly mention: Mention;
}

/** The innermost mention at the selection: the one selected exactly, else the shortest that holds it. */
export function mentionAt(document: KanwuDocument, selection: Selection | null): FoundMention | null {
  if (!selection || selection.anchor.index !== selection.focus.index) return null;
  const { index } = selection.focus;
  const start = Math.min(selection.anchor.offset, selection.focus.offset);
  const end = Math.max(selection.anchor.offset, selection.focus.offset);
  let best: Mention | null = null;
  for (const mention of document.blocks[index]?.mentions ?? []) {
    if (mention.start > start || mention.end < end) continue;
    if (!best || mention.end - mention.start <= best.end - best.start) best = mention;
  }
  return best && { index, id: best.id, mention: best };
}

/** The mention a command means: the one the editor took hold of, else the innermost at the selection. */
export function mentionMeant(session: EditingSession): FoundMention | null {
  const { document, selection } = session.getState();
  const held = heldIn(session);
  const mention = held && document.blocks[held.index]?.mentions.find(({ id }) => id === held.id);
  return mention ? { index: held.index, id: mention.id, mention } : mentionAt(document, selection);
}
