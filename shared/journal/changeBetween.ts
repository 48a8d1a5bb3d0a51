import type { Change } from '../document/change';
import type { KanwuDocument } from '../document/document';

/**
 * The change that makes `to` of `from`, two states of one source. Blocks that both share at the start and the end are
 * left alone; those between are one patch. O(blocks + decisions + entities).
 */
export function changeBetween(from: KanwuDocument, to: KanwuDocument): Change {
  const a = from.blocks;
  const b = to.blocks;
  const most = Math.min(a.length, b.length);
  let head = 0;
  while (head < most && a[head] === b[head]) head++;
  let tail = 0;
  while (tail < most - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail++;
  const before = a.slice(head, a.length - tail);
  const after = b.slice(head, b.length - tail);
  const decisions = differing(from.decisions, to.decisions).map(fingerprint => ({
    fingerprint,
    before: from.decisions.get(fingerprint),
    after: to.decisions.get(fingerprint),
  }));
  const entities = differing(from.entities, to.entities).map(id => ({
    id,
    before: from.entities.get(id),
    after: to.entities.get(id),
  }));
  return {
    patches: before.length === 0 && after.length === 0 ? [] : [{ at: head, before, after }],
    decisions,
    ...(from.lead === to.lead ? {} : { lead: { before: from.lead, after: to.lead } }),
    ...(from.tagset === to.tagset ? {} : { tagset: { before: from.tagset, after: to.tagset } }),
    ...(entities.length === 0 ? {} : { entities }),
    ...(from.issueDate === to.issueDate
      ? {}
      : { issueDate: { before: from.issueDate, after: to.issueDate } }),
  };
}

/** The keys under which the two hold different values. */
function differing<V>(a: ReadonlyMap<string, V>, b: ReadonlyMap<string, V>): string[] {
  return [...new Set([...a.keys(), ...b.keys()])].filter(key => a.get(key) !== b.get(key));
}
