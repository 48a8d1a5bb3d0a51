import type { OpenedFile } from '../../shared/ipc/contract';
import { ENCODING_NAMES } from '../../shared/source/encoding';
import type { Message } from '../../shared/source/fileError';
import { enabledKinds } from '../findings/enabledKinds';
import { FindingsStore } from '../findings/findingsStore';
import { JournalWriter } from '../journal/journalWriter';
import { MentionCounts } from '../mentions/mentionCounts';
import { en } from '../messages/en';
import { zh } from '../messages/zh';
import { EntityCounts } from '../register/entityCounts';
import type { EditingSession } from '../session/session';
import { TextLength } from '../status/textLength';
import { beginAfterFindings } from '../suggestions/beginSuggestions';
import { suggestionFilter } from '../suggestions/suggestionFilter';
import { SuggestionsStore } from '../suggestions/suggestionsStore';
import { startAutosave } from './autosave';
import { sayDetectionFailed } from './watchDetection';
import type { Workspace } from './workspace';
import type { OpenDocument } from './workspaceState';

/** What is to be shown, and how it came about. */
export interface Presented {
  readonly file: OpenedFile;
  readonly session: EditingSession;
  /** Records of the offered journal the session goes on from; null for a journal that begins. */
  readonly records: number | null;
  /** Steps, undos and redos that are in no annotation file. */
  readonly unsaved: number;
  /** Whether there is an annotation file of this document. */
  readonly annotated: boolean;
}

/** Puts a document in the window, with everything that lives as long as it does. */
export function presentDocument(workspace: Workspace, presented: Presented): void {
  const { file, session, records } = presented;
  // First, for the worker holds one document at a time.
  workspace.show(null);
  const { settings } = workspace.getState();
  const findings = new FindingsStore(session, workspace.worker, settings.minimumConfidence);
  findings.filter(settings.minimumConfidence, enabledKinds(settings));
  const suggestions = new SuggestionsStore(session, workspace.suggester.get, suggestionFilter(settings));
  const stopSuggesting = beginAfterFindings(workspace, findings, suggestions);
  const mentionCounts = new MentionCounts(session);
  const entityCounts = new EntityCounts(session);
  const textLength = new TextLength(session);
  workspace.kanwu.takeJournal({ documentId: file.documentId, records }).catch(workspace.unexpected);
  const journal = new JournalWriter(
    workspace.kanwu,
    session,
    {
      documentId: file.documentId,
      base: records === null ? session.document : null,
      firstMark: (records ?? 0) + 1,
      savedHash: file.annotationHash,
    },
    presented.unsaved,
    ({ message }) => {
      const both = { en: en.recovery.noJournal(message.en), zh: zh.recovery.noJournal(message.zh) };
      workspace.notice(both, 'warning', 'file.save');
    },
  );
  const stopTelling = tellEdited(workspace, file.documentId, session, journal);
  const open: OpenDocument = {
    file,
    session,
    findings,
    suggestions,
    mentionCounts,
    entityCounts,
    textLength,
    journal,
    annotationName: presented.annotated ? file.annotationName : null,
    savedAt: null,
    dispose: () => {
      stopAutosave();
      stopTelling();
      journal.dispose();
      findings.dispose();
      stopSuggesting();
      suggestions.dispose();
      mentionCounts.dispose();
      entityCounts.dispose();
      textLength.dispose();
    },
  };
  const stopAutosave = startAutosave(workspace, session);
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

/** Main has to know of unsaved work from its very first change, and of none only when the journal says so too. */
function tellEdited(
  workspace: Workspace,
  documentId: string,
  session: EditingSession,
  journal: JournalWriter,
): () => void {
  let told = false;
  const tell = () => {
    const { edited } = session.getState();
    if (edited === told) return;
    told = edited;
    if (!edited) void journal.flush();
    workspace.kanwu.setEdited({ documentId, edited }).catch(workspace.unexpected);
  };
  tell();
  return session.subscribe(tell);
}
