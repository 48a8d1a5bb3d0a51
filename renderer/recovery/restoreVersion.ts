import { readingInSteps } from '../../shared/annotation/readAnnotations';
import { changeBetween } from '../../shared/journal/changeBetween';
import type { Workspace } from '../app/workspace';
import type { OpenDocument } from '../app/workspaceState';
import { working } from '../import/working';
import { en } from '../messages/en';
import { zh } from '../messages/zh';

/** Brings an earlier version of the annotation file into the open document, as one step of its history. */
export async function restoreVersion(
  workspace: Workspace,
  { file, session }: OpenDocument,
  id: string,
  when: string,
): Promise<void> {
  const reply = await workspace.kanwu.earlierVersion({ documentId: file.documentId, id });
  const fail = (error: Extract<typeof reply, { kind: 'failed' }>['error']) =>
    workspace.dialog({ kind: 'error', action: 'open', error, sourceOf: null });
  if (reply.kind === 'failed') return fail(reply.error);
  const reading = await working(workspace, 'reading', readingInSteps(reply.text, reply.name));
  if (!reading) return;
  if (reading.kind === 'failed') return fail(reading.error);
  const { document, ids } = reading;
  workspace.dialog(null);
  if (document.source.sha256 !== session.document.source.sha256) {
    workspace.notice(messages => messages.recovery.earlier.otherSource, 'warning');
    return;
  }
  session.skipIds(ids);
  session.edit('restore', changeBetween(session.document, { ...document, source: session.document.source }));
  workspace.notice({ en: en.recovery.earlier.restored(when), zh: zh.recovery.earlier.restored(when) });
}
