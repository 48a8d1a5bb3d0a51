import type { Block } from '../../shared/document/block';
import type { Mention } from '../../shared/document/mention';
import type { Tagset } from '../../shared/document/tagset';
import { seamsOf } from '../../shared/edits/structure';
import type { Locale } from '../messages/useMessages';
import { hiddenCharacters } from './hiddenCharacters';
import { lanesOf } from './lanes';

/**
 * A stretch of a block that is painted alike: one text node. `paint` says how, as one string so that two runs are
 * quickly told equal; empty for plain text.
 */
export interface PaintedRun {
  readonly text: string;
  readonly paint: string;
}

/** One mention over a run, outermost first in a paint. */
export interface PaintedMention {
  readonly id: string;
  /** Index into the palette, 1–12. */
  readonly color: number;
  readonly type: string;
  /** The type's name and, where the run is only part of it, the mention's text: for those who listen. */
  readonly spoken: string;
  readonly starts: boolean;
  readonly ends: boolean;
  /** The line it is drawn on, see `lanes.ts`. */
  readonly lane: number;
}

export interface Paint {
  readonly mentions: readonly PaintedMention[];
  /** A joined break lies just before this run. */
  readonly seam: boolean;
  /** Name of the character without a shape that this run is; empty for any other text. */
  readonly hidden: string;
}

/** What of a text is shown beside its mentions. Controls of the direction always are. */
export interface ShownMarks {
  readonly seams: boolean;
  /** Characters of no width and look-alikes of the space. */
  readonly invisible: boolean;
  /** In which types are named to a screen reader. */
  readonly locale: Locale;
}

/**
 * The runs of a block's text: cut at every edge of a mention, around the character after a seam and around every
 * character that has no shape of its own.
 */
export function runsOf(block: Block, tagset: Tagset, shown: ShownMarks): readonly PaintedRun[] {
  const { text } = block.body;
  if (text === '') return [];
  const hidden = new Map(hiddenCharacters(text, shown.invisible).map(({ offset, label }) => [offset, label]));
  const seams = shown.seams
    ? seamsOf(block).map(seam => Math.min(seam.offset + seam.length, text.length))
    : [];
  if (block.mentions.length === 0 && seams.length === 0 && hidden.size === 0) return [{ text, paint: '' }];
  const cuts = new Set([0, text.length]);
  for (const { start, end } of block.mentions) cuts.add(start).add(end);
  for (const seam of seams) {
    cuts.add(seam);
    cuts.add(Math.min(text.length, seam + ((text.codePointAt(seam) ?? 0) > 0xffff ? 2 : 1)));
  }
  for (const offset of hidden.keys()) cuts.add(offset).add(offset + 1);
  const lanes = lanesOf(block.mentions);
  const edges = [...cuts].sort((a, b) => a - b);
  const runs: PaintedRun[] = [];
  for (let n = 0; n + 1 < edges.length; n++) {
    const start = edges[n] as number;
    const end = edges[n + 1] as number;
    const over = block.mentions.filter(m => m.start < end && m.end > start);
    runs.push({
      text: text.slice(start, end),
      paint: paintOf(
        over.map(m => paintedMention(m, start, end, text, tagset, shown.locale, lanes.get(m.id) ?? 0)),
        seams.includes(start),
        hidden.get(start) ?? '',
      ),
    });
  }
  return runs;
}

function paintedMention(
  { id, type, start: from, end: to }: Mention,
  start: number,
  end: number,
  text: string,
  tagset: Tagset,
  locale: Locale,
  lane: number,
): PaintedMention {
  const known = tagset.find(candidate => candidate.id === type);
  const name = known?.name[locale] ?? type;
  const whole = from === start && to === end;
  return {
    id,
    color: known?.color ?? 12,
    type,
    spoken: whole ? name : `${name} ${text.slice(from, to)}`,
    starts: from === start,
    ends: to === end,
    lane,
  };
}

function paintOf(mentions: readonly PaintedMention[], seam: boolean, hidden: string): string {
  return mentions.length === 0 && !seam && hidden === '' ? '' : JSON.stringify({ mentions, seam, hidden });
}

export function readPaint(paint: string): Paint {
  return paint === '' ? { mentions: [], seam: false, hidden: '' } : (JSON.parse(paint) as Paint);
}
