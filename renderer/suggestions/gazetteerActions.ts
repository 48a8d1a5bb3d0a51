import type { GazetteerInfo } from '../../shared/ipc/contract';
import type { Workspace } from '../app/workspace';

/** Asks for a file of names and takes them in; the gazetteers there are then, null where none was loaded. */
export async function loadGazetteer(workspace: Workspace): Promise<readonly GazetteerInfo[] | null> {
  const reply = await workspace.kanwu.loadGazetteer(null);
  if (reply.kind === 'cancelled') return null;
  if (reply.kind === 'failed') {
    workspace.dialog({ kind: 'error', action: 'open', error: reply.error, sourceOf: null });
    return null;
  }
  workspace.notice(messages => messages.suggestions.loaded(reply.name, reply.count));
  await workspace.suggester.tellOthers();
  return reply.gazetteers;
}

export async function turnGazetteer(
  workspace: Workspace,
  id: string,
  on: boolean,
): Promise<readonly GazetteerInfo[]> {
  const list = await workspace.kanwu.turnGazetteer({ id, on });
  await workspace.suggester.tellOthers();
  return list;
}

export async function removeGazetteer(workspace: Workspace, id: string): Promise<readonly GazetteerInfo[]> {
  const list = await workspace.kanwu.removeGazetteer({ id });
  await workspace.suggester.tellOthers();
  return list;
}

/** Clears what was decided about names in all documents so far. Their own annotation files stay as they are. */
export async function forgetNames(workspace: Workspace): Promise<void> {
  await workspace.kanwu.forgetNames(null);
  await workspace.suggester.tellOthers();
  workspace.notice(messages => messages.suggestions.forgotten);
}
