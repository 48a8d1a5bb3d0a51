import type { BlockKind } from '../document/textBlock';
import type { Lexicon } from '../lexicon/lexicon';
import type { DocumentName } from './documentNames';
import { fillLocalFeatures, LOCAL_FEATURES, type Neighbours } from './localFeatures';
import { readableText } from './readableText';
import { followsDate, RULE_NAMES } from './regularTypes';
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
  /** The spans with those that the document asked about last: kept by a cache, the same question has the same answer. */
  answered?: { readonly question: string; readonly spans: readonly SpanEvidence[] };
}

/** O(length). */
export function blockEvidence(text: string, kind: BlockKind, sources: SpanSources): BlockEvidence {
  const readable = readableText(text);
  const spans = eachPiece(readable, (piece, from) => {
    const columns = textColumns(piece, kind, sources.lexicon, sources.givenNames, room);
    return weighed(possible(draftsIn(columns, sources.model), piece, columns), columns, piece, from, sources);
  });
  return { readable, spans };
}

/** Evidence of the spans asked about, all of one block, beside the `known` evidence of that block. O(length). */
export function askedEvidence(
  readable: string,
  kind: BlockKind,
  asked: readonly AskedSpan[],
  known: readonly SpanEvidence[],
  sources: SpanSources,
): SpanEvidence[] {
  return eachPiece(readable, (piece, from) => {
    const isHere = ({ start, end }: AskedSpan): boolean => start >= from && end <= from + piece.length;
    const named = asked
      .filter(isHere)
      .map(({ type, start, end }) => newDraft(type, start - from, end - from));
    if (named.length === 0) return [];
    const columns = textColumns(piece, kind, sources.lexicon, sources.givenNames, room);
    const drafts = possible(named, piece, columns);
    const others = known.filter(isHere).map(span => ({
      ...newDraft(span.type, span.start - from, span.end - from),
      probability: span.probability,
      inner: span.innerProbability,
      rule: span.rule,
    }));
    return weighed(drafts, columns, piece, from, sources, others);
  });
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
