import type { ImportedDocument } from './importFormat';

/** A text that comes without annotations. */
export function plainDocument(name: string, text: string): ImportedDocument {
  return { name, text, corrections: [], mentions: [], entities: [], tagset: [], issueDate: null };
}
