import type { KanwuDocument } from '../../shared/document/document';
import { workingText } from '../../shared/document/document';
import type { Mention } from '../../shared/document/mention';

/** A mention in the flat text. */
export interface FlatMention {
  readonly id: string;
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly continues: string | undefined;
}

/** All that an undo takes back. */
interface FlatState {
  readonly text: string;
  readonly mentions: readonly FlatMention[];
  readonly orphans: readonly string[];
}

/** One piece of text put in the place of another: offsets in the flat text before. */
export interface Splice {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/**
 * What the document must be after an edit, kept the simplest way there is: one flat string and a list of mentions with
 * absolute offsets, every rule written down once more and in flat offsets. It knows no pieces, no blocks of its own and
 * no shared structure, and undo is a pile of copies.
 */
export class Reference {
  text: string;
  mentions: readonly FlatMention[];
  /** Ids of the mentions without a place. */
  orphans: readonly string[];
  private readonly done: FlatState[] = [];
  private undone: FlatState[] = [];

  constructor(document: KanwuDocument) {
    this.text = workingText(document);
    this.mentions = flatMentions(document);
    this.orphans = document.orphans.map(({ id }) => id);
  }

  private get state(): FlatState {
    return { text: this.text, mentions: this.mentions, orphans: this.orphans };
  }

  /** Notes the state before an edit that is a step of the history. */
  remember(): void {
    this.done.push(this.state);
    this.undone = [];
  }

  forget(): void {
    this.done.pop();
  }

  get canUndo(): boolean {
    return this.done.length > 0;
  }

  get canRedo(): boolean {
    return this.undone.length > 0;
  }

  undo(): void {
    const before = this.done.pop();
    if (!before) return;
    this.undone.push(this.state);
    this.take(before);
  }

  redo(): void {
    const after = this.undone.pop();
    if (!after) return;
    this.done.push(this.state);
    this.take(after);
  }

  private take({ text, mentions, orphans }: FlatState): void {
    this.text = text;
    this.mentions = mentions;
    this.orphans = orphans;
  }

  /** Applies splices given in order and disjoint, as edits made from the end. */
  splice(list: readonly Splice[]): void {
    for (const { from, to, text } of [...list].reverse()) {
      this.text = this.text.slice(0, from) + text + this.text.slice(to);
      this.mentions = this.mentions.flatMap(m => {
        const next = spliced(m, from, to, text.length);
        return next ? [next] : [];
      });
    }
  }

  /** Makes one again of two halves that nothing but the `glue` put in at `seam` parts. */
  heal(seam: number, glue: number): void {
    for (const tail of [...this.mentions]) {
      if (tail.continues === undefined || tail.start !== seam + glue) continue;
      const head = this.mentions.find(m => m.id === tail.continues && m.end === seam && m.type === tail.type);
      if (!head) continue;
      this.mentions = this.mentions
        .filter(m => m !== tail)
        .map(m => (m === head ? { ...head, end: tail.end } : m));
    }
  }

  /** A seam opened again: what the join put in gives way to what the source had; a mention across it is parted there. */
  reopen(at: number, length: number, text: string): void {
    const by = text.length - length;
    this.text = this.text.slice(0, at) + text + this.text.slice(at + length);
    this.mentions = this.mentions.map(m => ({
      ...m,
      start: m.start > at || m.start === at + length ? m.start + by : m.start,
      end: m.end > at ? m.end + by : m.end,
    }));
  }

  /** Read from its file again: without history, and white space at the end of a line is nobody's. */
  reopened(): void {
    this.done.length = 0;
    this.undone = [];
    this.mentions = this.mentions.flatMap(m => {
      const words = this.text.slice(m.start, m.end);
      if (words.trim() === '') return [];
      const start = m.start + words.length - words.trimStart().length;
      return [{ ...m, start, end: start + words.trim().length }];
    });
  }

  /**
   * What must hold of `document` now; the first difference as text, null where there is none. A mention that has come
   * to reach over a line break stands in parts, one in each line: the ids of the parts are taken from the document.
   */
  compare(document: KanwuDocument): string | null {
    const text = workingText(document);
    if (text !== this.text) return `text: ${difference(this.text, text)}`;
    const actual = flatMentions(document);
    const expected = parted(this.mentions, document);
    const a = expected.map(placeOf).sort().join(' ');
    const b = actual.map(placeOf).sort().join(' ');
    if (a !== b) return `mentions: expected ${a}; found ${b}`;
    const first = new Set(expected.filter(m => m.id !== '').map(m => m.id));
    const ids = new Set(actual.map(m => m.id));
    const lost = [...first].filter(id => !ids.has(id));
    if (lost.length > 0) return `mentions: the ids ${lost.join(', ')} are gone`;
    if (ids.size !== actual.length) return 'mentions: two have one id';
    this.mentions = actual;
    const orphans = document.orphans.map(({ id }) => id).join(' ');
    return orphans === this.orphans.join(' ') ? null : `orphans: expected ${this.orphans}; found ${orphans}`;
  }
}

/** `mapMention`'s rule once more: what is typed at an edge stays outside, what replaces a part belongs to it. */
function spliced(m: FlatMention, from: number, to: number, inserted: number): FlatMention | null {
  const by = inserted - (to - from);
  const within = m.start <= from && to <= m.end;
  if (m.end <= from) return m;
  if (m.start >= to) return { ...m, start: m.start + by, end: m.end + by };
  if (within) return m.end + by > m.start ? { ...m, end: m.end + by } : null;
  if (from <= m.start && m.end <= to) return null;
  return m.start < from ? { ...m, end: from } : { ...m, start: from + inserted, end: m.end + by };
}

/** Start of each block's text in the flat text. */
export function textStarts(document: KanwuDocument): number[] {
  let at = document.lead.text.length;
  return document.blocks.map(({ marker, body, gap }) => {
    const start = at + marker.text.length;
    at = start + body.text.length + gap.text.length;
    return start;
  });
}

export function flatMentions(document: KanwuDocument): FlatMention[] {
  const starts = textStarts(document);
  return document.blocks.flatMap((block, n) =>
    block.mentions.map((m: Mention) => ({
      id: m.id,
      type: m.type,
      start: (starts[n] ?? 0) + m.start,
      end: (starts[n] ?? 0) + m.end,
      continues: m.continues,
    })),
  );
}

/** Each mention cut down to the texts of the lines it reaches over; only the first part keeps its id. */
function parted(mentions: readonly FlatMention[], document: KanwuDocument): FlatMention[] {
  const starts = textStarts(document);
  return mentions.flatMap(m => {
    const parts: FlatMention[] = [];
    document.blocks.forEach(({ body }, n) => {
      const low = starts[n] ?? 0;
      const start = Math.max(m.start, low);
      const end = Math.min(m.end, low + body.text.length);
      // A part that begins with the mention is the mention; the others are named by the document.
      if (start < end) parts.push({ ...m, id: start === m.start ? m.id : '', start, end });
    });
    return parts;
  });
}

function placeOf({ type, start, end }: FlatMention): string {
  return `${type}@${start}-${end}`;
}

function difference(expected: string, found: string): string {
  let at = 0;
  while (at < expected.length && expected[at] === found[at]) at++;
  const around = (text: string) => JSON.stringify(text.slice(Math.max(0, at - 10), at + 20));
  return `differs at ${at}: expected ${around(expected)}, found ${around(found)}`;
}
