import { LOCAL_FEATURES } from './localFeatures';
import type { SpanEvidence } from './spanEvidence';
import { SUGGESTED_TYPES, type SuggestedType } from './suggestion';

/** What the whole document says about one string as a mention of one type. */
interface Standing {
  count: number;
  sum: number;
  /** The two highest probabilities: the second stands in when the first is the span's own. */
  best: number;
  second: number;
  /** Highest probability of a longer name of the type that has this string as a part (尤利娅 of 尤利娅·霍夫曼). */
  part: number;
}

/** One string of the document that may be a name. */
export interface DocumentName {
  readonly key: string;
  /** By index into SUGGESTED_TYPES. */
  readonly standings: (Standing | undefined)[];
  /** How often it stands in the document, as a mention or not; counted only for names worth finding. */
  occurrences: number;
}

/** Names of one document by what they are read as. */
export type DocumentNames = ReadonlyMap<string, DocumentName>;

export const evidenceStrength = ({ probability, innerProbability }: SpanEvidence): number =>
  Math.max(probability, innerProbability);

/** A name this probable somewhere is looked for everywhere. */
const WORTH_FINDING = 0.4;
const indexOf = (type: SuggestedType): number => SUGGESTED_TYPES.indexOf(type);
const PERSON = indexOf('PER');
const FINDABLE = new Set((['PER', 'ORG', 'LOC', 'WORK', 'EVENT'] as const).map(indexOf));
const WITH_PARTS = new Set((['PER', 'ORG', 'LOC'] as const).map(indexOf));
const LONGEST_PART = 8;

/** Spans or names between two yields: a few ms. */
const SLICE = 4000;

/** The names of a document, from the evidence in each of its blocks; yields now and then. O(spans). */
export function* gatherNames(
  evidence: readonly (readonly SpanEvidence[])[],
): Generator<void, Map<string, DocumentName>, void> {
  const names = new Map<string, DocumentName>();
  let done = 0;
  for (const spans of evidence) {
    for (const span of spans) count(span, names);
    done += spans.length;
    if (done >= SLICE) {
      done = 0;
      yield;
    }
  }
  for (const { key, standings } of names.values()) {
    for (let type = 0; type < standings.length; type++) {
      const best = standings[type]?.best ?? 0;
      if (best >= WORTH_FINDING && WITH_PARTS.has(type)) noteParts(type, key, best, names);
    }
    if (++done % SLICE === 0) yield;
  }
  return names;
}

function count(span: SpanEvidence, names: Map<string, DocumentName>): void {
  const strength = evidenceStrength(span);
  let name = names.get(span.key);
  if (!name) {
    name = { key: span.key, standings: [], occurrences: 0 };
    names.set(span.key, name);
  }
  span.name = name;
  const standing = name.standings[span.type];
  if (!standing) {
    name.standings[span.type] = { count: 1, sum: strength, best: strength, second: 0, part: 0 };
    return;
  }
  standing.count++;
  standing.sum += strength;
  if (strength > standing.best) {
    standing.second = standing.best;
    standing.best = strength;
  } else if (strength > standing.second) standing.second = strength;
}

/** Beginnings and ends of people's names, any part of an organisation's or a place's. */
function noteParts(type: number, key: string, strength: number, names: Map<string, DocumentName>): void {
  const note = (from: number, to: number): void => {
    const standing = names.get(key.slice(from, to))?.standings[type];
    if (standing && strength > standing.part) standing.part = strength;
  };
  const n = Math.min(key.length, 40);
  for (let size = 1; size < n && size <= LONGEST_PART; size++) {
    if (type === PERSON) {
      note(0, size);
      note(n - size, n);
    } else for (let from = 0; size >= 2 && from + size <= n; from++) note(from, from + size);
  }
}

/** Names worth finding everywhere. */
export interface RecurringNames {
  /** 1 for the code units with which one begins: most characters of a text need no more than this. */
  readonly begins: Uint8Array;
  /** By their first two code units. */
  readonly byPair: ReadonlyMap<number, readonly DocumentName[]>;
}

/** Signed, for numbers of more than 31 bits would be objects. */
const pairOf = (text: string, i: number): number => (text.charCodeAt(i) << 16) | text.charCodeAt(i + 1);

/** Whether a name that is `best` probable as the type somewhere is looked for everywhere. */
export const isWorthFinding = (best: number, type: number): boolean =>
  best >= WORTH_FINDING && FINDABLE.has(type);

