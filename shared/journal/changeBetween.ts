import type { Change } from '../document/change';
import type { KanwuDocument } from '../document/document';

/**
 * The change that makes `to` of `from`, two states of one source. Blocks that both share at the start and the end are
 * left alone; those between are one patch. O(blocks + decisions + entities + orphans).
 */
export function changeBetween(from: KanwuDocument, to: KanwuDocument): Change {
  const blocks = between(from.blocks, to.blocks);
  const orphans = between(from.orphans, to.orphans);
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
    patches: blocks ? [blocks] : [],
    decisions,
    ...(from.lead === to.lead ? {} : { lead: { before: from.lead, after: to.lead } }),
    ...(from.tagset === to.tagset ? {} : { tagset: { before: from.tagset, after: to.tagset } }),
    ...(entities.length === 0 ? {} : { entities }),
    ...(from.issueDate === to.issueDate
      ? {}
      : { issueDate: { before: from.issueDate, after: to.issueDate } }),
    ...(orphans ? { orphans } : {}),
  };
}

/** What stands between the start and the end that both lists share, as a patch; null where they are the same. */
function between<T>(a: readonly T[], b: readonly T[]) {
  const most = Math.min(a.length, b.length);
  let at = 0;
  while (at < most && a[at] === b[at]) at++;
  if (at === a.length && at === b.length) return null;
  let tail = 0;
  while (tail < most - at && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail++;
  return { at, before: a.slice(at, a.length - tail), after: b.slice(at, b.length - tail) };
}

/** The keys under which the two hold different values. */
function differing<V>(a: ReadonlyMap<string, V>, b: ReadonlyMap<string, V>): string[] {
  return [...new Set([...a.keys(), ...b.keys()])].filter(key => a.get(key) !== b.get(key));
}
