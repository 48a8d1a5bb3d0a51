import type { Change } from '../../shared/document/change';
import { indexOfBlock, type KanwuDocument } from '../../shared/document/document';
import type { Mention } from '../../shared/document/mention';
import { changingMentions, type MentionPlace } from '../../shared/edits/changeMentions';
import type { PlacedMention } from '../../shared/edits/tagging';
import { drained } from '../../shared/steps/drained';
import { pause } from '../app/timeSlices';
import type { Workspace } from '../app/workspace';
import type { OpenDocument } from '../app/workspaceState';
import { working } from '../import/working';

/** Mentions changed within the key press that asks for it, some milliseconds; for more the change is made in slices. */
export const AT_ONCE = 2000;

/** Where mentions stand now that were chosen in a list; those whose block is gone are left out. */
export function* placesNow(
  document: KanwuDocument,
  chosen: ReadonlyMap<string, PlacedMention>,
): Generator<MentionPlace, undefined> {
  for (const [id, { block, index: before }] of chosen) {
    const index = document.blocks[before] === block ? before : indexOfBlock(document, block.id, before);
    if (index >= 0) yield { index, id };
  }
  return undefined;
}

/** Changes chosen mentions (null takes one away) as {@link editMany} does. */
export function changeMany(
  workspace: Workspace,
  open: OpenDocument,
  label: string,
  chosen: ReadonlyMap<string, PlacedMention>,
  become: (mention: Mention) => Mention | null,
): Promise<boolean> {
  const { size } = chosen;
  return editMany(workspace, open, label, size, document =>
    changingMentions(document, placesNow(document, chosen), become, size),
  );
}

/**
 * Makes a change for which `count` mentions have to be looked at as one step. `plan` says what it is, yielding the share done. A change of many is planned while
 * the window goes on answering, with a dialog where that takes long, and anew where the document becomes another
 * meanwhile. Resolves to whether it was made: false where the editor cancelled it or closed the document.
 */
export async function editMany(
  workspace: Workspace,
  open: OpenDocument,
  label: string,
  count: number,
  plan: (document: KanwuDocument) => Generator<number, Change>,
): Promise<boolean> {
  const { session } = open;
  if (count <= AT_ONCE) {
    session.edit(label, drained(plan(session.document)));
    return true;
  }
  // A dialog that asked for it closes first, which takes a turn of its own.
  await pause();
  for (;;) {
    const { document } = session;
    const change = await working(workspace, 'changing', plan(document));
    // Making it, with all that follows it at once, has a turn of its own.
    await pause();
    if (change === null || workspace.open !== open) return false;
    if (session.document !== document) continue;
    session.edit(label, change);
    return true;
  }
}
