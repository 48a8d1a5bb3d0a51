import { useSyncExternalStore } from 'react';
import type { Source } from '../../shared/document/source';
import { ENCODING_NAMES } from '../../shared/source/encoding';
import { useFindingsValue, useWorkspace, useWorkspaceValue } from '../app/useWorkspace';
import type { OpenDocument } from '../app/workspaceState';
import { runCommand } from '../commands/registry';
import { totalOf } from '../mentions/mentionCounts';
import { type Locale, useLocale, useMessages } from '../messages/useMessages';
import type { EditingSession, SessionState } from '../session/session';
import './status.css';

/** What is open and how far the work on it is. */
export function StatusBar({ open }: { readonly open: OpenDocument }) {
  const workspace = useWorkspace();
  const messages = useMessages();
  const { session, textLength, mentionCounts } = open;
  const { source } = session.document;
  const length = useSyncExternalStore(session.subscribe, textLength.getLength);
  const selected = useSyncExternalStore(session.subscribe, () => selectedLength(session.getState()));
  const openCount = useFindingsValue(open.findings, state => state.open.length);
  const decided = useFindingsValue(open.findings, state => state.decided);
  const mentions = totalOf(useSyncExternalStore(mentionCounts.subscribe, mentionCounts.getCounts));
  const encoding = ENCODING_NAMES[source.encoding];
  return (
    <footer className="status" data-pane="status">
      <span className="status-name truncate" title={open.file.displayPath}>
        {open.file.name}
      </span>
      <button
        type="button"
        className="status-button"
        disabled={open.file.source === null}
        title={messages.status.encoding(encoding)}
        onClick={() => runCommand(workspace, 'file.encoding')}
      >
        {encoding}
        {source.bom && ` ${messages.status.bom}`}
      </button>
      <span>{newlineName(source, messages.status.mixed)}</span>
      <span className="number">{messages.status.characters(length)}</span>
      {selected > 0 && <span className="number">{messages.status.selected(selected)}</span>}
      <span className="status-space" />
      <span className="number">{messages.status.findings(openCount, decided)}</span>
      <span className="number">{messages.status.mentions(mentions)}</span>
      <SavedState open={open} session={session} />
    </footer>
  );
}

function SavedState({ open, session }: { readonly open: OpenDocument; readonly session: EditingSession }) {
  const locale = useLocale();
  const { status } = useMessages();
  const edited = useSyncExternalStore(session.subscribe, () => session.getState().edited);
  const activity = useWorkspaceValue(state => state.activity);
  const words = () => {
    if (activity)
      return { saving: status.saving, opening: status.opening, exporting: status.exporting }[activity];
    if (edited) return status.edited;
    if (open.savedAt !== null) return status.savedAt(clock(open.savedAt, locale));
    return open.annotationName === null ? status.unchanged : status.saved;
  };
  return (
    <span
      className="status-saved"
      data-state={activity ? 'busy' : edited ? 'edited' : 'saved'}
      title={open.annotationName ?? undefined}
      aria-live="polite"
    >
      {words()}
    </span>
  );
}

function clock(iso: string, locale: Locale): string {
  return new Date(iso).toLocaleTimeString(locale === 'zh' ? 'zh-CN' : 'en-GB', {
    hour: '2-digit',
    minute: '2-digit',
  });
}

function newlineName({ newline }: Source, mixed: string): string {
  return { '\n': 'LF', '\r\n': 'CRLF', '\r': 'CR', mixed }[newline];
}

/** UTF-16 code units selected, separators left out. Linear in the blocks selected only. */
function selectedLength({ document, selection }: SessionState): number {
  if (!selection) return 0;
  const { anchor, focus } = selection;
  if (anchor.index === focus.index) return Math.abs(anchor.offset - focus.offset);
  const [from, to] = anchor.index < focus.index ? [anchor, focus] : [focus, anchor];
  let length = (document.blocks[from.index]?.body.text.length ?? 0) - from.offset + to.offset;
  for (let index = from.index + 1; index < to.index; index++) {
    length += document.blocks[index]?.body.text.length ?? 0;
  }
  return length;
}
