import type { BlockKind } from '../document/textBlock';
import type { Lexicon } from '../lexicon/lexicon';
import { LISTED_WORD, type ListedWord } from './nameLists';
import { readableText } from './readableText';
import { RULE_NAMES } from './regularTypes';
import type { SequenceModel } from './sequenceModel';
import { SUGGESTED_TYPES, type SuggestedType } from './suggestion';
import { TAGGERS } from './taggers';
import { type TextColumns, textColumns } from './textColumns';

/** A stretch of one block that may be a mention, with everything its own block says about it. */
export interface SpanEvidence {
  readonly type: SuggestedType;
  readonly start: number;
  readonly end: number;
  /** As read (simplified, half-width): what occurrences of a name are compared by. */
  readonly key: string;
  /** Probability by the tagger of names or of holders, and by that of inner organisations; 0 below `LEAST`. */
  readonly probability: number;
  readonly innerProbability: number;
  /** 1 + index into RULE_NAMES of the rule that gave exactly this span, 0 none. */
  readonly rule: number;
  /** Numbers about the surroundings, see `localFeatures`. */
  readonly local: Float32Array;
}

/** Spans less probable than this to every tagger, and given by no rule, are not looked at. */
export const LEAST = 0.02;

/** What is needed to look at a block. */
export interface SpanSources {
  readonly lexicon: Lexicon;
  readonly model: SequenceModel;
  readonly givenNames: ReadonlyMap<number, number>;
}

/** All evidence in one block, in no particular order. O(length). */
export function blockEvidence(text: string, kind: BlockKind, sources: SpanSources): SpanEvidence[] {
  const readable = readableText(text);
  const evidence: SpanEvidence[] = [];
  for (let from = 0; from < readable.length; ) {
    const to = endOfPiece(readable, from);
    for (const span of pieceEvidence(readable.slice(from, to), kind, sources)) {
      evidence.push(from === 0 ? span : { ...span, start: span.start + from, end: span.end + from });
    }
    from = to;
  }
  return evidence;
}

/** Long blocks are looked at in pieces, which bounds memory: whole sentences where there are any. */
const LONGEST_PIECE = 1200;

function endOfPiece(text: string, from: number): number {
  const most = from + LONGEST_PIECE;
  if (text.length <= most) return text.length;
  for (let i = most; i > from + LONGEST_PIECE / 2; i--) if ('。!?;'.includes(text[i - 1] ?? ' ')) return i;
  return most;
}

function pieceEvidence(readable: string, kind: BlockKind, sources: SpanSources): SpanEvidence[] {
  const columns = textColumns(readable, kind, sources.lexicon, sources.givenNames);
  const drafts = new Map<number, Draft>();
  const draft = (type: SuggestedType, start: number, end: number): Draft => {
    const key = (start * 4096 + Math.min(end - start, 255)) * 16 + SUGGESTED_TYPES.indexOf(type);
    let found = drafts.get(key);
    if (!found) {
      found = { type, start, end, probability: 0, inner: 0, rule: 0 };
      drafts.set(key, found);
    }
    return found;
  };
  sources.model.spans(columns, LEAST).forEach((spans, tagger) => {
    for (const { type, start, end, probability } of spans) {
      const name = TAGGERS[tagger]?.types[type];
      if (!name || end - start > LONGEST) continue;
      const found = draft(name, start, end);
      if (tagger === 2) found.inner = Math.max(found.inner, probability);
      else found.probability = Math.max(found.probability, probability);
    }
  });
  for (const { type, rule, start, end } of columns.rules) {
    if (end - start <= LONGEST) draft(type, start, end).rule = RULE_NAMES.indexOf(rule) + 1;
  }
  const all = [...drafts.values()];
  return all.map(found => ({
    type: found.type,
    start: found.start,
    end: found.end,
    key: readable.slice(found.start, found.end),
    probability: found.probability,
    innerProbability: found.inner,
    rule: found.rule,
    local: localFeatures(found, all, columns, readable, sources),
  }));
}

const LONGEST = 80;

interface Draft {
  readonly type: SuggestedType;
  readonly start: number;
  readonly end: number;
  probability: number;
  inner: number;
  rule: number;
}

const strength = (draft: Draft): number => Math.max(draft.probability, draft.inner);

function localFeatures(
  draft: Draft,
  all: readonly Draft[],
  columns: TextColumns,
  text: string,
  { lexicon, givenNames }: SpanSources,
): Float32Array {
  const { start, end, type } = draft;
  let crossing = 0;
  let sameSpan = 0;
  let around = 0;
  let aroundOrganisation = 0;
  let aroundOther = 0;
  let within = 0;
  for (const other of all) {
    if (other === draft || other.end <= start || other.start >= end) continue;
    const value = strength(other);
    if (other.start === start && other.end === end) sameSpan = Math.max(sameSpan, value);
    else if (other.start <= start && other.end >= end) {
      if (other.type === type) around = Math.max(around, value);
      else if (other.type === 'ORG') aroundOrganisation = Math.max(aroundOrganisation, value);
      else aroundOther = Math.max(aroundOther, value);
    } else if (other.start >= start && other.end <= end) {
      if (other.type === type) within = Math.max(within, value);
    } else crossing = Math.max(crossing, value);
  }
  const key = text.slice(start, end);
  const tag = lexicon.tag(key);
  const startsWord = columns.wordStarts[columns.wordIndex[start] ?? 0] === start ? 1 : 0;
  const endsWord =
    end === text.length || (columns.wordIndex[end] ?? -1) !== (columns.wordIndex[end - 1] ?? -2) ? 1 : 0;
  const at = (column: Int32Array, i: number): number => (i < 0 || i >= columns.length ? 0 : (column[i] ?? 0));
  let given = 0;
  for (let i = start + 1; i < end; i++) given += givenNames.get(text.charCodeAt(i)) ?? 0;
  const before = text.slice(Math.max(0, start - 2), start);
  return Float32Array.of(
    end - start,
    crossing,
    sameSpan,
    around,
    aroundOrganisation,
    aroundOther,
    within,
    tag === undefined
      ? 0
      : tag === 'ns'
        ? 1
        : tag.startsWith('nr')
          ? 2
          : tag === 'nt'
            ? 3
            : tag === 'nz'
              ? 4
              : tag === 't'
                ? 5
                : 6,
    startsWord,
    endsWord,
    at(columns.kind, start - 1),
    at(columns.kind, end),
    at(columns.kind, start),
    at(columns.inside, start),
    columns.blockKind,
    at(columns.surname, start),
    end - start > 1 ? given / (end - start - 1) : -1,
    endsWithListed(text, start, end, 'organisationEnding'),
    endsWithListed(text, start, end, 'placeEnding'),
    at(columns.personWordNext, end) > 0 ? 1 : 0,
    LISTED_WORD.get(before)?.personWord || LISTED_WORD.get(before.slice(-1))?.personWord ? 1 : 0,
    at(columns.placeWord, start) & 7,
    at(columns.rule, start) & 7,
    at(columns.rule, end - 1) & 7,
  );
}

function endsWithListed(text: string, start: number, end: number, list: keyof ListedWord): number {
  for (let size = Math.min(4, end - start); size >= 1; size--) {
    if (LISTED_WORD.get(text.slice(end - size, end))?.[list]) return size;
  }
  return 0;
}
