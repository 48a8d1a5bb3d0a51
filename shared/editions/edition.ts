import type { KanwuDocument } from '../document/document';

export interface EditionOptions {
  /** Language of the few words an edition adds of its own (the legend of an HTML page). */
  readonly locale: 'zh' | 'en';
  /** Program and version, where the format has a place for it; left out otherwise. */
  readonly generator?: string;
}

/** A format in which the text as corrected is handed on. */
export interface Edition {
  readonly id: 'txt' | 'md' | 'html';
  /** With its dot. */
  readonly extension: string;
  readonly name: { readonly en: string; readonly zh: string };
  /** What the file is to be written in: the source's encoding and byte order mark, or always plain UTF-8. */
  readonly encoding: 'source' | 'utf-8';
  /** The whole edition as one string. Pure; linear in text and mentions. */
  write(document: KanwuDocument, options: EditionOptions): string;
}
