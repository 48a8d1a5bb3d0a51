import { annotationFileParts } from '../../shared/annotation/writeAnnotations';
import type { KanwuDocument } from '../../shared/document/document';
import type { FileError } from '../../shared/source/fileError';
import { decidedNames } from '../suggestions/rememberNames';
import { stageText } from './stageLarge';
import { gatheredInSlices, pause } from './timeSlices';
import type { Workspace } from './workspace';
import type { OpenDocument } from './workspaceState';

export type SaveOutcome =
  | { readonly kind: 'saved' | 'cancelled' }
  | { readonly kind: 'failed'; readonly error: FileError };

const running = new WeakMap<OpenDocument['session'], Promise<SaveOutcome>>();

/**
 * Writes the annotation file; `saved` when the document as it was when its turn came is on the disk. Edits made meanwhile
 * stay unsaved work. A second call waits for the first, so that two writes never cross. `auto` asks nothing and says
 * nothing.
 */
export async function save(
  workspace: Workspace,
  ask: boolean,
  { auto = false }: { readonly auto?: boolean } = {},
): Promise<SaveOutcome> {
  const { open } = workspace;
  if (!open) return { kind: 'cancelled' };
  const before = running.get(open.session) ?? Promise.resolve();
  const saving = before.then(() => write(workspace, open, ask, auto));
  running.set(open.session, saving);
  return saving;
}

async function write(
  workspace: Workspace,
  open: OpenDocument,
  ask: boolean,
  auto: boolean,
): Promise<SaveOutcome> {
  const { session, file, journal } = open;
  const { document } = session;
  workspace.update({ activity: 'saving' });
  try {
    // Both of this very moment.
    const [parts, mark] = await Promise.all([annotationParts(workspace, open), journal.mark()]);
    const text = await stageText(workspace.kanwu, parts);
    const reply = await workspace.kanwu.save({ documentId: file.documentId, text, ask, auto, mark });
    if (reply.kind === 'failed') {
      if (!auto) workspace.dialog({ kind: 'error', action: 'save', error: reply.error, sourceOf: null });
      return reply;
    }
    if (reply.kind === 'cancelled') return reply;
    journal.saved(mark, reply.hash);
    session.markSaved(document);
    if (ask || open.annotationName === null) {
      workspace.notice(messages => messages.notices.saved(reply.displayPath));
    }
    workspace.amend(open, { annotationName: reply.name, savedAt: reply.at });
    keepNames(workspace, document, file.name).catch(workspace.unexpected);
    return { kind: 'saved' };
  } catch (error) {
    workspace.unexpected(error);
    return { kind: 'cancelled' };
  } finally {
    journal.abandonMarks();
    if (workspace.getState().activity === 'saving') workspace.update({ activity: null });
  }
}

/** What was decided in a document that is saved is suggested in the next ones. */
async function keepNames(workspace: Workspace, document: KanwuDocument, name: string): Promise<void> {
  const names = await decidedNames(document);
  if (names.length === 0) return;
  // Twenty thousand names take some milliseconds to write out.
  await pause();
  const text = await stageText(workspace.kanwu, [JSON.stringify(names)]);
  await workspace.kanwu.rememberNames({ names: text, document: name });
}

/** The annotation file's text in parts, the same as `writeAnnotations` gives, made while the window stays alive. */
export function annotationParts(workspace: Workspace, { session }: OpenDocument): Promise<readonly string[]> {
  const version = workspace.getState().start?.version ?? '0';
  const extras = { generator: `Kanwu ${version}`, saved: new Date().toISOString() };
  return gatheredInSlices(annotationFileParts(session.document, extras));
}

/** Main's question about unsaved work was answered "Save". */
export async function answerSaveRequest(workspace: Workspace, requestId: number): Promise<void> {
  const { kind } = await save(workspace, false);
  await workspace.kanwu.saveAnswer({ requestId, saved: kind === 'saved' });
}
