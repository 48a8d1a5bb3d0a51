import type { SpanEvidence } from './spanEvidence';
import { SUGGESTED_TYPES, type SuggestedType } from './suggestion';

/** What the whole document says about one string as a mention of one type. */
interface Standing {
  count: number;
  sum: number;
  /** The two highest probabilities: the second stands in when the first is the span's own. */
  best: number;
  second: number;
}

/** Names of one document, from the evidence in all its blocks. */
export interface DocumentNames {
  readonly standings: ReadonlyMap<string, ReadonlyMap<SuggestedType, Standing>>;
  /** Highest probability of a longer name of the type that has this string as a part (尤利娅 of 尤利娅·霍夫曼). */
  readonly parts: ReadonlyMap<string, number>;
  /** How often each string of `recurring` stands in the document, as a mention or not. */
  readonly occurrences: ReadonlyMap<string, number>;
}

export const evidenceStrength = ({ probability, innerProbability }: SpanEvidence): number =>
  Math.max(probability, innerProbability);

/** A name this probable somewhere is looked for everywhere. */
const WORTH_FINDING = 0.4;
const FINDABLE: ReadonlySet<SuggestedType> = new Set(['PER', 'ORG', 'LOC', 'WORK', 'EVENT']);
const LONGEST_PART = 8;

const partKey = (type: SuggestedType, part: string): string => `${type}${part}`;

/** The names of a document, from the evidence in each of its blocks. O(spans). */
export function gatherNames(
  evidence: readonly (readonly SpanEvidence[])[],
): Omit<DocumentNames, 'occurrences'> {
  const standings = new Map<string, Map<SuggestedType, Standing>>();
  const parts = new Map<string, number>();
  for (const spans of evidence) for (const span of spans) count(span, standings, parts);
  return { standings, parts };
}

function count(
  span: SpanEvidence,
  standings: Map<string, Map<SuggestedType, Standing>>,
  parts: Map<string, number>,
): void {
  const strength = evidenceStrength(span);
  let types = standings.get(span.key);
  if (!types) {
    types = new Map();
    standings.set(span.key, types);
  }
  let standing = types.get(span.type);
  if (!standing) {
    standing = { count: 0, sum: 0, best: 0, second: 0 };
    types.set(span.type, standing);
  }
  standing.count++;
  standing.sum += strength;
  if (strength > standing.best) {
    standing.second = standing.best;
    standing.best = strength;
    addParts(span.type, span.key, strength, parts);
  } else if (strength > standing.second) standing.second = strength;
}

/** Beginnings and ends of people's names, any part of an organisation's or a place's. */
function addParts(type: SuggestedType, name: string, strength: number, parts: Map<string, number>): void {
  if (strength < WORTH_FINDING || (type !== 'PER' && type !== 'ORG' && type !== 'LOC')) return;
  const note = (from: number, to: number): void => {
    const key = partKey(type, name.slice(from, to));
    if (strength > (parts.get(key) ?? 0)) parts.set(key, strength);
  };
  const n = Math.min(name.length, 40);
  for (let size = 1; size < n && size <= LONGEST_PART; size++) {
    if (type === 'PER') {
      note(0, size);
      note(n - size, n);
    } else for (let from = 0; size >= 2 && from + size <= n; from++) note(from, from + size);
  }
}

/** Strings worth finding everywhere, by their first two characters. */
export function recurringNames(names: Omit<DocumentNames, 'occurrences'>): Map<number, string[]> {
  const index = new Map<number, string[]>();
  for (const [key, types] of names.standings) {
    if (key.length < 2) continue;
    for (const [type, standing] of types) {
      if (standing.best < WORTH_FINDING || !FINDABLE.has(type)) continue;
      const start = key.charCodeAt(0) * 0x10000 + key.charCodeAt(1);
      const list = index.get(start);
      if (list) list.push(key);
      else index.set(start, [key]);
      break;
    }
  }
  return index;
}

/** Calls `found` for every occurrence of the recurring names in `text`. */
export function findRecurring(
  text: string,
  index: ReadonlyMap<number, string[]>,
  found: (key: string, start: number) => void,
): void {
  for (let i = 0; i + 1 < text.length; i++) {
    const list = index.get(text.charCodeAt(i) * 0x10000 + text.charCodeAt(i + 1));
    if (!list) continue;
    for (const key of list) if (text.startsWith(key, i)) found(key, i);
  }
}

/** The highest probability of the same name, of the same type, at another place. */
export function bestElsewhere(span: SpanEvidence, names: DocumentNames): number {
  const own = names.standings.get(span.key)?.get(span.type);
  if (!own) return 0;
  return evidenceStrength(span) >= own.best ? own.second : own.best;
}

const logit = (p: number): number => Math.log(Math.max(1e-4, p) / Math.max(1e-4, 1 - p));

/** The row of features by which a span is judged: its own, its block's and the document's. */
export function spanFeatures(span: SpanEvidence, names: DocumentNames): Float32Array {
  const types = names.standings.get(span.key);
  const own = types?.get(span.type);
  const strength = evidenceStrength(span);
  const othersSum = own ? own.sum - strength : 0;
  let rival = 0;
  for (const [type, standing] of types ?? []) if (type !== span.type) rival = Math.max(rival, standing.best);
  const count = own?.count ?? 1;
  const occurrences = Math.max(count, names.occurrences.get(span.key) ?? 0);
  let at = SUGGESTED_TYPES.length;
  const row = new Float32Array(at + 9 + span.local.length);
  row[SUGGESTED_TYPES.indexOf(span.type)] = 1;
  row[at++] = logit(span.probability);
  row[at++] = logit(span.innerProbability);
  row[at++] = span.rule;
  row[at++] = bestElsewhere(span, names);
  row[at++] = Math.min(othersSum, 8);
  row[at++] = Math.min(occurrences, 20);
  row[at++] = (othersSum + 0.1) / (occurrences - 1 + 0.3);
  row[at++] = rival;
  row[at++] = names.parts.get(partKey(span.type, span.key)) ?? 0;
  row.set(span.local, at);
  return row;
}
