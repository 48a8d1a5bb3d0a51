import { toTextBlock } from '../shared/document/block';
import type { KanwuDocument } from '../shared/document/document';
import type { KnownNames, Suggester, Suggestion } from '../shared/suggesters';
import { lexicon, suggestionWeights } from './assets';
import { progressFor } from './progress';
import { blockPlaces, type LineColumn, lineCounter } from './sourcePlaces';

/** A suggestion with its place in the decoded source, which is what an unedited document's working text is. */
export interface LocatedSuggestion extends LineColumn {
  readonly suggestion: Suggestion;
  /** UTF-16 offsets; `source.slice(start, end) === suggestion.text`. */
  readonly start: number;
  readonly end: number;
}

/**
 * The mentions suggested in a document as it was opened, at least as sure as `least`, in document order, outer before
 * inner. Says on a terminal's stderr how far it is when it takes long.
 */
export async function suggestMentions(
  document: KanwuDocument,
  least: number,
  name: string,
  known?: KnownNames,
): Promise<LocatedSuggestion[]> {
  const { steps } = await suggester();
  const progress = progressFor(name, 1);
  const run = steps(document.blocks.map(toTextBlock), least, known);
  let step = run.next();
  for (; !step.done; step = run.next()) await progress.at(step.value);
  await progress.end();
  return located(document, step.value);
}

function located(document: KanwuDocument, suggestions: readonly Suggestion[]): LocatedSuggestion[] {
  const places = blockPlaces(document);
  const lineColumn = lineCounter(document.source.text);
  return suggestions.flatMap(suggestion => {
    const block = places.get(suggestion.block);
    if (!block) return [];
    const start = block.start + suggestion.start;
    return [{ suggestion, start, end: block.start + suggestion.end, ...lineColumn(start) }];
  });
}

let loaded: Suggester | undefined;

/** Code and weights are loaded here only: the other commands need neither. */
async function suggester(): Promise<Suggester> {
  if (!loaded) {
    const { parseSuggestionModel, suggester: over } = await import('../shared/suggesters');
    loaded = over(lexicon(), parseSuggestionModel(suggestionWeights()));
  }
  return loaded;
}
