import type { KanwuDocument } from '../../document/document';
import type { Mention } from '../../document/mention';
import { usualGapOf } from '../usualGap';

/**
 * What Word has no words for, as JSON in a part of its own that Word keeps: what each mention is (by the number of its
 * bookmark), the register, the tagset, and what separates paragraphs.
 */
export function customPart(document: KanwuDocument, mentions: readonly Mention[]): string {
  return JSON.stringify({
    separator: usualGapOf(document),
    issueDate: document.issueDate,
    tagset: document.tagset,
    entities: [...document.entities.values()],
    mentions: mentions.map(({ type, who, when, entity, note, normal, attributes }) => ({
      type,
      who,
      when,
      entity,
      note,
      normal,
      attributes,
    })),
  });
}
