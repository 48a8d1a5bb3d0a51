import { storedMentions } from '../annotation/writeAnnotations';
import { type Correction, corrections, piecesOf } from '../document/corrections';
import type { Decision } from '../document/decision';
import { type KanwuDocument, workingText } from '../document/document';
import type { IdSource } from '../document/ids';
import type { Orphan } from '../document/orphan';
import { parseInSteps } from '../document/parse';
import { runOf } from '../document/run';
import type { Source } from '../document/source';
import { retold } from '../steps/retold';
import { type Anchored, type Anchoring, anchorQuotes } from './anchorQuotes';
import { commonPassages } from './passages';
import { type RangedMention, settlingMentions } from './settleMentions';
import { TextMap } from './textMap';

/** A document over another version of its source, and what became of the work. */
export interface CarriedOver {
  /** Its orphans are the mentions without a place in the new text, those of before among them. */
  readonly document: KanwuDocument;
  readonly report: CarryReport;
}

export interface CarryReport {
  readonly corrections: {
    readonly kept: number;
    /** The new source reads as corrected already. */
    readonly made: number;
    /** What they corrected is no longer there: replaced text and replacement. */
    readonly lost: readonly { readonly original: string; readonly replacement: string }[];
  };
  readonly mentions: {
    readonly exact: number;
    readonly moved: readonly { readonly id: string; readonly score: number }[];
    readonly orphans: number;
  };
  readonly decisions: { readonly kept: number; readonly lapsed: number };
}

/** Code units around the place of a correction by which it is known again. */
const CONTEXT = 16;

/**
 * Carries the corrections, mentions, decisions and the register of a document over to a changed source. A correction
 * whose place is unchanged stays; one that the new source has made already is dropped as done; one whose words are gone
 * is reported. Mentions are found again in the new working text. Decisions follow their place; where the text around it
 * changed, the finding comes back. Yields the share done (0–1).
 */
export function* carryOver(
  old: KanwuDocument,
  source: Source,
  ids: IdSource,
): Generator<number, CarriedOver> {
  const passages = yield* commonPassages(old.source.text, source.text);
  const map = new TextMap(passages, old.source.text.length, source.text.length);
  const carried = yield* carryCorrections(corrections(old), old.source.text, source.text, map);
  const whole = runOf(piecesOf(source.text.length, carried.kept), source.text);
  const { lead, blocks } = yield* retold(parseInSteps(whole, ids), () => 0.5);
  const mentions = yield* carryMentions(old, whole.text);
  const settled = yield* retold(settlingMentions(lead, blocks, mentions.placed, ids), () => 1);
  const { decisions, lapsed } = carryDecisions(old, map);
  const stored = new Map(mentions.stored.map(mention => [mention.id, mention]));
  const left = settled.left.flatMap(({ mention }) => stored.get(mention.id) ?? []);
  const orphans = [...mentions.orphans, ...left];
  return {
    document: { ...old, source, lead, blocks: settled.blocks, decisions, orphans },
    report: {
      corrections: { kept: carried.kept.length, made: carried.made, lost: carried.lost },
      mentions: { exact: mentions.exact, moved: mentions.moved, orphans: orphans.length },
      decisions: { kept: decisions.size, lapsed },
    },
  };
}

function* carryCorrections(list: readonly Correction[], was: string, text: string, map: TextMap) {
  const kept: Correction[] = [];
  const lost: { original: string; replacement: string }[] = [];
  let made = 0;
  const starts = list.map(({ from, to }) => unmovedStart(was, text, from, to, map));
  const searched = list.filter((_, n) => starts[n] === null);
  // What is looked for is the words replaced with what stands beside them: an insertion replaces none.
  const found = yield* anchorQuotes(
    searched.map(each => widened(was, each)),
    was,
    text,
  );
  let next = 0;
  let end = 0;
  for (const [n, correction] of list.entries()) {
    const { from, to, replacement } = correction;
    const unmoved = starts[n] ?? null;
    const place = unmoved === null ? found[next++] : undefined;
    const start = unmoved ?? (place && place.kind !== 'orphan' ? place.start + (from - wideStart(from)) : -1);
    const original = was.slice(from, to);
    const there =
      unmoved !== null ||
      (start >= 0 && text.startsWith(original, start) && unchangedAround(was, text, correction, start));
    if (there && start >= end) {
      kept.push({ ...correction, from: start, to: start + original.length });
      end = start + original.length;
    } else if (isMade(was, text, correction, place)) made++;
    else lost.push({ original, replacement });
  }
  return { kept, made, lost };
}

