import type { BlockKind, TextBlock } from '../../../shared/document/textBlock';
import { parseSuggestionModel, type Suggestion, suggester } from '../../../shared/suggesters';
import weights from '../../../shared/suggesters/weights.model.json';
import { loadLexicon } from '../../../tools/lexicon/loadLexicon';

export const textBlock = (id: string, text: string, kind: BlockKind = 'paragraph'): TextBlock => ({
  id,
  kind,
  level: kind === 'heading' ? 1 : 0,
  marker: '',
  text,
  gap: '\n\n',
});

export const testSuggester = suggester(loadLexicon(), parseSuggestionModel(weights));

/** Suggestions in a document of these paragraphs. */
export const suggestIn = (...paragraphs: string[]): Suggestion[] =>
  testSuggester.suggest(paragraphs.map((text, index) => textBlock(String(index), text)));

/** `TYPE text` of each suggestion. */
export const namesIn = (...paragraphs: string[]): string[] =>
  suggestIn(...paragraphs).map(({ type, text }) => `${type} ${text}`);
