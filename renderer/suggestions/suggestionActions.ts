import type { Change } from '../../shared/document/change';
import { acceptSuggestions, dismissSuggestion } from '../../shared/edits/decideSuggestion';
import type { Workspace } from '../app/workspace';
import type { OpenDocument } from '../app/workspaceState';
import { keepFocus } from '../review/findingQueue';
import type { KeptSuggestion } from './openSuggestions';
import { type NameGroup, orderedGroups, type PlacedSuggestion } from './suggestionGroups';

/** Whether the commands of the menu "Review" mean suggestions: their tab is in front. */
export function reviewsSuggestions(workspace: Workspace): boolean {
  return workspace.getState().inspectorTab === 'suggestions';
}

/** The names as the panel lists them now. */
export function shownGroups(workspace: Workspace): readonly NameGroup[] {
  const { open, suggested } = workspace.getState();
  return open ? orderedGroups(open.suggestions.getState().list.groups, suggested.types, suggested.order) : [];
}

interface Position {
  readonly group: number;
  readonly place: number;
}

function positionOf(groups: readonly NameGroup[], current: KeptSuggestion | null): Position | null {
  if (!current) return null;
  const group = groups.findIndex(({ key }) => key === current.key);
  const place = groups[group]?.places.findIndex(({ suggestion }) => suggestion === current) ?? -1;
  return place < 0 ? null : { group, place };
}

/** Shows a suggestion in the text, its words selected; the focus goes there if told so. */
export function goToSuggestion(workspace: Workspace, placed: PlacedSuggestion, focus = false): void {
  const { open, view } = workspace;
  if (!open) return;
  const { suggestion, near } = placed;
  open.suggestions.setCurrent(suggestion);
  const index = open.suggestions.indexOf(suggestion, near);
  if (index < 0) return;
  const { start, end } = suggestion;
  const nowhere = document.activeElement === null || document.activeElement === document.body;
  view?.reveal(
    { anchor: { index, offset: start }, focus: { index, offset: end } },
    { flash: true, focus: focus || nowhere },
  );
}

/** Goes to the next (or previous) place of the name, then to the next name; round at the ends. */
export function goToNextSuggestion(workspace: Workspace, direction: 1 | -1): void {
  const { open } = workspace;
  open?.suggestions.settle();
  const groups = shownGroups(workspace);
  if (!open || groups.length === 0) {
    if (open) workspace.notice(messages => messages.suggestions.noneLeft);
    return;
  }
  const at = positionOf(groups, open.suggestions.getState().current);
  const target = at ? neighbour(groups, at, direction) : fromCaret(open, groups);
  if (target) goToSuggestion(workspace, target);
}

function neighbour(
  groups: readonly NameGroup[],
  at: Position,
  direction: 1 | -1,
): PlacedSuggestion | undefined {
  const within = groups[at.group]?.places[at.place + direction];
  if (within) return within;
  const group = groups[(at.group + direction + groups.length) % groups.length];
  return group?.places.at(direction === 1 ? 0 : -1);
}

/** The first name that has a place at the caret or after it. */
function fromCaret({ session }: OpenDocument, groups: readonly NameGroup[]): PlacedSuggestion | undefined {
  const caret = session.getState().selection?.focus ?? { index: 0, offset: 0 };
  const isAhead = ({ near, suggestion }: PlacedSuggestion) =>
    near > caret.index || (near === caret.index && suggestion.end >= caret.offset);
  return groups.map(({ places }) => places[0]).find(first => first && isAhead(first)) ?? groups[0]?.places[0];
}

/** The suggestion the editor is at with its name; where there is none, the next is gone to and nothing decided. */
function decidable(
  workspace: Workspace,
): { readonly group: NameGroup; readonly at: Position; readonly open: OpenDocument } | null {
  const { open } = workspace;
  if (!open) return null;
  open.suggestions.settle();
  const groups = shownGroups(workspace);
  const at = positionOf(groups, open.suggestions.getState().current);
  const group = at && groups[at.group];
  if (at && group) return { group, at, open };
  goToNextSuggestion(workspace, 1);
  return null;
}

/** Makes a change that decides, and moves on to what stands where the decided one stood. */
function decide(
  workspace: Workspace,
  label: string,
  { group, at, open }: NonNullable<ReturnType<typeof decidable>>,
  change: Change,
): void {
  open.session.edit(label, change);
  keepFocus(workspace);
  if (!workspace.getState().settings.autoAdvance) return;
  const groups = shownGroups(workspace);
  const same = groups.findIndex(({ key }) => key === group.key);
  const next =
    groups[same]?.places[at.place] ??
    groups[same < 0 ? at.group : same + 1]?.places[0] ??
    groups[0]?.places[0];
  if (next) goToSuggestion(workspace, next);
}

/** Tags the words of the suggestion the editor is at, with another type than was suggested where one is given. */
export function acceptCurrent(workspace: Workspace, type?: string): void {
  const decision = decidable(workspace);
  const placed = decision?.group.places[decision.at.place];
  if (!decision || !placed) return;
  const { session } = decision.open;
  const options = { near: placed.near, ...(type === undefined ? {} : { type }) };
  const change = acceptSuggestions(session.document, [placed.suggestion], session.context(), options);
  decide(workspace, 'suggest.accept', decision, change);
}

/** Tags the name of the suggestion the editor is at in every place it is suggested at, as one step. */
export function acceptName(workspace: Workspace): void {
  const decision = decidable(workspace);
  if (!decision) return;
  const { session } = decision.open;
  const list = decision.group.places.map(({ suggestion }) => suggestion);
  const change = acceptSuggestions(session.document, list, session.context(), {
    near: decision.group.places[0]?.near ?? 0,
  });
  decide(workspace, 'suggest.acceptName', { ...decision, at: { ...decision.at, place: 0 } }, change);
}

/** The name is no mention of this type anywhere in the document. */
export function dismissCurrent(workspace: Workspace): void {
  const decision = decidable(workspace);
  const placed = decision?.group.places[decision.at.place];
  if (!decision || !placed) return;
  const { session } = decision.open;
  const change = dismissSuggestion(session.document, placed.suggestion, session.context());
  decide(workspace, 'suggest.dismiss', { ...decision, at: { ...decision.at, place: 0 } }, change);
}

/** Tags many suggestions as one step. */
export function acceptGroups(workspace: Workspace, list: readonly KeptSuggestion[]): void {
  const { open } = workspace;
  if (!open || list.length === 0) return;
  const { session } = open;
  session.edit('suggest.acceptAll', acceptSuggestions(session.document, list, session.context()));
  workspace.notice(messages => messages.suggestions.tagged(list.length));
}

/**
 * Takes a type key for the suggestion the editor is at, while its words are what is selected; false where the key means
 * something else.
 */
export function acceptAs(workspace: Workspace, type: string): boolean {
  const { open } = workspace;
  if (!open || !reviewsSuggestions(workspace) || workspace.mentionRows) return false;
  const { current } = open.suggestions.getState();
  const { selection } = open.session.getState();
  if (!current || !selection) return false;
  const { anchor, focus } = selection;
  const block = open.session.document.blocks[focus.index];
  const isSelected =
    block?.id === current.block &&
    anchor.index === focus.index &&
    Math.min(anchor.offset, focus.offset) === current.start &&
    Math.max(anchor.offset, focus.offset) === current.end;
  if (!isSelected) return false;
  acceptCurrent(workspace, type);
  return true;
}
