import type { KanwuDocument } from '../../shared/document/document';
import type { PlacedFinding } from '../../shared/edits/deciding';

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
    return { before: tail(text, context), after: head(next, context), found: '', proposed: finding.glue };
  }
  const { start, end, replacement } = finding;
  return {
    before: tail(text.slice(0, start), context),
    after: head(text.slice(end), context),
    found:
      end - start > 3 * context ? `${head(text.slice(start, end), 2 * context)}…` : text.slice(start, end),
    proposed: replacement,
  };
}

/** The text as it would stand after accepting, null where nothing is proposed. */
export function acceptedWords(words: FindingWords, dropHyphen: boolean): string | null {
  if (words.proposed === null) return null;
  const before = dropHyphen ? words.before.slice(0, -1) : words.before;
  return `${before}${words.proposed}${words.after}`;
}

/** The last characters, whole ones; of Latin text twice as many, in whole words. */
function tail(text: string, length: number): string {
  const latin = LATIN_END.test(text.slice(-length));
  const cut = text.slice(latin ? -2 * length : -length);
  if (cut.length === text.length) return cut;
  if (latin) return /\s/.test(text.at(-cut.length - 1) ?? '') ? cut : cut.replace(PART_BEFORE, '');
  return /^[\udc00-\udfff]/.test(cut) ? cut.slice(1) : cut;
}

/** The first characters, whole ones; of Latin text twice as many, in whole words. */
function head(text: string, length: number): string {
  const latin = LATIN_START.test(text.slice(0, length));
  const cut = text.slice(0, latin ? 2 * length : length);
  if (cut.length === text.length) return cut;
  if (latin) return /\s/.test(text[cut.length] ?? '') ? cut : cut.replace(PART_AFTER, '');
  return /[\ud800-\udbff]$/.test(cut) ? cut.slice(0, -1) : cut;
}

const LATIN_END = /\p{Script=Latin}[\p{P}\s\d]*$/u;
const LATIN_START = /^[\p{P}\s\d]*\p{Script=Latin}/u;
/** What is left of a word that was cut, where another word follows (or stands before). */
const PART_BEFORE = /^[^\s\p{Script=Han}]+\s+(?=\S)/u;
const PART_AFTER = /\s+[^\s\p{Script=Han}]+$/u;

/** White space made visible, for a space is often what a finding is about. */
export function visibleSpaces(text: string): string {
  return text
    .replace(/[ \u00a0]/g, '␣')
    .replace(/\u3000/g, '□')
    .replace(/\t/g, '⇥');
}