/** Those of `names` that are worth finding everywhere; yields now and then. O(names). */
export function* recurringNames(names: DocumentNames): Generator<void, RecurringNames, void> {
  const begins = new Uint8Array(0x10000);
  const byPair = new Map<number, DocumentName[]>();
  let done = 0;
  for (const name of names.values()) {
    if (++done % SLICE === 0) yield;
    const isWorth = name.standings.some((standing, type) => isWorthFinding(standing?.best ?? 0, type));
    if (name.key.length < 2 || !isWorth) continue;
    begins[name.key.charCodeAt(0)] = 1;
    const start = pairOf(name.key, 0);
    const list = byPair.get(start);
    if (list) list.push(name);
    else byPair.set(start, [name]);
  }
  return { begins, byPair };
}

/** Calls `found` for every occurrence of the recurring names in `text` (as read). */
export function findRecurring(
  text: string,
  { begins, byPair }: RecurringNames,
  found: (name: DocumentName, start: number) => void,
): void {
  for (let i = 0; i + 1 < text.length; i++) {
    if (begins[text.charCodeAt(i)] === 0) continue;
    const list = byPair.get(pairOf(text, i));
    if (!list) continue;
    for (const name of list) if (text.startsWith(name.key, i)) found(name, i);
  }
}

/** The highest probability of the same name, of the same type, at another place. */
export function bestElsewhere(span: SpanEvidence): number {
  const own = span.name?.standings[span.type];
  return own ? elsewhere(own, evidenceStrength(span)) : 0;
}

const elsewhere = (own: Standing, strength: number): number => (strength >= own.best ? own.second : own.best);

/**
 * Whether nothing speaks for a span: no tagger gives it a twentieth, no rule found it, and the document has no such name. Not
 * one in two hundred of these is a mention, and they are most of the spans.
 */
export function isHopeless(span: SpanEvidence): boolean {
  const strength = evidenceStrength(span);
  if (strength >= 0.05 || span.rule !== 0 || span.wording > -2) return false;
  const own = span.name?.standings[span.type];
  return !own || (elsewhere(own, strength) < 0.2 && own.part < 0.2);
}

/** Log-odds of probabilities from 0 to 1 in steps of 1/4096: `Math.log` for each would cost more than the judge's trees. */
const LOG_ODDS = Float32Array.from({ length: 4097 }, (_, step) => {
  const p = step / 4096;
  return Math.log(Math.max(1e-4, p) / Math.max(1e-4, 1 - p));
});
const logOdds = (p: number): number => LOG_ODDS[Math.round(p * 4096)] ?? 0;

const TYPES = SUGGESTED_TYPES.length;
const OWN_FEATURES = 10;
/** Where the wording's score stands in a row of features. */
export const WORDING_AT = TYPES + 9;
const LOCAL_AT = TYPES + OWN_FEATURES;

/**
 * The row of features by which a span is judged: its own, its block's and the document's. Written into `row`, which is made
 * where none is given and must be of a row's length.
 */
export function spanFeatures(
  span: SpanEvidence,
  row: Float32Array = new Float32Array(LOCAL_AT + LOCAL_FEATURES),
): Float32Array {
  const { name } = span;
  const own = name?.standings[span.type];
  const strength = evidenceStrength(span);
  const othersSum = own ? Math.max(0, own.sum - strength) : 0;
  let rival = 0;
  for (let type = 0; type < TYPES; type++) {
    row[type] = type === span.type ? 1 : 0;
    const best = name?.standings[type]?.best ?? 0;
    if (type !== span.type && best > rival) rival = best;
  }
  const occurrences = Math.max(own?.count ?? 1, name?.occurrences ?? 0);
  row[TYPES] = logOdds(span.probability);
  row[TYPES + 1] = logOdds(span.innerProbability);
  row[TYPES + 2] = span.rule;
  row[TYPES + 3] = own ? elsewhere(own, strength) : 0;
  row[TYPES + 4] = Math.min(othersSum, 8);
  row[TYPES + 5] = Math.min(occurrences, 20);
  row[TYPES + 6] = (othersSum + 0.1) / (occurrences - 1 + 0.3);
  row[TYPES + 7] = rival;
  row[TYPES + 8] = own?.part ?? 0;
  row[WORDING_AT] = span.wording;
  for (let k = 0; k < LOCAL_FEATURES; k++) row[LOCAL_AT + k] = span.local[span.localAt + k] ?? 0;
  return row;
}

/**
 * `judge` of the span's row, or what it said last time if the document says the same of it still: the trees are half the
 * work where a cache spares the rest.
 */
export function rememberedConfidence(
  span: SpanEvidence,
  row: Float32Array,
  judge: (row: Float32Array) => number,
): number {
  let standing = 0;
  for (let k = TYPES + 3; k < WORDING_AT; k++) standing = standing * 31 + (row[k] ?? 0);
  if (span.judgedFor !== standing) {
    span.judgedFor = standing;
    span.judgedAs = judge(row);
  }
  return span.judgedAs;
}
