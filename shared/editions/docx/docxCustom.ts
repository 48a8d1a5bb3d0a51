import type { KanwuDocument } from '../../document/document';
import type { Mention } from '../../document/mention';
import { usualGapOf } from '../usualGap';

/**
 * What Word has no words for, as JSON in a part of its own that Word keeps: what each mention is (by the number of its
 * bookmark), the register, the tagset, and what separates paragraphs.
 */
export function* customPart(document: KanwuDocument, mentions: readonly Mention[]): Generator<string> {
  const head = JSON.stringify({
    separator: usualGapOf(document),
    issueDate: document.issueDate,
    tagset: document.tagset,
    entities: [...document.entities.values()],
  });
  yield `${head.slice(0, -1)},"mentions":[`;
  for (let n = 0; n < mentions.length; n += SLICE) {
    const slice = mentions.slice(n, n + SLICE).map(stored);
    yield `${n === 0 ? '' : ','}${slice.join(',')}`;
  }
  yield ']}';
}

/** Mentions written at a time. */
const SLICE = 250;

function stored({ type, who, when, entity, note, normal, attributes }: Mention): string {
  return JSON.stringify({ type, who, when, entity, note, normal, attributes });
}
