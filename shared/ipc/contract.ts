import type { TagsetReading } from '../annotation/tagsetFile';
import type { Source } from '../document/source';
import type { Tagset } from '../document/tagset';
import type { Settings } from '../settings/settings';
import type { DecodedSource } from '../source/decodeSource';
import type { SourceEncoding } from '../source/encoding';
import type { FileError, Message } from '../source/fileError';

/**
 * The contract between main and renderer: channel → request, reply. Main validates every request against
 * `requestSchemas` and checks its sender; a malformed one rejects the promise. What an editor can run into (a full
 * disk, a missing file) is never a rejection but a reply of kind `failed`.
 */
export interface Requests {
  /** Once, when the renderer is ready: everything it needs to show its first screen. */
  readonly start: { request: null; reply: StartReply };
  /**
   * Opens a document in place of the present one. Where that has unsaved work, main asks Save / Don't save / Cancel
   * first (see `saveRequested`).
   */
  readonly open: { request: OpenRequest; reply: OpenReply };
  /** Writes the annotation file: where it was, else beside the source; `ask` or a document without a place asks. */
  readonly save: { request: SaveRequest; reply: SaveReply };
  /**
   * Asks where, and writes the files of an export there and beside it. Refuses to write over the source or the
   * annotation file; asks before it replaces a file beside the one named. All are checked before the first is written.
   */
  readonly export: { request: ExportRequest; reply: WriteReply };
  /** Hands over a part of a long text or file that a later request names: one message of it would hold the page up. */
  readonly stage: { request: StagedPart; reply: null };
  /** Asks which files another program wrote, and reads them; for {@link Requests.showMade} or the open text. */
  readonly chooseImport: { request: null; reply: ImportChoice };
  /**
   * A document that the page made (of imported files, or by carrying work over to another source) takes the place of the
   * present one, about whose unsaved work main asks first; `shown` is false where the editor would rather not. Its
   * journal begins with `annotations`, the text of the annotation file that it would be saved as.
   */
  readonly showMade: { request: MadeDocument; reply: { shown: boolean } };
  /** Whether the document has work that is not in its annotation file. Send it with the very first change. */
  readonly setEdited: { request: { documentId: string; edited: boolean }; reply: null };
  /** Answers `saveRequested`: true only when the save came back as `saved`. */
  readonly saveAnswer: { request: { requestId: number; saved: boolean }; reply: null };
  /** Closes the present document (back to the welcome screen), asking first about unsaved work. */
  readonly closeDocument: { request: { documentId: string }; reply: { closed: boolean } };
  /** Changes some settings; every window is then told by `settingsChanged`. */
  readonly changeSettings: { request: Partial<Settings>; reply: Settings };
  readonly removeRecent: { request: { id: string }; reply: readonly RecentFile[] };
  readonly clearRecents: { request: null; reply: readonly RecentFile[] };
  /** What is known of names from outside the document: JSON texts for `otherNames`, gazetteers that are on only. */
  readonly otherNames: {
    request: null;
    reply: { readonly earlier: string; readonly gazetteers: readonly string[] };
  };
  /** Keeps what was decided in a document that was saved, for the documents to come: `names` is JSON of `DecidedName[]`. */
  readonly rememberNames: { request: { names: string | Staged; document: string }; reply: null };
  readonly forgetNames: { request: null; reply: null };
  readonly gazetteers: { request: null; reply: readonly GazetteerInfo[] };
  /** Asks which file, and keeps the names in it. */
  readonly loadGazetteer: { request: null; reply: GazetteerReply };
  readonly turnGazetteer: { request: { id: string; on: boolean }; reply: readonly GazetteerInfo[] };
  readonly removeGazetteer: { request: { id: string }; reply: readonly GazetteerInfo[] };
  /** Asks which file, and reads the types of mention in it. */
  readonly importTagset: { request: null; reply: TagsetReply };
  /** Asks where, and writes the types of mention there. */
  readonly exportTagset: { request: { tagset: Tagset }; reply: WriteReply };
  /** Which commands the menu greys out or ticks. */
  readonly setCommandStates: { request: CommandStates; reply: null };
  /**
   * Runs a clipboard command as if its key had been pressed, so that the page gets the ordinary `copy`, `cut` or
   * `paste` event with the clipboard's data. (Web permissions for the clipboard are denied.)
   */
  readonly clipboard: { request: { action: 'cut' | 'copy' | 'paste' }; reply: null };
  /** A fault of the page, for the log: class and places, never a message, for that may quote the document. */
  readonly reportFault: { request: FaultReport; reply: null };
  /** Versions and the end of the log, to be copied and sent. */
  readonly diagnostics: { request: null; reply: { text: string } };
  /** Closes the window, asking first about unsaved work. */
  readonly quit: { request: null; reply: null };
  /**
   * Once for every opened document: how many records of its journal were replayed and are gone on from, or null where it
   * begins anew. Work that was offered and not taken stays in the list of unsaved work.
   */
  readonly takeJournal: { request: { documentId: string; records: number | null }; reply: null };
  /** Appends work to the document's journal (records of `shared/journal/record.ts` as JSON). */
  readonly journal: { request: { documentId: string; records: readonly string[] }; reply: JournalReply };
  /** Writes the journal anew in portions; what is appended meanwhile goes into both. */
  readonly rewriteJournal: {
    request: {
      documentId: string;
      part: 'begin' | 'more' | 'end' | 'abandon';
      records: readonly string[];
    };
    reply: JournalReply;
  };
  /** Journals with work that is in no annotation file and not in the window, the latest first. */
  readonly unsavedWork: { request: null; reply: readonly UnsavedWork[] };
  /** Removes such a journal, after asking. */
  readonly discardUnsaved: { request: { id: string }; reply: readonly UnsavedWork[] };
  /** Versions of the annotation file that saving replaced, the latest first. */
  readonly earlierVersions: { request: { documentId: string }; reply: readonly EarlierVersion[] };
  readonly earlierVersion: { request: { documentId: string; id: string }; reply: TextReply };
  /** The annotation file as it is on the disk now. */
  readonly onDisk: { request: { documentId: string }; reply: TextReply };
  /** The document's source as it is on the disk now, for carrying the work over to it. */
  readonly sourceOnDisk: { request: { documentId: string }; reply: SourceReply };
  /** The editor keeps what is open: the files as they are on the disk now are not asked about again. */
  readonly keepMine: { request: { documentId: string }; reply: null };
  /** Bytes kept in the user data. */
  readonly storageUsed: { request: null; reply: { readonly journals: number; readonly backups: number } };
}

