/** Hands out ids that are unique in one document. Ids are never shown and never reused within a session. */
export interface IdSource {
  next(prefix: 'b' | 'm' | 'e'): string;
}

/** Counts from `first`; a reopened document starts after the highest number its file holds. */
export function idSource(first = 1): IdSource {
  let n = first;
  return { next: prefix => `${prefix}${n++}` };
}
