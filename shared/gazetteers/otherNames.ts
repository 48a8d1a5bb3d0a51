import type { AcceptedName, DismissedName } from '../suggesters/knownNames';
import type { EarlierName, Gazetteer } from './gazetteer';

/**
 * What is known of names from outside the document, out of the texts it is kept in: JSON of `EarlierName[]`, and of a
 * `Gazetteer` each. Both were checked when they were written; it is here that they are taken apart, for a list of
 * 100,000 names should not pass through the window's own thread.
 */
export function otherNames(
  earlier: string,
  gazetteers: readonly string[],
): { readonly accepted: readonly AcceptedName[]; readonly dismissed: readonly DismissedName[] } {
  const accepted: AcceptedName[] = [];
  const dismissed: DismissedName[] = [];
  for (const { text, type, answer, where } of JSON.parse(earlier) as readonly EarlierName[]) {
    if (answer === 'accepted') accepted.push({ text, type, from: 'earlier', where });
    else dismissed.push({ text, type });
  }
  for (const stored of gazetteers) {
    const { name: where, entries } = JSON.parse(stored) as Gazetteer;
    for (const { name, type, id, aliases } of entries) {
      for (const text of [name, ...aliases]) {
        accepted.push({ text, type, from: 'gazetteer', where, ...(id === '' ? {} : { identifier: id }) });
      }
    }
  }
  return { accepted, dismissed };
}
