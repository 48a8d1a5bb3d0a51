import type { Correction } from '../document/corrections';
import type { Entity } from '../document/entity';
import type { Tagset } from '../document/tagset';
import type { FileError, Message } from '../source/fileError';

/** A form in which annotations, or a source text, come from another program. */
export interface ImportFormat {
  /** For the command line's `--from`. The same as the export format's where there is one. */
  readonly id: string;
  readonly name: Message;
  /** One line: which program writes it. */
  readonly about: Message;
  /** Of the files it is found in, with dots, lower case. */
  readonly extensions: readonly string[];
  /** Whether it brings the text, or is about a text that must be given beside it. */
  readonly text: 'carried' | 'needed' | 'either';
  /** How surely a file is of this format, 0–1, from its name and beginning. Cheap; never throws. */
  recognise(file: ImportFile): number;
  /**
   * Reads the files that make up one export (mostly one). Generator for the sake of large files: yields the share done
   * (0–1). Malformed input is `failed` with one error that names file and line or JSON path; nothing is thrown.
   */
  read(files: readonly ImportFile[]): Generator<number, ImportReading>;
}

export interface ImportFile {
  /** Without a folder. */
  readonly name: string;
  /** An archive, or text in UTF-8: whoever reads the file brings it there with `inUtf8`. */
  readonly bytes: Uint8Array;
}

export type ImportReading =
  | {
      readonly kind: 'read';
      /** Mostly one; a data set may hold many. Never empty. */
      readonly documents: readonly ImportedDocument[];
      /** What could not be taken over, and why. */
      readonly notices: readonly Message[];
    }
  | { readonly kind: 'failed'; readonly error: FileError };

/** What a format tells of one text. */
export interface ImportedDocument {
  /** As the format names it, or the file's name. */
  readonly name: string;
  /** The source text (before `corrections`); null where the format carries none. */
  readonly text: string | null;
  /** Of `text`, in order, disjoint. Empty where the format holds none. */
  readonly corrections: readonly Correction[];
  /**
   * What `position` of the mentions counts in a text that is given beside (`text` null): a format that counts code points
   * can't be told in UTF-16 before that text is known. Absent: UTF-16 code units.
   */
  readonly positionsCount?: 'utf16' | 'codePoints';
  /** In the text with the corrections applied. */
  readonly mentions: readonly ImportedMention[];
  readonly entities: readonly Entity[];
  /** Types the format describes beyond their ids; may be empty. */
  readonly tagset: Tagset;
  /** `YYYY-MM-DD` or null. */
  readonly issueDate: string | null;
}

export interface ImportedMention {
  readonly type: string;
  /** UTF-16 offsets (but see `positionsCount`); where the format gives no position, null, and the quotation alone says where. */
  readonly position: { readonly start: number; readonly end: number } | null;
  readonly quote: string;
  readonly prefix: string;
  readonly suffix: string;
  readonly who: string;
  readonly when: string;
  /** Id in `ImportedDocument.entities`. */
  readonly entity?: string;
  readonly note?: string;
  readonly normal?: string;
  readonly attributes?: Readonly<Record<string, string>>;
}