/** Channels that preload uses itself and does not put on the page. */
export interface PreloadRequests {
  /** Opens a file dropped on the window; preload asked Electron for the path. */
  readonly openPath: { request: { path: string }; reply: OpenReply };
}

/** What main tells the renderer unasked. */
export interface Events {
  /** A menu item was chosen; `id` is a command of `shared/commands/catalogue.ts`. */
  readonly command: { readonly id: string };
  /**
   * The editor answered "Save" to main's question about unsaved work. The renderer saves as it always does and then
   * sends `saveAnswer` with the same `requestId`; main goes on (closes, opens the other file) only if it was saved.
   */
  readonly saveRequested: { readonly requestId: number };
  /** A file was opened from outside: another start of the program, the desktop. Unsaved work was asked about. */
  readonly openedFromOutside: OpenReply;
  readonly settingsChanged: Settings;
  readonly recentsChanged: readonly RecentFile[];
  /** Another program wrote or removed a file of the document. */
  readonly filesChanged: FilesChanged;
}

export type Channel = keyof Requests;
export type EventName = keyof Events;

export interface StartReply {
  /** Language of the program: the setting, or where that says 'system' the desktop's. */
  readonly locale: 'zh' | 'en';
  readonly platform: 'linux' | 'darwin' | 'win32';
  readonly version: string;
  /** 'double' is Chromium driven through Kanwu's stand-in for Electron; it has no menu bar of its own. */
  readonly shell: 'electron' | 'double';
  readonly settings: Settings;
  readonly recents: readonly RecentFile[];
  /** The file named on the command line; null where none was. */
  readonly launch: OpenReply | null;
  /** What went wrong at start, such as unreadable settings that were set aside. */
  readonly notices: readonly Message[];
}

