import type { Block } from '../document/block';
import { outOfPair } from '../document/document';
import type { Mention } from '../document/mention';
import { sortedInSlices } from '../document/sortedInSlices';
import { retold } from '../steps/retold';
import type { ExportJob, ExportPart, LossPlace } from './exportFormat';
import type { Losses } from './losses';
import { sourceRangeOf } from './sourceRange';

/** A mention with offsets into the whole text that is exported. */
export interface FlatMention {
  readonly mention: Mention;
  readonly block: Block;
  /** UTF-16 code units into `FlatText.text`; `start < end`, never inside a surrogate pair, no white space at the edges. */
  readonly start: number;
  readonly end: number;
}

/** What most formats are written from: one text, and its mentions by offsets. */
export interface FlatText {
  readonly text: string;
  /** By start; of those that start together the longer first. */
  readonly mentions: readonly FlatMention[];
}

/** Blocks taken at a time: about a millisecond. */
const SLICE = 500;

/** Yielded where there is nothing to write yet but a window may want to draw. */
export const PAUSE: ExportPart = { file: 0, data: '' };

/**
 * The text of a job with its mentions: the working text, or the source with the mentions mapped back to it. Mentions
 * that have no place in it are counted in `losses`. Linear; yields {@link PAUSE} every few milliseconds.
 */
export function* flatText(job: ExportJob, losses: Losses): Generator<ExportPart, FlatText> {
  return job.text === 'original' ? yield* originalText(job, losses) : yield* correctedText(job, losses);
}

function* correctedText({ document }: ExportJob, losses: Losses): Generator<ExportPart, FlatText> {
  const parts: string[] = [];
  let part = document.lead.text;
  let before = 0;
  const mentions: FlatMention[] = [];
  let count = 0;
  for (const block of document.blocks) {
    const textStart = before + part.length + block.marker.text.length;
    part += block.marker.text + block.body.text + block.gap.text;
    for (const mention of block.mentions) {
      const { start, end } = withoutSpace(block.body.text, mention.start, mention.end);
      if (start >= end) losses.add('blank', placeOf(block, mention));
      else mentions.push({ mention, block, start: textStart + start, end: textStart + end });
    }
    if (++count % SLICE !== 0) continue;
    parts.push(part);
    before += part.length;
    part = '';
    yield PAUSE;
  }
  parts.push(part);
  const text = parts.join('');
  yield PAUSE;
  return { text, mentions: yield* inOrder(mentions) };
}

function* originalText({ document }: ExportJob, losses: Losses): Generator<ExportPart, FlatText> {
  const { text } = document.source;
  const mentions: FlatMention[] = [];
  let count = 0;
  for (const block of document.blocks) {
    for (const mention of block.mentions) {
      const range = sourceRangeOf(block.body.pieces, mention.start, mention.end);
      const { start, end } = withoutSpace(text, range?.start ?? 0, range?.end ?? 0);
      if (!range) losses.add('unmapped', placeOf(block, mention));
      else if (start >= end) losses.add('blank', placeOf(block, mention));
      else {
        if (range.widened) losses.add('widened', placeOf(block, mention));
        mentions.push({ mention, block, start, end });
      }
    }
    if (++count % SLICE === 0) yield PAUSE;
  }
  return { text, mentions: yield* inOrder(mentions) };
}

/** As the annotation file has it: white space at the edges is no part of a name. Half a character becomes a whole one. */
export function withoutSpace(text: string, from: number, to: number): { start: number; end: number } {
  let start = outOfPair(text, from);
  let end = outOfPair(text, to) === to ? to : to + 1;
  while (start < end && isSpace(text.charCodeAt(start))) start++;
  while (start < end && isSpace(text.charCodeAt(end - 1))) end--;
  return { start, end };
}

/** What `String.trim` takes away. All are single code units. */
function isSpace(code: number): boolean {
  if (code <= 0x20) return code === 0x20 || (code >= 0x09 && code <= 0x0d);
  if (code < 0xa0) return false;
  return (
    code === 0xa0 ||
    code === 0x1680 ||
    (code >= 0x2000 && code <= 0x200a) ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0x202f ||
    code === 0x205f ||
    code === 0x3000 ||
    code === 0xfeff
  );
}

/** They are in order unless two of a block that was edited changed places in the original. */
function* inOrder(mentions: readonly FlatMention[]): Generator<ExportPart, readonly FlatMention[]> {
  const sorted = mentions.every((m, n) => n === 0 || compareFlat(mentions[n - 1] ?? m, m) <= 0);
  yield PAUSE;
  return sorted ? mentions : yield* retold(sortedInSlices(mentions, compareFlat), () => PAUSE);
}

function compareFlat(a: FlatMention, b: FlatMention): number {
  return a.start - b.start || b.end - a.end;
}

/** Where a mention stands, for a report. */
export function placeOf(block: Block, mention: Pick<Mention, 'start' | 'end'>): LossPlace {
  const { start, end } = mention;
  return { block: block.id, start, end, text: block.body.text.slice(start, end) };
}
