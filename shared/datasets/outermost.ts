import { type FlatMention, placeOf } from '../exports/flatText';
import type { Losses } from '../exports/losses';

/**
 * The mentions a format without overlap can hold: of those that overlap, the one that begins first, of those that begin
 * together the longest. What is left out is counted by what it is. `mentions` in document order; linear.
 */
export function outermost(mentions: readonly FlatMention[], losses: Losses): readonly FlatMention[] {
  const kept: FlatMention[] = [];
  let last: FlatMention | undefined;
  for (const m of mentions) {
    if (!last || m.start >= last.end) {
      kept.push(m);
      last = m;
      continue;
    }
    const same = m.start === last.start && m.end === last.end;
    const kind = same ? 'sameRange' : m.end <= last.end ? 'nested' : 'crossing';
    losses.add(kind, placeOf(m.block, m.mention));
  }
  return kept;
}
