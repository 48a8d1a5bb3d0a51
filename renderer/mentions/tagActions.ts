import { compareSpots, type KanwuDocument, type Spot } from '../../shared/document/document';
import type { Selection } from '../../shared/document/history';
import type { Mention } from '../../shared/document/mention';
import { changeMentions, type MentionPlace } from '../../shared/edits/changeMentions';
import { addMention, allMentions } from '../../shared/edits/tagging';
import type { Workspace } from '../app/workspace';
import type { OpenDocument } from '../app/workspaceState';
import { heldIn, hold } from '../session/heldEdge';
import { mentionMeant } from './mentionAt';
import { nameAtCaret } from './nameAtCaret';

/** The mentions of exactly the words selected, white space at their edges aside. */
function mentionsOfSelection(document: KanwuDocument, { anchor, focus }: Selection): readonly Mention[] {
  const block = document.blocks[focus.index];
  if (!block || anchor.index !== focus.index) return [];
  const words = (start: number, end: number) => {
    const text = block.body.text.slice(start, end);
    const from = start + text.length - text.trimStart().length;
    return [from, from + text.trim().length] as const;
  };
  const [from, to] = words(Math.min(anchor.offset, focus.offset), Math.max(anchor.offset, focus.offset));
  return block.mentions.filter(({ start, end }) => start === from && end === to);
}

/**
 * Tags the selection; with a caret only, gives the mention there the type, or tags the name there where none is. So it
 * does where just these words are tagged already, unless `also` asks for one more mention of them. Caret and selection stay.
 */
export function tagSelection(workspace: Workspace, type: string, also = false): void {
  if (workspace.mentionRows) {
    workspace.mentionRows.retype(type);
    return;
  }
  const { open } = workspace;
  const selection = open?.session.getState().selection;
  if (!open || !selection) return;
  const { session } = open;
  const { anchor, focus } = selection;
  if (anchor.index !== focus.index) {
    workspace.notice(messages => messages.mentions.acrossBlocks);
    return;
  }
  if (compareSpots(anchor, focus) === 0) {
    const at = mentionMeant(session);
    if (at && !also) retype(open, [at], type);
    else tagNameAtCaret(workspace, open, focus, type);
    return;
  }
  const tagged = mentionsOfSelection(session.document, selection);
  const held = heldIn(session);
  const last = tagged.find(({ id }) => id === held?.id) ?? tagged.at(-1);
  if (last && !also) {
    if (!tagged.some(mention => mention.type === type)) {
      retype(open, [{ index: focus.index, id: last.id }], type);
    }
    return;
  }
  const context = session.context();
  const { change, mention } = addMention(
    session.document,
    focus.index,
    anchor.offset,
    focus.offset,
    type,
    context,
  );
  if (!mention) workspace.notice(messages => messages.mentions.nothingSelected);
  session.edit('tag.add', change);
  // The edge the selection ended at is the one to be corrected next, if any.
  const edge = focus.offset < anchor.offset ? 'start' : 'end';
  if (mention) hold(session, { index: focus.index, id: mention.id, edge });
}

/** Tags the name the caret is in, and leaves the caret where it is. */
function tagNameAtCaret(workspace: Workspace, { session }: OpenDocument, caret: Spot, type: string): void {
  const name = nameAtCaret(session.document, caret);
  if (!name) {
    workspace.notice(messages => messages.mentions.nothingSelected);
    return;
  }
  const { index } = caret;
  const { change, mention } = addMention(session.document, index, ...name, type, session.context());
  session.edit('tag.add', change);
  if (mention) hold(session, { index, id: mention.id, edge: 'end' });
}

/** Gives mentions a type, as one step. */
export function retype(open: OpenDocument, places: readonly MentionPlace[], type: string): void {
  open.session.edit(
    'tag.retype',
    changeMentions(open.session.document, places, mention =>
      mention.type === type ? mention : { ...mention, type },
    ),
  );
}

/** Takes mentions away, as one step. */
export function removeMentions(open: OpenDocument, places: readonly MentionPlace[]): void {
  open.session.edit(
    'tag.remove',
    changeMentions(open.session.document, places, () => null),
  );
}

/** Removes the mention at the caret, or the rows selected in the list. */
export function removeAtCaret(workspace: Workspace): void {
  if (workspace.mentionRows) {
    workspace.mentionRows.remove();
    return;
  }
  const { open } = workspace;
  const at = open && mentionMeant(open.session);
  if (open && at) removeMentions(open, [at]);
}

/** Goes to the next (or previous) mention from the caret, round at the ends. */
export function goToMention(workspace: Workspace, direction: 1 | -1): void {
  const { open, view } = workspace;
  if (!open) return;
  const { document } = open.session;
  const selection = open.session.getState().selection;
  const caret = selection?.anchor ?? { index: 0, offset: -1 };
  const spot = (index: number, { start }: Mention): Spot => ({ index, offset: start });
  let first: [number, Mention] | null = null;
  let previous: [number, Mention] | null = null;
  let next: [number, Mention] | null = null;
  let last: [number, Mention] | null = null;
  for (const { index, mention } of allMentions(document)) {
    const order = compareSpots(spot(index, mention), caret);
    first ??= [index, mention];
    if (order < 0) previous = [index, mention];
    if (order > 0) next ??= [index, mention];
    last = [index, mention];
  }
  const target = direction === 1 ? (next ?? first) : (previous ?? last);
  if (!target) return;
  const [index, { start, end }] = target;
  view?.reveal({ anchor: { index, offset: start }, focus: { index, offset: end } }, { flash: true });
}
