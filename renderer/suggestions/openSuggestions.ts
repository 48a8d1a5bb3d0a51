import type { Block } from '../../shared/document/block';
import type { Decisions } from '../../shared/document/decision';
import type { KanwuDocument } from '../../shared/document/document';
import type { Mention } from '../../shared/document/mention';
import type { Tagset } from '../../shared/document/tagset';
import { suggestionFingerprint } from '../../shared/edits/decideSuggestion';
import type { Suggestion } from '../../shared/suggesters';
import { textDiff } from '../editor/textDiff';

/** A suggestion with what it is grouped and decided under. */
export interface KeptSuggestion extends Suggestion {
  readonly key: string;
}

/** `keys`: those known so far, added to; equal keys are then one string, and tables of them are quick. */
export function kept(suggestion: Suggestion, keys: Map<string, string>): KeptSuggestion {
  const made = suggestionFingerprint(suggestion.type, suggestion.text);
  const key = keys.get(made) ?? made;
  if (key === made) keys.set(made, made);
  return { ...suggestion, key };
}

/** What is shown at all. */
export interface SuggestionFilter {
  readonly minimum: number;
  /** Types that are turned off. */
  readonly unsuggested: readonly string[];
}

/** Tells what is open, remembered for blocks in which nothing changed. */
export class OpenFilter {
  filter: SuggestionFilter = { minimum: 0, unsuggested: [] };
  private known = new WeakMap<
    Block,
    { readonly all: readonly KeptSuggestion[]; readonly list: readonly KeptSuggestion[] }
  >();
  private typesOf: { readonly tagset: Tagset; readonly types: ReadonlySet<string> } | null = null;

  set(filter: SuggestionFilter): void {
    this.filter = filter;
    this.typesOf = null;
    this.forget();
  }

  /** Decisions changed, and with them what is open anywhere. */
  forget(): void {
    this.known = new WeakMap();
  }

  /** Of `all` suggestions of a block those that are open. */
  of(
    block: Block,
    all: readonly KeptSuggestion[] | undefined,
    { decisions, tagset }: KanwuDocument,
  ): readonly KeptSuggestion[] {
    if (!all) return NOTHING;
    const known = this.known.get(block);
    if (known?.all === all) return known.list;
    const types = this.types(tagset);
    const list = all.filter(one => isOpen(one, block, decisions, this.filter.minimum, types));
    this.known.set(block, { all, list });
    return list;
  }

  /** The types of the tagset that are not turned off. */
  private types(tagset: Tagset): ReadonlySet<string> {
    if (this.typesOf?.tagset !== tagset) {
      const { unsuggested } = this.filter;
      const types = tagset.flatMap(({ id }) => (unsuggested.includes(id) ? [] : id));
      this.typesOf = { tagset, types: new Set(types) };
    }
    return this.typesOf.types;
  }
}

/** Whether a suggestion says something that the mentions of its block and the decisions do not say already. */
function isOpen(
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
function afterEdit(
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

/** Suggestions of blocks that stayed keep what an edit left of them; those of others go. */
export function followEdit(
  byBlock: Map<string, readonly KeptSuggestion[]>,
  before: readonly Block[],
  after: readonly Block[],
): void {
  const remaining = new Map(after.map(block => [block.id, block]));
  for (const block of before) {
    const list = byBlock.get(block.id);
    if (!list) continue;
    const next = remaining.get(block.id);
    const left = next ? afterEdit(list, block.body.text, next.body.text) : NOTHING;
    if (left.length === 0) byBlock.delete(block.id);
    else byBlock.set(block.id, left);
  }
}

/** Whether blocks that changed in their mentions only have the same types on the same words as before. */
export function tagsTheSame(before: readonly Block[], after: readonly Block[]): boolean {
  return before.every(({ mentions }, n) => {
    const now = after[n]?.mentions ?? [];
    return (
      now.length === mentions.length &&
      mentions.every(({ type, start, end }, m) => {
        const other = now[m];
        return other?.type === type && other.start === start && other.end === end;
      })
    );
  });
}
