import { isNoChange } from '../../shared/document/change';
import type { Selection } from '../../shared/document/history';
import { compareMentions, type Mention } from '../../shared/document/mention';
import type { MentionPlace } from '../../shared/edits/changeMentions';
import { changeMention } from '../../shared/edits/tagging';
import type { Workspace } from '../app/workspace';
import { graphemeLength, wordLength } from '../editor/textBoundaries';
import { type Edge, heldIn, hold } from '../session/heldEdge';
import type { EditingSession } from '../session/session';
import { type FoundMention, mentionMeant } from './mentionAt';

/** Gives a mention another extent; its words are selected then, so that it can be seen and changed again. */
export function setExtent(workspace: Workspace, at: MentionPlace, start: number, end: number): void {
  const { open } = workspace;
  if (!open) return;
  const { session } = open;
  const change = changeMention(session.document, at.index, at.id, { start, end });
  session.edit('tag.extent', change, { selection: selectionOf(at.index, start, end) });
  hold(session, { ...at, edge: 'end' });
}

/**
 * Moves the held edge of the mention at the caret. Without one held it is the edge the selection ends at, or the one
 * nearer to the caret. The caret keeps its place, or goes with the edge that passes it; the selection of just these
 * words follows the mention.
 */
export function moveEdge(workspace: Workspace, unit: 'character' | 'word', direction: 1 | -1): void {
  const { open } = workspace;
  const at = open && mentionMeant(open.session);
  if (!open || !at) return;
  const { session } = open;
  const { document, selection } = session.getState();
  const edge = edgeMeant(session, at);
  const text = document.blocks[at.index]?.body.text ?? '';
  const offset = stepFrom(text, at.mention[edge], unit, direction);
  const moved = { ...at.mention, [edge]: offset };
  const change = changeMention(document, at.index, at.id, { [edge]: offset });
  if (moved.start >= moved.end || isNoChange(change)) return;
  session.edit('tag.extent', change, { selection: selectionAfter(at, moved, selection) });
  hold(session, { index: at.index, id: at.id, edge });
}

function edgeMeant(session: EditingSession, { mention }: FoundMention): Edge {
  const held = heldIn(session);
  if (held) return held.edge;
  const offset = session.getState().selection?.focus.offset ?? mention.end;
  return offset - mention.start < mention.end - offset ? 'start' : 'end';
}

function selectionAfter(
  { index, mention }: FoundMention,
  { start, end }: Mention,
  selection: Selection | null,
): Selection {
  const { anchor, focus } = selection ?? selectionOf(index, mention.end, mention.end);
  const [low, high] = [Math.min(anchor.offset, focus.offset), Math.max(anchor.offset, focus.offset)];
  if (low === mention.start && high === mention.end) {
    return anchor.offset <= focus.offset ? selectionOf(index, start, end) : selectionOf(index, end, start);
  }
  const caret = Math.max(start, Math.min(end, focus.offset));
  return selectionOf(index, caret, caret);
}

/** The next boundary of a character (as a reader counts) or word in a direction; the offset itself at the end of the text. */
export function stepFrom(
  text: string,
  offset: number,
  unit: 'character' | 'word',
  direction: 1 | -1,
): number {
  const length = unit === 'word' ? wordLength : graphemeLength;
  return offset + direction * length(text, offset, direction);
}

/** Takes hold of an edge of the mention at the caret and puts the caret there: the keys move that edge now. */
export function holdEdge(workspace: Workspace, edge: Edge): void {
  const { open } = workspace;
  const at = open && mentionMeant(open.session);
  if (!open || !at) return;
  const offset = at.mention[edge];
  workspace.view?.select(selectionOf(at.index, offset, offset));
  hold(open.session, { index: at.index, id: at.id, edge });
  const name = at.mention.type;
  workspace.announce(({ mentions }) =>
    edge === 'start' ? mentions.heldStart(name) : mentions.heldEnd(name),
  );
}

/**
 * Selects the words of the mention at the caret; where they are selected, those of the mention around it (`outer`) or of the
 * longest one inside it (`inner`).
 */
export function selectMention(workspace: Workspace, way: 'outer' | 'inner'): void {
  const { open } = workspace;
  const at = open && mentionMeant(open.session);
  if (!open || !at) return;
  const { session } = open;
  const { selection } = session.getState();
  const selected = selection && isExtent(selection, at.mention);
  const mentions = session.document.blocks[at.index]?.mentions ?? [];
  const target = selected ? neighbour(mentions, at.mention, way) : at.mention;
  if (!target) return;
  workspace.view?.select(selectionOf(at.index, target.start, target.end));
  hold(session, { index: at.index, id: target.id, edge: 'end' });
}

function isExtent({ anchor, focus }: Selection, { start, end }: Mention): boolean {
  return Math.min(anchor.offset, focus.offset) === start && Math.max(anchor.offset, focus.offset) === end;
}

/** Of mentions in document order, the next one out or in. Those of the same extent count as nested, the last innermost. */
function neighbour(
  mentions: readonly Mention[],
  mention: Mention,
  way: 'outer' | 'inner',
): Mention | undefined {
  const holds = (a: Mention, b: Mention) => a.start <= b.start && b.end <= a.end && compareMentions(a, b) < 0;
  const length = ({ start, end }: Mention) => end - start;
  return way === 'outer'
    ? mentions
        .filter(m => holds(m, mention))
        .sort((a, b) => length(a) - length(b) || compareMentions(b, a))[0]
    : mentions
        .filter(m => holds(mention, m))
        .sort((a, b) => length(b) - length(a) || compareMentions(a, b))[0];
}

function selectionOf(index: number, anchor: number, focus: number): Selection {
  return { anchor: { index, offset: anchor }, focus: { index, offset: focus } };
}
