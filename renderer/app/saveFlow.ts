import { annotationFileParts } from '../../shared/annotation/writeAnnotations';
import type { KanwuDocument } from '../../shared/document/document';
import { decidedNames } from '../suggestions/rememberNames';
import { joinInSlices } from './timeSlices';
import type { Workspace } from './workspace';
import type { OpenDocument } from './workspaceState';

const running = new WeakMap<OpenDocument['session'], Promise<boolean>>();

/**
 * Writes the annotation file; true when the document as it was when its turn came is on the disk. Edits made meanwhile stay
 * unsaved work. A second call waits for the first, so that
 * two writes never cross.
 */
export async function save(workspace: Workspace, ask: boolean): Promise<boolean> {
  const { open } = workspace;
  if (!open) return false;
  const before = running.get(open.session) ?? Promise.resolve(true);
  const saving = before.then(() => write(workspace, open, ask));
  running.set(open.session, saving);
  return saving;
}

async function write(workspace: Workspace, open: OpenDocument, ask: boolean): Promise<boolean> {
  const { session, file } = open;
  const { document } = session;
  workspace.update({ activity: 'saving' });
  try {
    const text = await annotationText(workspace, open);
    const reply = await workspace.kanwu.save({ documentId: file.documentId, text, ask });
    if (reply.kind === 'failed') {
      workspace.dialog({ kind: 'error', action: 'save', error: reply.error, sourceOf: null });
    }
    if (reply.kind !== 'saved') return false;
    session.markSaved(document);
    if (ask || open.annotationName === null) {
      workspace.notice(messages => messages.notices.saved(reply.displayPath));
    }
    workspace.amend(open, { annotationName: reply.name, savedAt: reply.at });
    keepNames(workspace, document, file.name).catch(workspace.unexpected);
    return true;
  } catch (error) {
    workspace.unexpected(error);
    return false;
  } finally {
    if (workspace.getState().activity === 'saving') workspace.update({ activity: null });
  }
}

/** What was decided in a document that is saved is suggested in the next ones. */
async function keepNames(workspace: Workspace, document: KanwuDocument, name: string): Promise<void> {
  const names = await decidedNames(document);
  if (names.length > 0) await workspace.kanwu.rememberNames({ names, document: name });
}

/** The annotation file's text, the same as `writeAnnotations` gives, made while the window stays alive. */
export function annotationText(workspace: Workspace, { session }: OpenDocument): Promise<string> {
  const version = workspace.getState().start?.version ?? '0';
  const extras = {
    generator: `Kanwu ${version}`,
    saved: new Date().toISOString(),
    orphans: session.orphans,
  };
  return joinInSlices(annotationFileParts(session.document, extras));
}

/** Main's question about unsaved work was answered "Save". */
export async function answerSaveRequest(workspace: Workspace, requestId: number): Promise<void> {
  const saved = await save(workspace, false);
  await workspace.kanwu.saveAnswer({ requestId, saved });
}
