import { isNoChange } from '../../shared/document/change';
import { compareSpots, type KanwuDocument, type Spot } from '../../shared/document/document';
import type { Selection } from '../../shared/document/history';
import type { Mention } from '../../shared/document/mention';
import { changeMentions, type MentionPlace } from '../../shared/edits/changeMentions';
import { addMention, allMentions, changeMention } from '../../shared/edits/tagging';
import type { Workspace } from '../app/workspace';
import type { OpenDocument } from '../app/workspaceState';
import { graphemeLength } from '../editor/textBoundaries';

/** The innermost mention at the selection: the one selected exactly, else the shortest that holds it. */
export function mentionAt(
  document: KanwuDocument,
  selection: Selection | null,
): (MentionPlace & { mention: Mention }) | null {
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
 * Tags the selection; with a caret only, gives the mention there the type. So it does where just these words are
 * tagged already, unless `also` asks for one more mention of them.
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
    const at = mentionAt(session.document, selection);
    if (at) retype(open, [at], type);
    else workspace.notice(messages => messages.mentions.nothingSelected);
    return;
  }
  const tagged = mentionsOfSelection(session.document, selection);
  const last = tagged.at(-1);
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
  const at = open && mentionAt(open.session.document, open.session.getState().selection);
  if (open && at) removeMentions(open, [at]);
}

/** Gives a mention another extent; its words are selected then, so that it can be seen and changed again. */
export function setExtent(workspace: Workspace, at: MentionPlace, start: number, end: number): void {
  const { open } = workspace;
  if (!open) return;
  const { session } = open;
  const change = changeMention(session.document, at.index, at.id, { start, end });
  const anchor: Spot = { index: at.index, offset: start };
  session.edit('tag.extent', change, { selection: { anchor, focus: { index: at.index, offset: end } } });
}

/** Moves one edge of the mention at the caret by a character as a reader counts it. */
export function moveEdge(workspace: Workspace, edge: 'start' | 'end', direction: 1 | -1): void {
  const { open } = workspace;
  const at = open && mentionAt(open.session.document, open.session.getState().selection);
  if (!open || !at) return;
  const { session } = open;
  const text = session.document.blocks[at.index]?.body.text ?? '';
  const offset = graphemeStep(text, at.mention[edge], direction);
  const moved = { ...at.mention, [edge]: offset };
  // The caret has to stay inside, or the next press would be about another mention.
  const caret: Spot = {
    index: at.index,
    offset: Math.max(
      moved.start,
      Math.min(moved.end, session.getState().selection?.focus.offset ?? moved.start),
    ),
  };
  const change = changeMention(session.document, at.index, at.id, { [edge]: offset });
  if (isNoChange(change)) return;
  session.edit('tag.extent', change, { selection: { anchor: caret, focus: caret } });
}

/** The next grapheme boundary after (or before) an offset; the offset itself at the end of the text. */
export function graphemeStep(text: string, offset: number, direction: 1 | -1): number {
  return offset + direction * graphemeLength(text, offset, direction);
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
