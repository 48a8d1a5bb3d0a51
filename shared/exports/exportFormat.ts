import type { KanwuDocument } from '../document/document';
import type { Message } from '../source/fileError';

/** A form in which a document is handed on: an edition to be read, data for another program, or a list. */
export interface ExportFormat {
  /** For the command line's `--to` and the settings; lower case, with hyphens. */
  readonly id: string;
  readonly kind: 'edition' | 'data' | 'list';
  readonly name: Message;
  /** One line: who reads it. */
  readonly about: Message;
  /** The files it consists of; the first is the one the editor names, the others lie beside it under the same name. */
  readonly files: readonly ExportFile[];
  readonly options: readonly ExportOption[];
  /** Whether it can also be written of the original text (`ExportJob.text`). */
  readonly ofOriginal: boolean;
  /**
   * The files in parts, each file's in order. A generator, so that a window stays alive and a caller can stop; a part
   * takes a few milliseconds at most. Returns what became of the document's contents.
   */
  write(job: ExportJob): Generator<ExportPart, ExportReport>;
}

export interface ExportFile {
  /** With its dot: `.html`, `.ann`. */
  readonly extension: string;
  /** What text parts are written in: the source's encoding and byte order mark, or plain UTF-8. Bytes stay bytes. */
  readonly encoding: 'source' | 'utf-8' | 'binary';
}

/** A choice the editor has. Values of a `flag` are `'yes'` and `'no'`. */
export interface ExportOption {
  readonly id: string;
  readonly name: Message;
  readonly kind: 'flag' | 'choice';
  readonly choices: readonly { readonly value: string; readonly name: Message }[];
  readonly preset: string;
  /** Whether it says something of corrections, of which the original text has none. */
  readonly ofCorrections?: true;
}

export interface ExportJob {
  readonly document: KanwuDocument;
  /** The text as corrected, or the original with the mentions mapped back to it. */
  readonly text: 'corrected' | 'original';
  /** Language of the few words a format adds of its own. */
  readonly locale: 'zh' | 'en';
  /** Program and version. */
  readonly generator: string;
  /** Name of the one who exports; may be empty. */
  readonly author: string;
  /** ISO 8601, UTC. */
  readonly now: string;
  /** By the option's id; an option that is not named has its preset. */
  readonly options: Readonly<Record<string, string>>;
}

export interface ExportPart {
  /** Index into `ExportFormat.files`. */
  readonly file: number;
  readonly data: string | Uint8Array;
}

export interface ExportReport {
  /** How many of each were written. */
  readonly mentions: number;
  readonly entities: number;
  readonly corrections: number;
  /** What the format could not hold. Empty means that nothing was lost. */
  readonly losses: readonly ExportLoss[];
}

export interface ExportLoss {
  /** What was left out or changed, without a number: “mentions that cross another”. */
  readonly what: Message;
  readonly count: number;
  /** The first few, at most {@link MOST_EXAMPLES}. */
  readonly examples: readonly LossPlace[];
}

export const MOST_EXAMPLES = 20;

/** Where something was lost: a block and offsets into its text, or null where it has no place in the text. */
export interface LossPlace {
  readonly block: string | null;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The value an option has in a job. */
export function optionOf(format: ExportFormat, job: ExportJob, id: string): string {
  const option = format.options.find(candidate => candidate.id === id);
  if (!option) throw new RangeError(`${format.id} has no option ${id}`);
  return job.options[id] ?? option.preset;
}
