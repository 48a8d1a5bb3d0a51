import type { Block } from '../../shared/document/block';
import type { Decisions } from '../../shared/document/decision';
import type { Mention } from '../../shared/document/mention';
import { suggestionFingerprint } from '../../shared/edits/decideSuggestion';
import type { Suggestion } from '../../shared/suggesters';
import { textDiff } from '../editor/textDiff';

/** A suggestion with what it is grouped and decided under. */
export interface KeptSuggestion extends Suggestion {
  readonly key: string;
}

export function kept(suggestion: Suggestion): KeptSuggestion {
  return { ...suggestion, key: suggestionFingerprint(suggestion.type, suggestion.text) };
}

/** What is shown at all. */
export interface SuggestionFilter {
  readonly minimum: number;
  /** Types that are turned off. */
  readonly unsuggested: readonly string[];
}

/** Whether a suggestion says something that the mentions of its block and the decisions do not say already. */
export function isOpen(
  suggestion: KeptSuggestion,
  block: Block,
  decisions: Decisions,
  minimum: number,
  types: ReadonlySet<string>,
): boolean {
  if (suggestion.confidence < minimum || !types.has(suggestion.type)) return false;
  if (block.mentions.some(mention => settles(mention, suggestion))) return false;
  return decisions.get(suggestion.key)?.answer !== 'dismissed';
}

/** A mention of just these words, one of the same type over any of them, or one across their edge. */
function settles({ type, start, end }: Mention, suggestion: Suggestion): boolean {
  if (start >= suggestion.end || end <= suggestion.start) return false;
  if (type === suggestion.type) return true;
  const holds = start <= suggestion.start && end >= suggestion.end;
  const isHeld = start >= suggestion.start && end <= suggestion.end;
  return holds === isHeld;
}

const NOTHING: readonly KeptSuggestion[] = [];

/** What is left of a block's suggestions after an edit of its text: those beside it, where they stand now. */
export function afterEdit(
  list: readonly KeptSuggestion[],
  before: string,
  after: string,
): readonly KeptSuggestion[] {
  if (before === after) return list;
  const diff = textDiff(before, after, null);
  if (!diff) return list;
  const shift = after.length - before.length;
  const left = list.flatMap(one => {
    if (one.end <= diff.from) return one;
    return one.start >= diff.to ? { ...one, start: one.start + shift, end: one.end + shift } : NOTHING;
  });
  return left.length === list.length && shift === 0 && left.every((one, n) => one === list[n]) ? list : left;
}
