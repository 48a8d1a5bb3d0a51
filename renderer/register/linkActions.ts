import { isNoChange } from '../../shared/document/change';
import { indexOfBlock } from '../../shared/document/document';
import type { MentionPlace } from '../../shared/edits/changeMentions';
import { unlinkMentions } from '../../shared/register/linking';
import type { MentionSpot } from '../../shared/register/registerProblem';
import type { Workspace } from '../app/workspace';
import type { OpenDocument } from '../app/workspaceState';
import { mentionMeant } from '../mentions/mentionAt';

/** The mentions that a command is about: the rows selected in the list, else the one at the caret. */
export function mentionsChosen({ open, mentionRows }: Workspace): readonly MentionPlace[] {
  if (!open) return [];
  if (mentionRows) return mentionRows.places();
  const at = mentionMeant(open.session);
  return at ? [{ index: at.index, id: at.id }] : [];
}

/** The entity that the mention at the caret is linked to; null where there is no mention, or no link. */
export function linkedEntity({ open }: Workspace): string | null {
  const at = open && mentionMeant(open.session);
  const id = at?.mention.entity;
  return id !== undefined && open?.session.document.entities.has(id) ? id : null;
}

/** Asks what the chosen mentions mean. */
export function linkChosen(workspace: Workspace): void {
  const places = mentionsChosen(workspace);
  if (places.length > 0) workspace.dialog({ kind: 'linkEntity', places });
  else workspace.notice(messages => messages.register.link.nothing);
}

export function unlinkChosen(workspace: Workspace): void {
  const { open } = workspace;
  if (open) unlink(workspace, open, mentionsChosen(workspace));
}

/** Takes the links from mentions, as one step. */
export function unlink(workspace: Workspace, open: OpenDocument, places: readonly MentionPlace[]): void {
  const { session } = open;
  const linked = places.filter(
    ({ index, id }) =>
      session.document.blocks[index]?.mentions.find(mention => mention.id === id)?.entity !== undefined,
  );
  const change = unlinkMentions(session.document, linked);
  if (isNoChange(change)) {
    workspace.notice(messages => messages.register.link.notLinked);
    return;
  }
  session.edit('entity.unlink', change);
  workspace.notice(messages => messages.register.link.unlinked(linked.length));
}

/** Brings the register to the front, with the card of an entity or the list of all. */
export function showEntity(workspace: Workspace, id: string | null): void {
  workspace.update({ inspectorTab: 'register', shownEntity: id });
  if (!workspace.getState().settings.inspectorOpen) workspace.changeSettings({ inspectorOpen: true });
}

/** Selects a mention in the text; false where it is gone. `focus`: the keyboard goes along. */
export function goToSpot(
  workspace: Workspace,
  spot: Pick<MentionSpot, 'id' | 'block' | 'index'>,
  focus: boolean,
): boolean {
  const document = workspace.open?.session.document;
  const index = document ? indexOfBlock(document, spot.block, spot.index) : -1;
  const mention = document?.blocks[index]?.mentions.find(({ id }) => id === spot.id);
  if (!mention) return false;
  const selection = {
    anchor: { index, offset: mention.start },
    focus: { index, offset: mention.end },
  };
  workspace.view?.reveal(selection, { flash: true, focus });
  return true;
}
