import type { Mention } from '../../shared/document/mention';

/**
 * The line under the text each mention of a block is drawn on, 0 nearest to the text: one all along the mention, none
 * shared with a mention it overlaps, and further from the text than those of all it holds. So lines neither break nor
 * cross, and of nested mentions the outer lies under the inner. By id; `mentions` in document order.
 */
export function lanesOf(mentions: readonly Mention[]): ReadonlyMap<string, number> {
  const lanes = new Map<string, number>();
  let cluster: Mention[] = [];
  let reach = -1;
  for (const mention of mentions) {
    if (mention.start >= reach) {
      placeCluster(cluster, lanes);
      cluster = [];
    }
    cluster.push(mention);
    reach = Math.max(reach, mention.end);
  }
  placeCluster(cluster, lanes);
  return lanes;
}

/** Mentions that overlap one another, directly or through others. Short ones first; quadratic in their number. */
function placeCluster(cluster: readonly Mention[], lanes: Map<string, number>): void {
  const placed: Mention[] = [];
  // Of mentions of the same extent the last in document order is the inner one, as everywhere else.
  const inside = [...cluster].reverse().sort((a, b) => a.end - a.start - (b.end - b.start));
  for (const mention of inside) {
    const taken = new Set<number>();
    let lane = 0;
    for (const other of placed) {
      if (other.start >= mention.end || other.end <= mention.start) continue;
      const at = lanes.get(other.id) ?? 0;
      taken.add(at);
      if (other.start >= mention.start && other.end <= mention.end) lane = Math.max(lane, at + 1);
    }
    while (taken.has(lane)) lane++;
    lanes.set(mention.id, lane);
    placed.push(mention);
  }
}