export interface RecentFile {
  readonly id: string;
  readonly name: string;
  /** The folder, shortened for display; not a path to be used. */
  readonly folder: string;
  /** ISO 8601. */
  readonly openedAt: string;
}

/** A name that mentions of a document have, or that was dismissed there. */
export interface DecidedName {
  readonly text: string;
  readonly type: string;
  readonly answer: 'accepted' | 'dismissed';
}

/** A list of names that was loaded. */
export interface GazetteerInfo {
  readonly id: string;
  /** Its file's name. */
  readonly name: string;
  readonly count: number;
  /** Whether names of it are suggested. */
  readonly on: boolean;
}

export type GazetteerReply =
  | {
      readonly kind: 'loaded';
      readonly name: string;
      readonly count: number;
      readonly gazetteers: readonly GazetteerInfo[];
    }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'failed'; readonly error: FileError };

export type OpenRequest =
  | { readonly from: 'dialog' }
  | { readonly from: 'sample' }
  | { readonly from: 'recent'; readonly id: string }
  /** The same file again, read as another encoding. */
  | { readonly from: 'encoding'; readonly documentId: string; readonly encoding: SourceEncoding }
  /** The same source without its annotation file (damaged, or another source's); the next save then asks where. */
  | { readonly from: 'withoutAnnotations'; readonly documentId: string }
  /** The same files as they are on the disk now. Unsaved work goes to the list of unsaved work, not away. */
  | { readonly from: 'reload'; readonly documentId: string }
  /** Unsaved work by its id in the list. */
  | { readonly from: 'journal'; readonly id: string };

export type OpenReply =
  | { readonly kind: 'opened'; readonly document: OpenedFile }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'failed'; readonly error: FileError };

export interface OpenedFile {
  readonly documentId: string;
  /** The source's file name (the annotation file's where the source is not there). */
  readonly name: string;
  /** Where the source lies, home folder shortened. To be shown only. */
  readonly displayPath: string;
  /** Null where only the annotation file is there: it carries the source's text itself. */
  readonly source: OpenedSource | null;
  /** The annotation file's text, not yet parsed; null where there is none. */
  readonly annotations: string | null;
  /** SHA-256 of that text; null where there is none. */
  readonly annotationHash: string | null;
  /** Work kept for this document; null where there is none. */
  readonly journal: OpenedJournal | null;
  /** Name of the annotation file: the one read, or else the one the next save will write. */
  readonly annotationName: string;
  /**
   * Present where the file is in another program's form and the window has to read the text out of it; `source` and
   * `annotations` are then null.
   */
  readonly imported?: readonly FileToImport[];
  /** Things to tell the editor that did not prevent opening: an empty file, bytes that could not be decoded. */
  readonly notices: readonly Message[];
}

/** A file of another program, an archive or text in UTF-8. */
export interface FileToImport {
  /** Without a folder. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface MadeDocument {
  readonly documentId: string;
  readonly annotations: string | Staged;
  /** Of its source. */
  readonly sha256: string;
  readonly encoding: SourceEncoding;
}

export type ImportChoice =
  | { readonly kind: 'chosen'; readonly document: OpenedFile }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'failed'; readonly error: FileError };

export interface OpenedSource extends DecodedSource {
  /** Of the file's bytes, lower-case hexadecimal. */
  readonly sha256: string;
  readonly byteLength: number;
}

/** A journal to be replayed on the text it began with. */
export interface OpenedJournal {
  /** The source it began with, or else the text of the annotation file, which holds its source's. */
  readonly base:
    | { readonly source: Source; readonly annotations: null }
    | { readonly source: null; readonly annotations: string };
  /** SHA-256 of that annotation file; null where there was none. */
  readonly annotationHash: string | null;
  readonly records: readonly string[];
  /** SHA-256 of the annotation file as it is on the disk; null where it is gone. */
  readonly savedHash: string | null;
}

export type JournalReply =
  /** Bytes the journal has. */
  | { readonly kind: 'written'; readonly size: number }
  /** The records are kept in memory and written with the next. */
  | { readonly kind: 'failed'; readonly error: FileError };

