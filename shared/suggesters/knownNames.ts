import type { Reason } from '../findings/finding';
import { readableText } from './readableText';

/** Where a known name comes from: mentions and register of this document, a loaded gazetteer, decisions in earlier documents. */
export type KnownFrom = 'document' | 'gazetteer' | 'earlier';

export interface AcceptedName {
  readonly text: string;
  /** Any type of the tagset, also one the model does not know. */
  readonly type: string;
  readonly from: KnownFrom;
  /** Name of the gazetteer, or of the document it was accepted in. */
  readonly where?: string;
  /** What a gazetteer knows it by. */
  readonly identifier?: string;
}
export interface DismissedName {
  readonly text: string;
  readonly type: string;
}

/** What the editor has decided about names, in this document and before, and the gazetteers that were loaded. */
export interface KnownNames {
  readonly accepted: readonly AcceptedName[];
  /** Never suggested with this type, whatever else is known; another type of the same text may be. */
  readonly dismissed: readonly DismissedName[];
}

/** An occurrence of an accepted name in one block. */
export interface KnownSpan {
  readonly name: AcceptedName;
  readonly start: number;
  readonly end: number;
  readonly confidence: number;
}

/** Known names made ready to be looked up; see `indexKnownNames`. */
export interface KnownIndex {
  readonly isEmpty: boolean;
  /**
   * Accepted names in a text, in order. Where they overlap the longest stands, so that none lies inside another; where
   * one text was accepted with several types, the surest source. O(length × names sharing two first characters).
   */
  find(text: string): KnownSpan[];
  isDismissed(type: string, text: string): boolean;
}

const CONFIDENCE: Record<KnownFrom, number> = { document: 0.97, earlier: 0.94, gazetteer: 0.92 };
const REASON: Record<KnownFrom, Reason> = {
  document: { en: 'Tagged like this elsewhere in this document', zh: '本文别处已这样标注' },
  earlier: { en: 'Accepted before in another document', zh: '以前的文件中采纳过' },
  gazetteer: { en: 'Listed in a gazetteer', zh: '列于已载入的名录' },
};

export function reasonForKnown({ name: { from, where } }: KnownSpan): Reason {
  if (where === undefined || from === 'document') return REASON[from];
  return from === 'earlier'
    ? { en: `Accepted earlier in “${where}”`, zh: `以前在“${where}”中采纳过` }
    : { en: `Listed in the gazetteer “${where}”`, zh: `列于名录“${where}”` };
}

/** One character alone says too little: 江 is a river, a surname and half of 江苏. Such names are left to the model. */
const SHORTEST = 2;
const LATIN_OR_DIGIT = /[A-Za-z0-9]/;
const NUMERAL = /[0-9〇零一二三四五六七八九十百千万亿]/;

/**
 * Compared as the model reads: 臺北 and 台北, Ａ and A are the same name. O(sum of lengths), some 130 ms for 100,000 names;
 * keep the result as long as the names stay the same.
 */
export function indexKnownNames({ accepted, dismissed }: KnownNames): KnownIndex {
  const refused = new Set(dismissed.map(({ type, text }) => refusal(type, readableText(text))));
  const byText = new Map<string, AcceptedName>();
  /** Lengths of the names that begin with two characters, longest first. */
  const lengths = new Map<number, number[]>();
  for (const name of accepted) {
    const key = readableText(name.text);
    if (key.length < SHORTEST || refused.has(refusal(name.type, key))) continue;
    const before = byText.get(key);
    if (before && CONFIDENCE[before.from] >= CONFIDENCE[name.from]) continue;
    byText.set(key, name);
    const start = pairAt(key, 0);
    const sizes = lengths.get(start);
    if (!sizes) lengths.set(start, [key.length]);
    else if (!sizes.includes(key.length)) sizes.push(key.length);
  }
  for (const sizes of lengths.values()) sizes.sort((a, b) => b - a);

  function find(text: string): KnownSpan[] {
    if (byText.size === 0) return [];
    const read = readableText(text);
    const found: KnownSpan[] = [];
    for (let i = 0; i + 1 < read.length; i++) {
      for (const size of lengths.get(pairAt(read, i)) ?? []) {
        if (i + size > read.length) continue;
        const name = byText.get(read.slice(i, i + size));
        if (!name || isCutOff(read, i, i + size)) continue;
        found.push({ name, start: i, end: i + size, confidence: CONFIDENCE[name.from] });
        break;
      }
    }
    return found.length > 1 ? longestFirst(found) : found;
  }

  return {
    isEmpty: byText.size === 0 && refused.size === 0,
    find,
    isDismissed: (type, text) => refused.size > 0 && refused.has(refusal(type, readableText(text))),
  };
}

const refusal = (type: string, text: string): string => `${type}\n${text}`;
const pairAt = (text: string, i: number): number => text.charCodeAt(i) * 0x10000 + text.charCodeAt(i + 1);

/** Whether the name is only part of a Latin word or a number: Smith in Smithson, 3日 in 13日, 三日 in 十三日. */
export const isCutOff = (text: string, start: number, end: number): boolean =>
  runsOn(text[start - 1] ?? '', text[start] ?? '') || runsOn(text[end - 1] ?? '', text[end] ?? '');
const runsOn = (left: string, right: string): boolean =>
  (LATIN_OR_DIGIT.test(left) && LATIN_OR_DIGIT.test(right)) || (NUMERAL.test(left) && NUMERAL.test(right));

/** `found` is in order of start, one a start. O(n log n). */
function longestFirst(found: readonly KnownSpan[]): KnownSpan[] {
  const kept: KnownSpan[] = [];
  let cluster: KnownSpan[] = [];
  let reach = -1;
  for (const span of found) {
    if (span.start >= reach) {
      kept.push(...withoutOverlap(cluster));
      cluster = [];
    }
    cluster.push(span);
    reach = Math.max(reach, span.end);
  }
  kept.push(...withoutOverlap(cluster));
  return kept;
}

/** Of spans that touch one another the longest, and what of the others it leaves room for. */
function withoutOverlap(cluster: readonly KnownSpan[]): KnownSpan[] {
  if (cluster.length < 2) return [...cluster];
  const kept: KnownSpan[] = [];
  for (const span of [...cluster].sort((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start)) {
    if (kept.every(other => span.end <= other.start || span.start >= other.end)) kept.push(span);
  }
  return kept.sort((a, b) => a.start - b.start);
}