/** Where a correction's place begins if it and a character on either side stand in a passage both texts have; else null. */
function unmovedStart(was: string, text: string, from: number, to: number, map: TextMap): number | null {
  if (was === text) return from;
  const start = Math.max(0, from - 1);
  const range = map.range(start, Math.min(was.length, to + 1));
  return range && range.start + from - start;
}

const WIDE = 4;
const wideStart = (from: number) => Math.max(0, from - WIDE);

function widened(was: string, { from, to }: Correction): Anchored {
  const position = { start: wideStart(from), end: Math.min(was.length, to + WIDE) };
  return {
    position,
    quote: was.slice(position.start, position.end),
    prefix: was.slice(Math.max(0, position.start - CONTEXT), position.start),
    suffix: was.slice(position.end, position.end + CONTEXT),
  };
}

/** Whether the character before or after is the same: a correction stands between characters. */
function unchangedAround(was: string, text: string, { from, to }: Correction, start: number): boolean {
  const end = start + to - from;
  const before = from === 0 || was[from - 1] === text[start - 1];
  const after = to === was.length || was[to] === text[end];
  return from === to ? before && after : before || after;
}

/** Whether the new text reads as corrected about where the correction stood. */
function isMade(was: string, text: string, correction: Correction, place: Anchoring | undefined): boolean {
  const { from, to, replacement } = correction;
  const before = was.slice(Math.max(0, from - CONTEXT / 2), from);
  const after = was.slice(to, to + CONTEXT / 2);
  const corrected = before + replacement + after;
  if (place && place.kind !== 'orphan') {
    const near = text.slice(Math.max(0, place.start - CONTEXT), place.end + replacement.length + CONTEXT);
    return near.includes(corrected);
  }
  return text.includes(corrected);
}

function* carryMentions(old: KanwuDocument, text: string) {
  const inPlace = [...storedMentions(old)];
  const stored = [...inPlace, ...old.orphans];
  const anchored = yield* anchorQuotes(
    stored.map((mention, n) => ({
      position: n < inPlace.length ? { start: mention.start, end: mention.end } : null,
      quote: mention.text,
      prefix: mention.prefix,
      suffix: mention.suffix,
    })),
    workingText(old),
    text,
  );
  const placed: RangedMention[] = [];
  const left: Orphan[] = [];
  const moved: { id: string; score: number }[] = [];
  let exact = 0;
  for (const [n, mention] of stored.entries()) {
    const place = anchored[n];
    if (!place || place.kind === 'orphan') {
      left.push(mention);
      continue;
    }
    if (place.kind === 'exact') exact++;
    else moved.push({ id: mention.id, score: place.score });
    const { start: _s, end: _e, text: _t, prefix: _p, suffix: _f, source: _o, ...rest } = mention;
    placed.push({ start: place.start, end: place.end, mention: rest });
  }
  return { placed, orphans: left, moved, exact, stored };
}

function carryDecisions(old: KanwuDocument, map: TextMap) {
  const decisions = new Map<string, Decision>();
  let lapsed = 0;
  for (const [key, decision] of old.decisions) {
    const { at, exact } = map.near(decision.at);
    if (exact) decisions.set(key.replace(`@${decision.at}:`, `@${at}:`), { ...decision, at });
    else lapsed++;
  }
  return { decisions, lapsed };
}
