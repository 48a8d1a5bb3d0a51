import type { TeiNote } from './teiRecord';

/** Notes and attributes of mentions, by the `xml:id` of the mention's element. */
export class MentionNotes {
  readonly #notes = new Map<string, string>();
  readonly #attributes = new Map<string, Record<string, string>>();

  constructor(notes: readonly TeiNote[]) {
    for (const { target, attribute, text } of notes) {
      if (attribute === null) this.#notes.set(target, text);
      else this.#attributes.set(target, { ...this.#attributes.get(target), [attribute]: text });
    }
  }

  of(key: string | undefined): { note?: string; attributes?: Readonly<Record<string, string>> } {
    if (key === undefined) return {};
    const note = this.#notes.get(key);
    const attributes = this.#attributes.get(key);
    return { ...(note === undefined ? {} : { note }), ...(attributes === undefined ? {} : { attributes }) };
  }
}
