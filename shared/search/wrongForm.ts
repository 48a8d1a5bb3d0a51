/** A wrong form and what it was corrected to: 己经 → 已经. */
export interface WrongForm {
  readonly wrong: string;
  readonly right: string;
  /** The part of `wrong` that differs, never empty: `[from, to)` of it is replaced by `by`. */
  readonly from: number;
  readonly to: number;
  readonly by: string;
}

/** `[from, to)` of the text before became `inserted`. UTF-16 code units, as all lengths here. */
export interface Correction {
  readonly before: string;
  readonly from: number;
  readonly to: number;
  readonly inserted: string;
}

/** An edit longer than this (in characters) is rewriting, not correcting. */
const LONGEST_EDIT = 8;
/** Characters put in or taken out at most where nothing is exchanged; more is a phrase. */
const LONGEST_CHANGE_OF_LENGTH = 2;
/** Text on either side of a place that is segmented with it: words do not depend on what is farther away. */
const AROUND = 24;

const words = new Intl.Segmenter('zh', { granularity: 'word' });

const length = (text: string) => [...text].length;

/**
 * The form that a correction was of: the word (or words) it stands in on the corrected text, with what was there
 * before put back. Null where the correction is none of a word: too long, a phrase put in or taken out, or a form of
 * less than two characters, which would be found everywhere.
 */
export function wrongFormOf({ before, from, to, inserted }: Correction): WrongForm | null {
  const removed = before.slice(from, to);
  if (removed === inserted || length(removed) > LONGEST_EDIT || length(inserted) > LONGEST_EDIT) return null;
  const exchanged = removed !== '' && inserted !== '';
  if (!exchanged && length(removed + inserted) > LONGEST_CHANGE_OF_LENGTH) return null;
  const after = `${before.slice(0, from)}${inserted}${before.slice(to)}`;
  const word = wordAround(after, from, from + inserted.length);
  if (!word) return null;
  const head = after.slice(word.start, from);
  const tail = after.slice(from + inserted.length, word.end);
  const wrong = `${head}${removed}${tail}`;
  const right = `${head}${inserted}${tail}`;
  if (length(wrong.trim()) < 2 || !/[\p{L}\p{N}]/u.test(wrong)) return null;
  return { wrong, right, ...difference(head, removed, inserted, tail) };
}

/** What of the form is replaced; a neighbour is taken along where something is only put in. */
function difference(head: string, removed: string, inserted: string, tail: string) {
  if (removed !== '') return { from: head.length, to: head.length + removed.length, by: inserted };
  const neighbour = [...head].pop();
  if (neighbour !== undefined) {
    return { from: head.length - neighbour.length, to: head.length, by: `${neighbour}${inserted}` };
  }
  const next = [...tail][0] ?? '';
  return { from: 0, to: next.length, by: `${inserted}${next}` };
}

/** From the start of the word at `start` to the end of the one before `end`; for a place between two words null. */
function wordAround(text: string, start: number, end: number): { start: number; end: number } | null {
  const offset = windowStart(text, start);
  let from: number | null = null;
  for (const { segment, index } of words.segment(text.slice(offset, end + AROUND))) {
    const low = offset + index;
    const high = low + segment.length;
    const touches = start === end ? low < start && start < high : low < end && start < high;
    if (!touches) {
      if (low >= end) return null;
      continue;
    }
    from ??= low;
    if (high >= end) return { start: from, end: high };
  }
  return null;
}

function windowStart(text: string, place: number): number {
  const at = Math.max(0, place - AROUND);
  return /^[\udc00-\udfff]/.test(text.slice(at, at + 1)) ? at - 1 : at;
}

/** How sure it is that a place where the wrong form stands is the same error. */
export type Likeness = 'same' | 'doubtful' | 'none';

/**
 * Looks at a place where the wrong form stands. `none` where the right form stands there already (改革开 in
 * 改革开放); `doubtful` where a word begins or ends inside it and goes beyond, and the text as corrected would fall into
 * more words than it does now (自己|经过 against 自|已经|过, but not 菜市|厂 against 菜|市场).
 */
export function likenessAt(text: string, start: number, { wrong, right }: WrongForm): Likeness {
  const end = start + wrong.length;
  for (let at = text.indexOf(right, Math.max(0, start - right.length)); at >= 0 && at <= start; ) {
    if (right.length >= wrong.length && at + right.length >= end) return 'none';
    at = text.indexOf(right, at + 1);
  }
  const offset = windowStart(text, start);
  const around = text.slice(offset, end + AROUND);
  const low = start - offset;
  const high = low + wrong.length;
  let count = 0;
  let crossed = false;
  for (const { segment, index } of words.segment(around)) {
    const crosses = (edge: number) => index < edge && edge < index + segment.length;
    crossed ||= crosses(low) || crosses(high);
    count++;
  }
  if (!crossed) return 'same';
  const corrected = `${around.slice(0, low)}${right}${around.slice(high)}`;
  return [...words.segment(corrected)].length > count ? 'doubtful' : 'same';
}
