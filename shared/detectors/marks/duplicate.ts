import type { TextBlock } from '../../document/textBlock';
import type { Detector } from '../../findings/detector';
import type { TextFinding } from '../../findings/finding';
import { isDigit, isHan, isLatin } from './characterClass';

/** Shorter lines repeat by nature: signatures, table rows, refrains, formulas. In letters, digits and Han. */
const SHORTEST_EXACT = 24;
const SHORTEST_NEAR = 60;
const SHINGLE = 6;
/** Size of a block's sketch: the smallest shingle hashes, from which the share of common text is estimated. */
const SKETCH = 32;
/** How many of them are indexed; two near-copies share nearly all of these. */
const INDEXED = 6;
/** Share of common shingles from which two blocks count as copies of each other. */
const NEAR = 0.8;
/** Text beyond this is not looked at in one block, so that a block's cost is bounded. UTF-16 code units. */
const LONGEST = 20_000;

interface Seen extends Fingerprint {
  readonly id: string;
  readonly start: string;
}
interface DuplicateSurvey {
  /** Hash of a block's letters → the first block that has them. */
  readonly exact: ReadonlyMap<number, Seen>;
  /** One shingle hash → the first blocks whose sketch starts with it. */
  readonly near: ReadonlyMap<number, readonly Seen[]>;
}

/** Blocks that stand twice in the document, to the letter or nearly; the later one is reported. */
export const duplicate: Detector<DuplicateSurvey> = {
  kinds: ['duplicate'],
  whole: true,
  reach: 0,
  survey(blocks) {
    const exact = new Map<number, Seen>();
    const near = new Map<number, Seen[]>();
    for (const block of blocks) {
      const print = fingerprint(block);
      if (!print) continue;
      const seen: Seen = { id: block.id, start: block.text.slice(0, 12), ...print };
      if (exact.has(print.hash)) continue;
      exact.set(print.hash, seen);
      if (print.letters < SHORTEST_NEAR) continue;
      for (const hash of print.sketch.slice(0, INDEXED)) {
        const list = near.get(hash);
        if (!list) near.set(hash, [seen]);
        else if (list.length < 4) list.push(seen);
      }
    }
    return { exact, near };
  },
  detect(blocks, survey, from, to) {
    const findings: TextFinding[] = [];
    for (let index = from; index < to; index++) {
      const block = blocks[index];
      if (!block) continue;
      const print = fingerprint(block);
      if (!print) continue;
      const first = survey.exact.get(print.hash);
      if (first && first.id !== block.id && first.letters === print.letters)
        findings.push(report(block, first, 1, print.letters));
      else if (print.letters >= SHORTEST_NEAR) {
        const [other, share] = nearest(block, print.sketch, survey, first);
        if (other) findings.push(report(block, other, share, print.letters));
      }
    }
    return findings;
  },
};

/** The first earlier block that shares most text. `self` is the survey's own entry of the block, if it has one. */
function nearest(
  block: TextBlock,
  sketch: readonly number[],
  survey: DuplicateSurvey,
  self: Seen | undefined,
): [Seen | null, number] {
  for (const hash of sketch.slice(0, INDEXED)) {
    for (const other of survey.near.get(hash) ?? []) {
      // Lists are in document order: what follows the block's own entry comes later and is reported there.
      if (other === self || other.id === block.id) break;
      const share = commonShare(sketch, other.sketch);
      if (share >= NEAR) return [other, share];
    }
  }
  return [null, 0];
}

function report(block: TextBlock, first: Seen, share: number, letters: number): TextFinding {
  const whole = share === 1;
  const confidence = whole ? (letters >= 40 ? 0.9 : 0.65) : 0.55 + (share - NEAR);
  return {
    kind: 'duplicate',
    block: block.id,
    start: 0,
    end: block.text.length,
    replacement: '',
    confidence,
    reason: whole
      ? {
          zh: `与前面“${first.start}…”一段完全相同`,
          en: `The same as the earlier paragraph “${first.start}…”`,
        }
      : {
          zh: `与前面“${first.start}…”一段约 ${Math.round(share * 100)}% 相同`,
          en: `About ${Math.round(share * 100)} % the same as the earlier paragraph “${first.start}…”`,
        },
  };
}

interface Fingerprint {
  readonly hash: number;
  readonly letters: number;
  readonly sketch: readonly number[];
}

// Letters only: a copy often differs in punctuation and spaces. FNV-1a over the whole, a polynomial over shingles.
function fingerprint(block: TextBlock): Fingerprint | null {
  const { text, kind } = block;
  if (text.length < SHORTEST_EXACT || kind === 'code' || kind === 'table' || kind === 'image') return null;
  let hash = 0x811c9dc5;
  const codes: number[] = [];
  const end = Math.min(text.length, LONGEST);
  for (let at = 0; at < end; at++) {
    const code = text.charCodeAt(at);
    if (!isHan(code) && !isLatin(code) && !isDigit(code)) continue;
    codes.push(code);
    hash = Math.imul(hash ^ code, 0x01000193);
  }
  if (codes.length < SHORTEST_EXACT) return null;
  return {
    hash: hash >>> 0,
    letters: codes.length,
    sketch: codes.length < SHORTEST_NEAR ? [] : sketchOf(codes),
  };
}

function sketchOf(codes: readonly number[]): number[] {
  const smallest: number[] = [];
  let worst = 0xffffffff;
  for (let at = 0; at + SHINGLE <= codes.length; at++) {
    let hash = 0;
    for (let next = 0; next < SHINGLE; next++)
      hash = Math.imul(hash ^ (codes[at + next] ?? 0), 0x9e3779b1) ^ (hash >>> 15);
    hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b) >>> 0;
    if (smallest.length === SKETCH && hash >= worst) continue;
    let place = smallest.length;
    while (place > 0 && (smallest[place - 1] ?? 0) > hash) place--;
    if (smallest[place - 1] === hash) continue;
    smallest.splice(place, 0, hash);
    if (smallest.length > SKETCH) smallest.pop();
    worst = smallest[smallest.length - 1] ?? worst;
  }
  return smallest;
}

/** Estimated Jaccard similarity from two bottom sketches (Broder 1997): the share of the union's smallest in both. */
function commonShare(a: readonly number[], b: readonly number[]): number {
  let i = 0;
  let j = 0;
  let both = 0;
  let taken = 0;
  while (taken < SKETCH && i < a.length && j < b.length) {
    const x = a[i] ?? 0;
    const y = b[j] ?? 0;
    if (x === y) both++;
    if (x <= y) i++;
    if (y <= x) j++;
    taken++;
  }
  return taken === 0 ? 0 : both / taken;
}
