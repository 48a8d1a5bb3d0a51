import type { CarriedOver } from '../../shared/anchoring/carryOver';
import type { ImportPlan } from '../../shared/anchoring/importPlan';
import type { ReadAnnotations } from '../../shared/annotation/readAnnotations';
import type { MentionPlace } from '../../shared/edits/changeMentions';
import type { ExportFormat, ExportReport } from '../../shared/exports';
import type { FindingKind } from '../../shared/findings/finding';
import type { ImportFormat, ImportReading } from '../../shared/imports/importFormat';
import type { FilesChanged, OpenedFile, RecentFile, StartReply } from '../../shared/ipc/contract';
import { DEFAULT_SETTINGS, type ExportChoice, type Settings } from '../../shared/settings/settings';
import type { FileError, Message } from '../../shared/source/fileError';
import type { FindingsStore } from '../findings/findingsStore';
import type { JournalWriter } from '../journal/journalWriter';
import type { MentionCounts } from '../mentions/mentionCounts';
import type { EntityCounts } from '../register/entityCounts';
import type { EditingSession } from '../session/session';
import type { TextLength } from '../status/textLength';
import type { SuggestionOrder } from '../suggestions/suggestionGroups';
import type { SuggestionsStore } from '../suggestions/suggestionsStore';

/** The document in the window with everything that lives as long as it does. */
export interface OpenDocument {
  readonly file: OpenedFile;
  readonly session: EditingSession;
  readonly findings: FindingsStore;
  readonly suggestions: SuggestionsStore;
  readonly mentionCounts: MentionCounts;
  readonly entityCounts: EntityCounts;
  readonly textLength: TextLength;
  readonly journal: JournalWriter;
  /** Name of its annotation file once it is written or was read; null for work that has no file yet. */
  readonly annotationName: string | null;
  /** ISO 8601; null before the first save since it was opened. */
  readonly savedAt: string | null;
  /** Ends what listens on the session's behalf. */
  readonly dispose: () => void;
}

/** A sentence for the bar above the text. It stays until dismissed; one with `passing` also goes by itself. */
export interface Notice {
  readonly id: number;
  readonly tone: 'plain' | 'warning';
  readonly message: Message;
  readonly passing: boolean;
  /** Id of the command that does something about it, offered as a button; null where there is none. */
  readonly command: string | null;
}

/** A sentence for those who listen to the window instead of looking at it. */
export interface Spoken {
  readonly id: number;
  readonly message: Message;
}

/** What lies over the window; one at a time. */
export type ShownDialog =
  /** Says what mentions mean. */
  | { readonly kind: 'linkEntity'; readonly places: readonly MentionPlace[] }
  /** Merges an entity into another to be chosen. */
  | { readonly kind: 'mergeEntity'; readonly entity: string }
  | {
      readonly kind: 'error';
      readonly action: 'open' | 'save' | 'export' | 'import';
      readonly error: FileError;
      /** The opened file whose source can be had without its annotations; null where that is no way out. */
      readonly sourceOf: OpenedFile | null;
      /** The export that UTF-8 could hold where the source's encoding can't. */
      readonly retryAsUtf8?: ExportChoice | null;
    }
  | ({ readonly kind: 'filesChanged' } & FilesChanged)
  | { readonly kind: 'otherSource'; readonly file: OpenedFile; readonly reading: ReadAnnotations }
  | {
      readonly kind: 'working';
      readonly what: 'reading' | 'placing' | 'carrying' | 'changing';
      /** 0–1. */
      readonly share: number;
      readonly cancel: () => void;
    }
  | {
      readonly kind: 'import';
      readonly file: OpenedFile;
      readonly format: ImportFormat;
      readonly reading: Extract<ImportReading, { kind: 'read' }>;
      /** Whether main holds the file as the present document already. */
      readonly isCurrent: boolean;
    }
  | { readonly kind: 'importReview'; readonly plan: ImportPlan }
  | { readonly kind: 'carryReview'; readonly file: OpenedFile; readonly carried: CarriedOver }
  | {
      readonly kind: 'exportReport';
      readonly format: ExportFormat;
      readonly report: ExportReport;
      /** Where it was written, to be shown. */
      readonly place: string;
    }
  | {
      readonly kind:
        | 'export'
        | 'earlierVersions'
        | 'tagset'
        | 'encoding'
        | 'acceptAll'
        | 'normalise'
        | 'series'
        | 'acceptSuggestions'
        | 'everywhere'
        | 'palette'
        | 'keys'
        | 'settings'
        | 'diagnostics'
        | 'about';
    };

/** What the program is busy with that the editor may have to wait for. */
export type Activity = 'opening' | 'saving' | 'exporting';

export interface WorkspaceState {
  /** Null until main has answered. */
  readonly start: StartReply | null;
  readonly settings: Settings;
  readonly recents: readonly RecentFile[];
  readonly open: OpenDocument | null;
  readonly activity: Activity | null;
  /** The worker broke down: there will be no more findings until the program is started again. */
  readonly detectionFailed: boolean;
  readonly suggestionsFailed: boolean;
  readonly notices: readonly Notice[];
  readonly spoken: Spoken | null;
  readonly dialog: ShownDialog | null;
  readonly inspectorTab: 'findings' | 'mentions' | 'register' | 'suggestions';
  /** Which suggestions are listed, and in what order; types null: all. */
  readonly suggested: { readonly types: ReadonlySet<string> | null; readonly order: SuggestionOrder };
  /** The entity whose card the register shows, by id; null for the list of all. */
  readonly shownEntity: string | null;
  /** Kinds of finding in the queue; null: all. */
  readonly kinds: ReadonlySet<FindingKind> | null;
}

export const AT_START: WorkspaceState = {
  start: null,
  settings: DEFAULT_SETTINGS,
  recents: [],
  open: null,
  activity: null,
  detectionFailed: false,
  notices: [],
  spoken: null,
  dialog: null,
  inspectorTab: 'findings',
  shownEntity: null,
  kinds: null,
  suggested: { types: null, order: 'text' },
  suggestionsFailed: false,
};

/** The program's language: the setting, or where that says 'system' what main found, else the browser's own. */
export function shownLocale({ start, settings }: WorkspaceState): 'zh' | 'en' {
  if (settings.locale !== 'system') return settings.locale;
  if (start && start.settings.locale === 'system') return start.locale;
  return navigator.language.startsWith('zh') ? 'zh' : 'en';
}
