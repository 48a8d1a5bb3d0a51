import type { MentionPlace } from '../../shared/edits/changeMentions';
import type { FaultReport, KanwuApi } from '../../shared/ipc/contract';
import type { Settings } from '../../shared/settings/settings';
import type { Message } from '../../shared/source/fileError';
import { reportFault } from '../diagnostics/reportFault';
import type { TextView } from '../editor/textView';
import type { EverywhereStore } from '../everywhere/everywhereStore';
import { enabledKinds } from '../findings/enabledKinds';
import { en, type Messages } from '../messages/en';
import { messagesIn } from '../messages/useMessages';
import { zh } from '../messages/zh';
import type { SeriesStore } from '../series/seriesStore';
import { SuggesterWorker } from '../suggestions/suggesterWorker';
import { suggestionFilter, suggestionsDiffer } from '../suggestions/suggestionFilter';
import {
  AT_START,
  type OpenDocument,
  type ShownDialog,
  shownLocale,
  type WorkspaceState,
} from './workspaceState';

export interface MentionRowActions {
  /** The mentions selected. */
  readonly places: () => readonly MentionPlace[];
  readonly retype: (type: string) => void;
  readonly remove: () => void;
}

export interface FindActions {
  readonly show: (replacing: boolean) => void;
  readonly step: (direction: 1 | -1) => void;
}

/** Milliseconds a passing notice stays. */
const NOTICE_STAYS = 6000;

/**
 * What the window shows and everything it needs for that: start reply, settings, the open document, dialogs and
 * notices. The flows of `openFlow.ts` and `saveFlow.ts` and the commands work on it.
 */
export class Workspace {
  readonly kanwu: KanwuApi;
  /** Made once, at start, so that it has its word list when the first file opens. */
  readonly worker: Worker;
  /** Made when a document first wants suggestions. */
  readonly suggester: SuggesterWorker;
  /** The mounted text view; null where no document is shown. */
  view: TextView | null = null;
  /** Find and replace in the open document; null where none is shown. */
  find: FindActions | null = null;
  /** What became of the last export of the open document. */
  lastReport: Extract<ShownDialog, { kind: 'exportReport' }> | null = null;
  /** "More of the same" in the open document; null where none is shown. */
  series: SeriesStore | null = null;
  /** The other occurrences of a name just tagged; null where no document is shown. */
  everywhere: EverywhereStore | null = null;
  /** The list of mentions while it has the keyboard: its commands then work on the rows selected there. */
  mentionRows: MentionRowActions | null = null;
  private state: WorkspaceState = AT_START;
  private readonly listeners = new Set<() => void>();
  private notices = 0;

  constructor(kanwu: KanwuApi, worker: Worker) {
    this.kanwu = kanwu;
    this.worker = worker;
    this.suggester = new SuggesterWorker(kanwu, () => {
      if (this.state.suggestionsFailed) return;
      this.update({ suggestionsFailed: true });
      this.notice(messages => messages.suggestions.failed, 'warning');
    });
  }

  getState = (): WorkspaceState => this.state;

  /** For `useSyncExternalStore`. Changes inside the document are told by its session, not here. */
  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  update(change: Partial<WorkspaceState>): void {
    this.state = { ...this.state, ...change };
    for (const listener of this.listeners) listener();
  }

  get open(): OpenDocument | null {
    return this.state.open;
  }

  get messages(): Messages {
    return messagesIn(shownLocale(this.state));
  }

  /** Puts a document in the window in place of the present one, or none. What was said of that one goes with it. */
  show(open: OpenDocument | null): void {
    const previous = this.state.open;
    if (previous === open) return;
    this.lastReport = null;
    const notices = previous ? [] : this.state.notices;
    this.update({
      open,
      notices,
      kinds: null,
      inspectorTab: 'findings',
      suggested: AT_START.suggested,
      shownEntity: null,
    });
    previous?.dispose();
  }

  /** Changes what is known of the open document; nothing if `of` is no longer the one open. */
  amend(of: OpenDocument, change: Partial<OpenDocument>): void {
    const { open } = this.state;
    if (open?.session === of.session) this.update({ open: { ...open, ...change } });
  }

  dialog(dialog: ShownDialog | null): void {
    this.update({ dialog });
  }

  /**
   * `message` from main as it is, or picked from the messages of both languages. A warning stays until it is
   * dismissed, with a button for `command` if one is named; what is plain passes by itself.
   */
  notice(
    message: Message | ((messages: Messages) => string),
    tone: 'plain' | 'warning' = 'plain',
    command: string | null = null,
  ): void {
    const id = ++this.notices;
    const both = typeof message === 'function' ? { en: message(en), zh: message(zh) } : message;
    const others = this.state.notices.filter(notice => notice.message.en !== both.en);
    const passing = tone === 'plain';
    this.update({ notices: [...others, { id, tone, message: both, passing, command }] });
    if (passing) setTimeout(() => this.dismissNotice(id), NOTICE_STAYS);
  }

  /** Says to a screen reader what can be seen in the text. */
  announce(message: Message | ((messages: Messages) => string)): void {
    const both = typeof message === 'function' ? { en: message(en), zh: message(zh) } : message;
    this.update({ spoken: { id: ++this.notices, message: both } });
  }

  dismissNotice(id: number): void {
    const notices = this.state.notices.filter(notice => notice.id !== id);
    if (notices.length < this.state.notices.length) this.update({ notices });
  }

  /** Shown at once; main keeps it and tells it back. */
  changeSettings(change: Partial<Settings>): void {
    this.settingsChanged({ ...this.state.settings, ...change });
    this.kanwu.changeSettings(change).catch(this.unexpected);
  }

  settingsChanged(settings: Settings): void {
    const before = this.state.settings;
    this.update({ settings });
    const { open } = this.state;
    open?.session.setAuthor(settings.author);
    open?.findings.filter(settings.minimumConfidence, enabledKinds(settings));
    if (suggestionsDiffer(before, settings)) open?.suggestions.setFilter(suggestionFilter(settings), true);
  }

  /** For promises that only a fault of the program rejects: said, not swallowed. */
  readonly unexpected = (error: unknown, where: FaultReport['where'] = 'promise'): void => {
    reportFault(this.kanwu, where, error);
    const what = error instanceof Error ? error.message : String(error);
    this.notice(messages => messages.notices.unexpected(what), 'warning');
  };
}
