import { randomUUID } from 'node:crypto';
import type { SourceEncoding } from '../../shared/source/encoding';
import type { Seen } from './readFile';

/** A document as main knows it: where its files lie. Its text is the renderer's. */
export interface OpenDocument {
  readonly id: string;
  /** The source's file name; the annotation file's where the source is not there. */
  readonly name: string;
  /** Null where only the annotation file is there. */
  readonly sourcePath: string | null;
  /** The annotation file read, or the one the next save writes. */
  readonly annotationPath: string;
  /** How the annotation file looked when last read or written; null while it is not this document's yet. */
  readonly annotationSeen: Seen | null;
  /** SHA-256 of what the annotation file held then. */
  readonly annotationHash: string | null;
  /** How the source looked when it was read; null where it was not there. */
  readonly sourceSeen: Seen | null;
  /** SHA-256 of its bytes. */
  readonly sourceHash: string | null;
  /** The text that is worked on: its annotation file's own, else the source's. Null where neither tells. */
  readonly text: { readonly sha256: string; readonly encoding: SourceEncoding } | null;
  /** The journal it was opened from, where it was opened as unsaved work. */
  readonly journalId: string | null;
  /** Whether the next save has to ask where (the sample, a source opened without its annotations). */
  readonly askWhere: boolean;
  /** The file the editor opened: this one is reopened and listed as recent. */
  readonly openedPath: string;
  readonly edited: boolean;
}

/** The documents of this run by id, and the one in the window. Ids of replaced documents stay good for late saves. */
export class OpenDocuments {
  readonly #byId = new Map<string, OpenDocument>();
  #current: string | null = null;

  add(document: Omit<OpenDocument, 'id' | 'edited'>): OpenDocument {
    const added = { ...document, id: randomUUID(), edited: false };
    this.#byId.set(added.id, added);
    return added;
  }

  /** Throws where the renderer names a document that main never gave it. */
  get(id: string): OpenDocument {
    const document = this.#byId.get(id);
    if (!document) throw new Error(`no document has the id ${id}`);
    return document;
  }

  update(id: string, change: Partial<Omit<OpenDocument, 'id'>>): void {
    this.#byId.set(id, { ...this.get(id), ...change });
  }

  get current(): OpenDocument | null {
    return this.#current === null ? null : this.get(this.#current);
  }

  /** Puts a document in the window, or none. */
  setCurrent(id: string | null): void {
    this.#current = id === null ? null : this.get(id).id;
  }
}
