import { type ReadAnnotations, readAnnotations } from '../../shared/annotation/readAnnotations';
import { idSource } from '../../shared/document/ids';
import { openSource } from '../../shared/document/parse';
import type { OpenedFile, OpenedSource, OpenReply, OpenRequest } from '../../shared/ipc/contract';
import { ENCODING_NAMES } from '../../shared/source/encoding';
import type { Message } from '../../shared/source/fileError';
import { enabledKinds } from '../findings/enabledKinds';
import { FindingsStore } from '../findings/findingsStore';
import { MentionCounts } from '../mentions/mentionCounts';
import { EntityCounts } from '../register/entityCounts';
import { EditingSession } from '../session/session';
import { TextLength } from '../status/textLength';
import { beginAfterFindings, suggestionFilter } from '../suggestions/beginSuggestions';
import { SuggestionsStore } from '../suggestions/suggestionsStore';
import { sayDetectionFailed } from './startDetection';
import { pause } from './timeSlices';
import type { Workspace } from './workspace';
import type { OpenDocument } from './workspaceState';

/** Asks main for a document and shows it. Main asks about unsaved work first. */
export function openRequested(workspace: Workspace, request: OpenRequest): Promise<void> {
  return opening(workspace, () => workspace.kanwu.open(request));
}

export function openDropped(workspace: Workspace, file: File): Promise<void> {
  return opening(workspace, () => workspace.kanwu.openDropped(file));
}

async function opening(workspace: Workspace, ask: () => Promise<OpenReply>): Promise<void> {
  if (workspace.getState().activity === 'opening') return;
  workspace.update({ activity: 'opening' });
  try {
    await showReply(workspace, await ask());
  } catch (error) {
    workspace.unexpected(error);
  } finally {
    if (workspace.getState().activity === 'opening') workspace.update({ activity: null });
  }
}

/** Shows what main opened, or says why it could not be. */
export async function showReply(workspace: Workspace, reply: OpenReply): Promise<void> {
  if (reply.kind === 'cancelled') return;
  if (reply.kind === 'failed') {
    workspace.dialog({ kind: 'error', action: 'open', error: reply.error, sourceOf: null });
    return;
  }
  // Lets "Opening…" be painted before a long text is parsed.
  await pause();
  showFile(workspace, reply.document);
}

/** From here on main holds this file as the present document, so the one before is given up in any case. */
function showFile(workspace: Workspace, file: OpenedFile): void {
  const { source, annotations } = file;
  if (annotations === null) {
    if (!source) throw new Error('Neither source nor annotation file was handed over.');
    showFresh(workspace, file, source);
    return;
  }
  const reading = readAnnotations(annotations, file.annotationName);
  if (reading.kind === 'failed') {
    workspace.show(null);
    workspace.dialog({ kind: 'error', action: 'open', error: reading.error, sourceOf: source ? file : null });
    return;
  }
  if (source && source.sha256 !== reading.document.source.sha256) {
    workspace.show(null);
    workspace.dialog({ kind: 'otherSource', file, reading });
    return;
  }
  showAnnotated(workspace, file, reading);
}

function showFresh(workspace: Workspace, file: OpenedFile, source: OpenedSource): void {
  const { text, encoding, bom, newline, sha256 } = source;
  const ids = idSource();
  const document = openSource({ name: file.name, text, encoding, bom, newline, sha256 }, ids);
  const { author } = workspace.getState().settings;
  present(workspace, file, new EditingSession(document, ids, author), null);
}

/** Shows a document as its annotation file holds it, with the text that file carries. */
export function showAnnotated(workspace: Workspace, file: OpenedFile, reading: ReadAnnotations): void {
  const { author } = workspace.getState().settings;
  const session = new EditingSession(reading.document, reading.ids, author, reading.orphans);
  present(workspace, file, session, file.annotations);
  for (const message of reading.notices) workspace.notice(message, 'warning');
}

function present(
  workspace: Workspace,
  file: OpenedFile,
  session: EditingSession,
  annotations: string | null,
): void {
  // First, for the worker holds one document at a time.
  workspace.show(null);
  const { settings } = workspace.getState();
  const findings = new FindingsStore(session, workspace.worker, annotations, settings.minimumConfidence);
  findings.filter(settings.minimumConfidence, enabledKinds(settings));
  const suggestions = new SuggestionsStore(
    session,
    workspace.suggester.get,
    annotations,
    suggestionFilter(settings),
  );
  const stopSuggesting = beginAfterFindings(workspace, findings, suggestions);
  const mentionCounts = new MentionCounts(session);
  const entityCounts = new EntityCounts(session);
  const textLength = new TextLength(session);
  const stopTelling = tellEdited(workspace, file.documentId, session);
  const open: OpenDocument = {
    file,
    session,
    findings,
    suggestions,
    mentionCounts,
    entityCounts,
    textLength,
    annotationName: annotations === null ? null : file.annotationName,
    savedAt: null,
    dispose: () => {
      stopTelling();
      findings.dispose();
      stopSuggesting();
      suggestions.dispose();
      mentionCounts.dispose();
      entityCounts.dispose();
      textLength.dispose();
    },
  };
  workspace.update({ notices: [], dialog: null });
  workspace.show(open);
  if (workspace.getState().detectionFailed) sayDetectionFailed(workspace);
  for (const message of file.notices) {
    workspace.notice(message, 'warning', doubtsEncoding(file, message) ? 'file.encoding' : null);
  }
}

/** Whether main says that the source may have been read in a wrong encoding; such a sentence names the encoding. */
function doubtsEncoding({ source }: OpenedFile, message: Message): boolean {
  if (!source || (source.undecodable === 0 && source.encodingCertain)) return false;
  return message.en.includes(ENCODING_NAMES[source.encoding]);
}

/** Main has to know of unsaved work from its very first change. */
function tellEdited(workspace: Workspace, documentId: string, session: EditingSession): () => void {
  let told = false;
  return session.subscribe(() => {
    const { edited } = session.getState();
    if (edited === told) return;
    told = edited;
    workspace.kanwu.setEdited({ documentId, edited }).catch(workspace.unexpected);
  });
}

/** Leaves a file that could not be shown, so that main and the window agree that nothing is open. */
export function giveUp(workspace: Workspace, file: OpenedFile): void {
  workspace.dialog(null);
  workspace.kanwu.closeDocument({ documentId: file.documentId }).catch(workspace.unexpected);
}

/** Back to the welcome screen, if main gets leave to drop unsaved work. */
export async function closeDocument(workspace: Workspace): Promise<void> {
  const { open } = workspace;
  if (!open) return;
  const { closed } = await workspace.kanwu.closeDocument({ documentId: open.file.documentId });
  if (closed && workspace.open?.session === open.session) {
    workspace.show(null);
  }
}
