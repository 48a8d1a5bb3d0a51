export interface Mention {
  readonly id: string;
  /** A type of the tagset: PER, ORG … */
  readonly type: string;
  /** UTF-16 offsets into the block's text; `start < end` always. */
  readonly start: number;
  readonly end: number;
  readonly who: string;
  /** ISO 8601, UTC. */
  readonly when: string;
  /** The mention this one was split from, when a block was split inside it; a join makes them one again. */
  readonly continues?: string;
  /** Link to an entry of the register of entities. */
  readonly entity?: string;
  readonly note?: string;
  /** Normal form of a date, time or amount: `2023-02-23`, `1500000000 CNY` … as `shared/register` writes them. */
  readonly normal?: string;
  /** Values of the type's attributes by the attribute's id; none is empty. */
  readonly attributes?: Readonly<Record<string, string>>;
}

/**
 * Where a mention stands after `[from, to)` of its block's text became `inserted` code units; null when nothing of
 * it is left. Text typed at either edge stays outside; text that replaces part of a mention belongs to it, and a
 * mention whose whole text is retyped is kept, for that is how an editor corrects a name.
 */
export function mapMention(mention: Mention, from: number, to: number, inserted: number): Mention | null {
  const { start, end } = mention;
  const shift = inserted - (to - from);
  if (end <= from) return mention;
  if (start >= to) return shift === 0 ? mention : { ...mention, start: start + shift, end: end + shift };
  if (start <= from && to <= end) {
    return end + shift > start ? moved(mention, start, end + shift) : null;
  }
  if (from <= start && end <= to) return null;
  if (from < start) return moved(mention, from + inserted, end + shift);
  return moved(mention, start, from);
}

function moved(mention: Mention, start: number, end: number): Mention {
  return mention.start === start && mention.end === end ? mention : { ...mention, start, end };
}

export function mapMentions(
  mentions: readonly Mention[],
  from: number,
  to: number,
  inserted: number,
): readonly Mention[] {
  if (mentions.length === 0) return mentions;
  const mapped: Mention[] = [];
  for (const mention of mentions) {
    const next = mapMention(mention, from, to, inserted);
    if (next) mapped.push(next);
  }
  return mapped;
}

export function shiftMentions(mentions: readonly Mention[], by: number): readonly Mention[] {
  return by === 0 ? mentions : mentions.map(m => ({ ...m, start: m.start + by, end: m.end + by }));
}

/** Document order; of mentions that start together the longer (outer) one first. */
export function compareMentions(a: Mention, b: Mention): number {
  return a.start - b.start || b.end - a.end || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}

/**
 * Makes one mention again of two that a split had parted, when nothing but `glue` (the space a join put in) stands
 * between them.
 */
export function healMentions(mentions: readonly Mention[], seam: number, glue: number): readonly Mention[] {
  let healed = mentions;
  for (const tail of mentions) {
    if (tail.continues === undefined || tail.start !== seam + glue) continue;
    const head = healed.find(m => m.id === tail.continues && m.end === seam && m.type === tail.type);
    if (!head) continue;
    healed = healed.filter(m => m !== tail).map(m => (m === head ? { ...head, end: tail.end } : m));
  }
  return healed;
}
