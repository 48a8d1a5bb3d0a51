import type { BlockKind } from '../document/textBlock';
import type { Lexicon } from '../lexicon/lexicon';
import type { DocumentName } from './documentNames';
import { openMarksAt } from './insideMarks';
import { fillLocalFeatures, LOCAL_FEATURES, type Neighbours } from './localFeatures';
import { readableText } from './readableText';
import { followsDate, RULE_NAMES, type RuleMatch } from './regularTypes';
import { isRuledOut } from './ruledOut';
import type { SequenceModel } from './sequenceModel';
import { WORDING_FEATURES, wordingSlots } from './spanWording';
import { SUGGESTED_TYPES, type SuggestedType } from './suggestion';
import { TAGGERS } from './taggers';
import { columnsRoom, type TextColumns, textColumns } from './textColumns';

/** A stretch of one block that may be a mention, with everything its own block says about it. */
export interface SpanEvidence {
  /** Index into SUGGESTED_TYPES. */
  readonly type: number;
  readonly start: number;
  readonly end: number;
  /** As read (simplified, half-width): what occurrences of a name are compared by. */
  readonly key: string;
  /** Probability by the tagger of names or of holders, and by that of inner organisations; 0 below `LEAST`. */
  readonly probability: number;
  readonly innerProbability: number;
  /** 1 + index into RULE_NAMES of the rule that gave exactly this span, 0 none. */
  readonly rule: number;
  /** Log-odds by `SpanWording`. */
  readonly wording: number;
  /** Numbers about the surroundings (see `fillLocalFeatures`) from `localAt` on; one array for many spans. */
  readonly local: Float32Array;
  readonly localAt: number;
  /** What the document of this run says of its string: see `gatherNames`. */
  name: DocumentName | undefined;
  /** What the judge made of it last, and for which standing in the document: see `rememberedConfidence`. */
  judgedFor: number;
  judgedAs: number;
}

/** Spans less probable than this to every tagger, and given by no rule, are not looked at. */
export const LEAST = 0.045;

/** What is needed to look at a block. */
export interface SpanSources {
  readonly lexicon: Lexicon;
  readonly model: SequenceModel;
  readonly givenNames: Uint8Array;
  /** Score of a span's slots (see `wordingSlots`); called once for each span in the order in which they are returned. */
  readonly wording: (slots: Int32Array) => number;
}

/** A span to be looked at besides those that taggers and rules give. */
export interface AskedSpan {
  readonly type: number;
  readonly start: number;
  readonly end: number;
}

/** What one block says by itself. */
export interface BlockEvidence {
  /** Its text as `readableText` gives it. */
  readonly readable: string;
  /** In order of start. */
  readonly spans: readonly SpanEvidence[];
  /** What the rules found in it. */
  readonly rules: readonly RuleMatch[];
  /** The spans with those that the document asked about last: kept by a cache, the same question has the same answer. */
  answered?: { readonly question: string; readonly spans: readonly SpanEvidence[] };
}

/** O(length). */
export function blockEvidence(text: string, kind: BlockKind, sources: SpanSources): BlockEvidence {
  const readable = readableText(text);
  const rules: RuleMatch[] = [];
  const spans = eachPiece(readable, (piece, from) => {
    const columns = textColumns(piece, kind, sources.lexicon, sources.givenNames, room);
    for (const match of columns.rules) rules.push(from === 0 ? match : moved(match, from));
    return weighed(possible(draftsIn(columns, sources.model), piece, columns), columns, piece, from, sources);
  });
  return { readable, spans, rules };
}

const moved = (match: RuleMatch, by: number): RuleMatch => ({
  ...match,
  start: match.start + by,
  end: match.end + by,
});

/**
 * Evidence of the spans asked about, all of one block and in order of start, beside what that block says by itself. Only the clauses in
 * which they stand are segmented again: no word reaches over the marks between clauses, and what else may, rules' matches and
 * quotations, is taken over from the block. O(length of the block) with few steps, and the columns of those clauses.
 */
export function askedEvidence(
  { readable, spans, rules }: BlockEvidence,
  kind: BlockKind,
  asked: readonly AskedSpan[],
  sources: SpanSources,
): SpanEvidence[] {
  const evidence: SpanEvidence[] = [];
  for (let n = 0; n < asked.length; ) {
    const first = asked[n];
    if (!first) break;
    const from = clauseStart(readable, first.start);
    let to = 0;
    const drafts: Draft[] = [];
    // All that begin in the clauses of those before are looked at together.
    for (let next: AskedSpan | undefined = first; next && (to === 0 || next.start < to); next = asked[++n]) {
      drafts.push(newDraft(next.type, next.start - from, next.end - from));
      to = Math.max(to, clauseEnd(readable, next.end));
    }
    const part = {
      rules: rules.filter(({ start, end }) => start < to && end > from).map(match => moved(match, -from)),
      open: openMarksAt(readable, from),
    };
    const text = readable.slice(from, to);
    const columns = textColumns(text, kind, sources.lexicon, sources.givenNames, room, part);
    const others = spans
      .filter(({ start, end }) => start < to && end > from)
      .map(span => draftOf(span, from));
    evidence.push(...weighed(possible(drafts, text, columns), columns, text, from, sources, others));
  }
  return evidence;
}

const draftOf = (span: SpanEvidence, from: number): Draft => ({
  type: span.type,
  start: span.start - from,
  end: span.end - from,
  probability: span.probability,
  inner: span.innerProbability,
  rule: span.rule,
});

