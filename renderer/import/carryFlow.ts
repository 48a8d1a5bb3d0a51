import { type CarriedOver, carryOver } from '../../shared/anchoring/carryOver';
import type { ReadAnnotations } from '../../shared/annotation/readAnnotations';
import { storedMentions } from '../../shared/annotation/writeAnnotations';
import type { KanwuDocument } from '../../shared/document/document';
import type { OpenedFile, OpenedSource } from '../../shared/ipc/contract';
import { giveUp } from '../app/showFile';
import type { Workspace } from '../app/workspace';
import type { OpenDocument } from '../app/workspaceState';
import { showMade } from './importFlow';
import { working } from './working';

/** Works out what becomes of a document's work on another version of its source, and shows it for review. */
export async function carryToSource(
  workspace: Workspace,
  file: OpenedFile,
  source: OpenedSource,
  { document, ids }: Pick<ReadAnnotations, 'document' | 'ids'>,
): Promise<void> {
  const before = workspace.getState().dialog;
  const { text, encoding, bom, newline, sha256 } = source;
  const next = { name: file.name, text, encoding, bom, newline, sha256 };
  workspace.dialog(null);
  const carried = await working(workspace, 'carrying', carryOver(document, next, ids));
  workspace.dialog(carried ? { kind: 'carryReview', file, carried } : before);
}

/** The same with the work that is open, onto the source as it is on the disk now. */
export async function carryToDisk(workspace: Workspace, { file, session }: OpenDocument): Promise<void> {
  const reply = await workspace.kanwu.sourceOnDisk({ documentId: file.documentId });
  if (reply.kind === 'failed') {
    workspace.dialog({ kind: 'error', action: 'open', error: reply.error, sourceOf: null });
    return;
  }
  const { document } = session;
  await carryToSource(workspace, file, reply.source, { document, ids: session.context().ids });
}

/** Shows the document over its new source, without the moved mentions that were not chosen: they become orphans. */
export async function acceptCarried(
  workspace: Workspace,
  file: OpenedFile,
  { document, report }: CarriedOver,
  chosen: ReadonlySet<string>,
): Promise<void> {
  const refused = new Set(report.mentions.moved.flatMap(({ id }) => (chosen.has(id) ? [] : [id])));
  const kept = withoutMentions(document, refused);
  const further = refused.size === 0 ? [] : [...storedMentions(document)].filter(({ id }) => refused.has(id));
  workspace.dialog(null);
  // Carried from what is open: the source as it is on the disk is the document's own from now on.
  const { documentId } = file;
  if (workspace.open?.file.documentId === documentId) await workspace.kanwu.keepMine({ documentId });
  const shown = await showMade(workspace, file, { ...kept, orphans: [...document.orphans, ...further] });
  if (!shown && workspace.open?.file.documentId !== documentId) giveUp(workspace, file);
}

function withoutMentions(document: KanwuDocument, ids: ReadonlySet<string>): KanwuDocument {
  if (ids.size === 0) return document;
  const blocks = document.blocks.map(block => {
    const mentions = block.mentions.filter(({ id }) => !ids.has(id));
    return mentions.length === block.mentions.length ? block : { ...block, mentions };
  });
  return { ...document, blocks };
}
