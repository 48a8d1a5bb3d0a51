import type { Change } from '../document/change';
import type { Decision, Decisions } from '../document/decision';
import { indexOfBlock, type KanwuDocument } from '../document/document';
import type { Entity } from '../document/entity';
import { runSourcePosition } from '../document/run';
import { readGazetteerId } from '../gazetteers/readGazetteerId';
import { identifierKey, registerIndex } from '../register/findEntity';
import { addEntity } from '../register/linking';
import type { EditContext } from './context';
import { type SpanToTag, tagSpans } from './tagSpans';

/** What of a suggestion is needed to decide on it; `near` is about where its block was last seen. */
export interface SuggestedSpan {
  readonly type: string;
  /** Id of its block, and UTF-16 offsets in the block's text. */
  readonly block: string;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** What the gazetteer that lists the name knows it by. */
  readonly identifier?: string;
}

/**
 * What a decision on a suggestion is filed under: the name and its type, wherever in the document it stands, so that a
 * name that was dismissed once is suggested no more.
 */
export function suggestionFingerprint(type: string, text: string): string {
  return `suggestion:${type}:${text}`;
}

/** The names that were dismissed, by type, read off the decisions of a document. */
export function dismissedNames(
  decisions: Decisions,
): readonly { readonly type: string; readonly text: string }[] {
  const names = [];
  for (const [key, { kind, answer, quote }] of decisions) {
    if (kind !== 'suggestion' || answer !== 'dismissed') continue;
    const type = key.slice('suggestion:'.length, key.length - quote.length - 1);
    names.push({ type, text: quote });
  }
  return names;
}

/**
 * Tags suggested spans as one change, all with `type` where it is given. Names of a gazetteer are linked to the entity of the
 * register with the same identifier, which is made where it is missing. Suggestions whose words no longer stand in
 * their place are passed over. `near`: index of the block where the first of them is looked for.
 */
export function acceptSuggestions(
  document: KanwuDocument,
  list: readonly SuggestedSpan[],
  context: EditContext,
  options: { readonly type?: string; readonly near?: number } = {},
): Change {
  const indices = list.length > FEW ? new Map(document.blocks.map(({ id }, index) => [id, index])) : null;
  let near = options.near ?? 0;
  const made = new Map<string, Entity>();
  const spans = list.flatMap((one): SpanToTag | readonly SpanToTag[] => {
    const { type, block, start, end, text } = one;
    const index = indices ? (indices.get(block) ?? -1) : indexOfBlock(document, block, near);
    if (document.blocks[index]?.body.text.slice(start, end) !== text) return [];
    near = index;
    const span = { index, start, end, type: options.type ?? type, join: null };
    const entity = span.type === type ? entityOf(document, one, made, context) : null;
    return entity === null ? span : { ...span, entity };
  });
  const change = tagSpans(document, spans, context);
  if (made.size === 0 || change.patches.length === 0) return change;
  return {
    ...change,
    entities: [...made.values()].map(entity => ({ id: entity.id, before: undefined, after: entity })),
  };
}

/** Id of the entity that the identifier of a suggestion names; a missing one is added to `made`. */
function entityOf(
  document: KanwuDocument,
  { type, text, identifier }: SuggestedSpan,
  made: Map<string, Entity>,
  context: EditContext,
): string | null {
  const known = identifier === undefined ? null : readGazetteerId(identifier);
  if (!known) return null;
  const there = registerIndex(document.entities)
    .identified(known)
    .find(entity => entity.type === type);
  if (there) return there.id;
  const key = `${type} ${identifierKey(known)}`;
  const entity = made.get(key) ?? addEntity({ type, name: text, identifiers: [known] }, context).entity;
  made.set(key, entity);
  return entity.id;
}

/** From here on one table of all blocks is cheaper than looking for each. */
const FEW = 50;

/** Records that words are no mention of a type, anywhere in the document. */
export function dismissSuggestion(
  document: KanwuDocument,
  suggested: SuggestedSpan,
  context: EditContext,
): Change {
  const { type, text, start } = suggested;
  const fingerprint = suggestionFingerprint(type, text);
  const block = document.blocks.find(({ id }) => id === suggested.block);
  const after: Decision = {
    kind: 'suggestion',
    answer: 'dismissed',
    at: block ? (runSourcePosition(block.body, start) ?? 0) : 0,
    quote: text,
    who: context.who,
    when: context.now(),
  };
  return {
    patches: [],
    decisions: [{ fingerprint, before: document.decisions.get(fingerprint), after }],
  };
}