/** Characters beside a span that are looked at: a clause has as many more. */
const BESIDE = 2;
/** A clause without an end is cut at this many code units. */
const LONGEST_CLAUSE = 200;
const CLAUSE_MARKS = '。!?;,';

/** The mark before the clause around `at`, or the first of the text. */
function clauseStart(text: string, at: number): number {
  const least = Math.max(0, at - LONGEST_CLAUSE);
  for (let i = at - BESIDE; i > least; i--) if (CLAUSE_MARKS.includes(text[i] ?? ' ')) return i;
  return least;
}

/** The end of the mark after the clause around `at`, or of the text. */
function clauseEnd(text: string, at: number): number {
  const most = Math.min(text.length, at + LONGEST_CLAUSE);
  for (let i = at + BESIDE; i <= most; i++) if (CLAUSE_MARKS.includes(text[i - 1] ?? ' ')) return i;
  return most;
}

/** Long blocks are looked at in pieces, which bounds memory: whole sentences where there are any. */
const LONGEST_PIECE = 1200;
const room = columnsRoom(LONGEST_PIECE);

function eachPiece(readable: string, look: (piece: string, from: number) => SpanEvidence[]): SpanEvidence[] {
  if (readable.length <= LONGEST_PIECE) return look(readable, 0);
  const evidence: SpanEvidence[] = [];
  for (let from = 0; from < readable.length; ) {
    const to = endOfPiece(readable, from);
    evidence.push(...look(readable.slice(from, to), from));
    from = to;
  }
  return evidence;
}

function endOfPiece(text: string, from: number): number {
  const most = from + LONGEST_PIECE;
  if (text.length <= most) return text.length;
  for (let i = most; i > from + LONGEST_PIECE / 2; i--) if ('。!?;'.includes(text[i - 1] ?? ' ')) return i;
  return most;
}

/** A span while its evidence is gathered; offsets in the piece. */
export interface Draft {
  readonly type: number;
  readonly start: number;
  readonly end: number;
  probability: number;
  inner: number;
  rule: number;
}

const newDraft = (type: number, start: number, end: number): Draft => ({
  type,
  start,
  end,
  probability: 0,
  inner: 0,
  rule: 0,
});

const LONGEST = 80;
const TYPE_INDEX = new Map<SuggestedType, number>(SUGGESTED_TYPES.map((type, index) => [type, index]));
const TAGGER_TYPES = TAGGERS.map(({ types }) => types.map(type => TYPE_INDEX.get(type) ?? 0));
const INNER = 2;

function draftsIn(columns: TextColumns, model: SequenceModel): Draft[] {
  const drafts: Draft[] = [];
  const draft = (type: number, start: number, end: number): Draft => {
    for (const found of drafts)
      if (found.start === start && found.end === end && found.type === type) return found;
    const made = newDraft(type, start, end);
    drafts.push(made);
    return made;
  };
  model.spans(columns, LEAST).forEach((spans, tagger) => {
    for (const { type, start, end, probability } of spans) {
      const index = TAGGER_TYPES[tagger]?.[type];
      if (index === undefined || end - start > LONGEST) continue;
      const found = draft(index, start, end);
      if (tagger === INNER) found.inner = Math.max(found.inner, probability);
      else found.probability = Math.max(found.probability, probability);
    }
  });
  for (const { type, rule, start, end } of columns.rules) {
    if (end - start <= LONGEST)
      draft(TYPE_INDEX.get(type) ?? 0, start, end).rule = RULE_NAMES.indexOf(rule) + 1;
  }
  return drafts.sort((a, b) => a.start - b.start || a.end - b.end || a.type - b.type);
}

const possible = (drafts: readonly Draft[], piece: string, { rules }: TextColumns): Draft[] =>
  drafts.filter(({ type, start, end }) => {
    const name = SUGGESTED_TYPES[type] ?? 'PER';
    return !isRuledOut(piece, { type: name, start, end }, name === 'TIME' && followsDate(rules, start));
  });

const slots = new Int32Array(WORDING_FEATURES);

function weighed(
  drafts: readonly Draft[],
  columns: TextColumns,
  piece: string,
  from: number,
  sources: SpanSources,
  others: readonly Draft[] = drafts,
): SpanEvidence[] {
  const neighbours: Neighbours = { drafts: others, longest: longestOf(others), first: 0 };
  return drafts.map(draft => {
    const { type, start, end, probability, inner, rule } = draft;
    wordingSlots(columns, draft, slots);
    const key = piece.slice(start, end);
    const { local, localAt } = roomForLocal();
    fillLocalFeatures(draft, neighbours, columns, sources.lexicon.tag(key), local, localAt);
    return {
      type,
      start: start + from,
      end: end + from,
      key,
      probability,
      innerProbability: inner,
      rule,
      wording: sources.wording(slots),
      local,
      localAt,
      name: undefined,
      judgedFor: Number.NaN,
      judgedAs: 0,
    };
  });
}

/** Rows of local features that lie in one array: to make one for each block costs more than what is written there. */
const ROWS = 256;
let rows = new Float32Array(0);
let rowAt = 0;

/** A row of zeros that nobody else has. */
function roomForLocal(): { readonly local: Float32Array; readonly localAt: number } {
  if (rowAt >= rows.length) {
    rows = new Float32Array(ROWS * LOCAL_FEATURES);
    rowAt = 0;
  }
  const localAt = rowAt;
  rowAt += LOCAL_FEATURES;
  return { local: rows, localAt };
}

const longestOf = (drafts: readonly Draft[]): number =>
  drafts.reduce((most, { start, end }) => Math.max(most, end - start), 0);
