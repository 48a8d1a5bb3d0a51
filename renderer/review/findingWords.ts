import type { KanwuDocument } from '../../shared/document/document';
import type { PlacedFinding } from '../../shared/edits/deciding';
import { firstWords, lastWords } from './wordsAround';

/** What a finding is about, in the fewest words that show it. */
export interface FindingWords {
  /** Text before and after the place; for a break what stands on either side of it. */
  readonly before: string;
  readonly after: string;
  /** The text found; empty for a break, and where something is missing. */
  readonly found: string;
  /** What would stand there instead; null where nothing is proposed. */
  readonly proposed: string | null;
}

/** UTF-16 code units of context on either side; twice as many of Latin text. */
const CONTEXT = 14;

export function findingWords(
  document: KanwuDocument,
  placed: PlacedFinding,
  context = CONTEXT,
): FindingWords {
  const { finding } = placed;
  const text = document.blocks[placed.first]?.body.text ?? '';
  if (finding.kind === 'break') {
    const next = document.blocks[placed.last]?.body.text ?? '';
    return {
      before: lastWords(text, context),
      after: firstWords(next, context),
      found: '',
      proposed: finding.glue,
    };
  }
  const { start, end, replacement } = finding;
  return {
    before: lastWords(text.slice(0, start), context),
    after: firstWords(text.slice(end), context),
    found:
      end - start > 3 * context
        ? `${firstWords(text.slice(start, end), 2 * context)}…`
        : text.slice(start, end),
    proposed: replacement,
  };
}

/** The text as it would stand after accepting, null where nothing is proposed. */
export function acceptedWords(words: FindingWords, dropHyphen: boolean): string | null {
  if (words.proposed === null) return null;
  const before = dropHyphen ? words.before.slice(0, -1) : words.before;
  return `${before}${words.proposed}${words.after}`;
}

/** White space made visible, for a space is often what a finding is about. */
export function visibleSpaces(text: string): string {
  return text
    .replace(/[ \u00a0]/g, '␣')
    .replace(/\u3000/g, '□')
    .replace(/\t/g, '⇥');
}
