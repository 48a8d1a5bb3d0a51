import type { KanwuDocument } from '../../shared/document/document';
import { normalFormKind } from '../../shared/document/tagset';
import { dismissedNames } from '../../shared/edits/decideSuggestion';
import { allMentions } from '../../shared/edits/tagging';
import type { DecidedName } from '../../shared/ipc/contract';
import { pause } from '../app/timeSlices';

const SHORTEST = 2;
const LONGEST = 60;
/** As the channel allows. */
const MOST = 20_000;
/** Mentions between two pauses. */
const SLICE = 5000;

/** The names that were tagged and dismissed in a document, each once, for documents to come. Pauses on the way. */
export async function decidedNames(document: KanwuDocument): Promise<readonly DecidedName[]> {
  const names = new Map<string, DecidedName>();
  for (const { type, text } of dismissedNames(document.decisions)) {
    if (text.length <= LONGEST) names.set(`${type}\n${text}`, { type, text, answer: 'dismissed' });
  }
  let count = 0;
  for (const { block, mention } of allMentions(document)) {
    if (++count % SLICE === 0) await pause();
    const { type, start, end } = mention;
    if (end - start < SHORTEST || end - start > LONGEST) continue;
    // What one text says of a date or an amount says nothing about the next.
    if (normalFormKind(document.tagset, type) !== null) continue;
    const text = block.body.text.slice(start, end);
    names.set(`${type}\n${text}`, { type, text, answer: 'accepted' });
  }
  return [...names.values()].slice(-MOST);
}
