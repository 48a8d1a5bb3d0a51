import type { Mention } from '../document/mention';

/** What a mention may have beside its place, its type and who tagged it when. */
export type OtherDetails = {
  -readonly [K in 'continues' | 'entity' | 'note' | 'normal' | 'attributes']?: Mention[K];
};

/**
 * Adds what there is of them, in the order in which they are written. In place: of a hundred thousand mentions, to spread what there
 * is of each takes as long as to read them.
 */
export function addOtherDetails(to: OtherDetails, from: Readonly<OtherDetails>): void {
  const { continues, entity, note, normal, attributes } = from;
  if (continues !== undefined) to.continues = continues;
  if (entity !== undefined) to.entity = entity;
  if (note !== undefined) to.note = note;
  if (normal !== undefined) to.normal = normal;
  if (attributes !== undefined) to.attributes = attributes;
}