export interface UnsavedWork {
  readonly id: string;
  readonly name: string;
  /** The folder of the source, shortened for display. */
  readonly folder: string;
  readonly changes: number;
  /** ISO 8601: when it was last worked on. */
  readonly at: string;
  /** Whether the source is still there as it was. */
  readonly source: 'there' | 'changed' | 'gone';
}

export interface EarlierVersion {
  readonly id: string;
  /** ISO 8601: when that version was written. */
  readonly at: string;
  /** Bytes of the annotation file. */
  readonly size: number;
}

export type SourceReply =
  | { readonly kind: 'read'; readonly source: OpenedSource }
  | { readonly kind: 'failed'; readonly error: FileError };

export type TextReply =
  | { readonly kind: 'read'; readonly text: string; readonly name: string; readonly hash: string }
  | { readonly kind: 'failed'; readonly error: FileError };

export interface FilesChanged {
  readonly documentId: string;
  /** Null: as it was read or written here. */
  readonly annotations: 'changed' | 'gone' | null;
  readonly source: 'changed' | 'gone' | null;
}

export interface SaveRequest {
  readonly documentId: string;
  /** The annotation file's whole text. */
  readonly text: string | Staged;
  /** True for "Save as". */
  readonly ask: boolean;
  /** Saved by itself: asks nothing, and is `cancelled` where it would have to. */
  readonly auto: boolean;
  /** The journal's mark at the state this is the text of; null where there is no journal. */
  readonly mark: number | null;
}

export interface ExportRequest {
  readonly documentId: string;
  /** Of the first file, with its extension. */
  readonly suggestedName: string;
  /** As the dialog lists it, in the program's language. */
  readonly formatName: string;
  /** At least one; the editor names the first, the others lie beside it under the same name. */
  readonly files: readonly (Omit<FileToWrite, 'contents'> & { readonly contents: Contents | Staged })[];
}

/** Stands in a request for what was handed over before, part by part. */
export interface Staged {
  readonly staging: number;
  /** UTF-16 code units or bytes; main refuses a request of which not all came. */
  readonly length: number;
}

/** A part of what a later request names, in order. */
export interface StagedPart {
  /** The page's own number for what belongs together. */
  readonly staging: number;
  /** Null drops what came before: no request will name it. */
  readonly part: Contents | null;
}

/** Of a file: text, or bytes. */
export type Contents = string | Uint8Array;

export interface FileToWrite {
  /** With its dot. */
  readonly extension: string;
  /** Text is written in `encoding`, bytes as they are. */
  readonly contents: Contents;
  readonly encoding: SourceEncoding;
  readonly bom: boolean;
}

export type TagsetReply = TagsetReading | { readonly kind: 'cancelled' };

export type WriteReply =
  | { readonly kind: 'saved'; readonly name: string; readonly displayPath: string; readonly at: string }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'failed'; readonly error: FileError };

export interface FaultReport {
  readonly where: 'drawing' | 'promise' | 'script' | 'worker';
  readonly name: string;
  /** The stack without the message; main keeps file names and positions of it. */
  readonly frames: readonly string[];
}

/** `hash`: SHA-256 of what was written. */
export type SaveReply =
  | (Extract<WriteReply, { kind: 'saved' }> & { readonly hash: string })
  | Exclude<WriteReply, { kind: 'saved' }>;

export interface CommandStates {
  readonly disabled: readonly string[];
  readonly checked: readonly string[];
}

/** What preload puts on the page as `window.kanwu`: one function per channel, dropped files, and events. */
export type KanwuApi = {
  readonly [C in Channel]: (request: Requests[C]['request']) => Promise<Requests[C]['reply']>;
} & {
  /** Opens a file dropped on the window. Preload asks Electron for its path; the page never sees it. */
  readonly openDropped: (file: File) => Promise<OpenReply>;
  /** Listens to an event; the function returned stops listening. */
  readonly on: <E extends EventName>(event: E, listener: (payload: Events[E]) => void) => () => void;
};

declare global {
  interface Window {
    readonly kanwu: KanwuApi;
  }
}
