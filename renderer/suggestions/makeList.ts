import type { Block } from '../../shared/document/block';
import type { KanwuDocument } from '../../shared/document/document';
import { drained } from '../../shared/steps/drained';
import { pause } from '../app/timeSlices';
import type { KeptSuggestion } from './openSuggestions';
import { type SuggestionList, suggestionsByName } from './suggestionGroups';

type OpenOf = (block: Block) => readonly KeptSuggestion[];

/** Milliseconds of work between two pauses. */
const SLICE = 8;

/** The list of what is open, at once: 125,000 suggestions take some 200 ms. */
export function makeListNow(document: KanwuDocument, openOf: OpenOf): SuggestionList {
  return drained(suggestionsByName(document, openOf));
}

/** The same with pauses in which the window answers; null where it was overtaken meanwhile. */
export async function makeListSlowly(
  document: KanwuDocument,
  openOf: OpenOf,
  overtaken: () => boolean,
): Promise<SuggestionList | null> {
  const steps = suggestionsByName(document, openOf);
  let slice = performance.now();
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done) return step.value;
    if (performance.now() - slice < SLICE) continue;
    await pause();
    if (overtaken()) return null;
    slice = performance.now();
  }
}
