import type { Block } from '../../shared/document/block';
import { blockAt, type KanwuDocument } from '../../shared/document/document';
import type { PlacedFinding } from '../../shared/edits/deciding';
import { joinedText, matchesAcross } from '../../shared/search/joinedText';
import type { Match } from '../../shared/search/match';
import { matchesIn, type TextRange } from '../../shared/search/matchText';
import type { SearchPattern } from '../../shared/search/searchPattern';
import { pause } from '../app/timeSlices';
import type { ExpressionSearch } from './expressionSearch';

/** Matches listed at most. A query that has more is hardly one; what is left out is said. */
export const MOST_MATCHES = 100_000;
/** Milliseconds of work between two pauses. */
const SLICE = 8;
/** Milliseconds between two reports of a long search; doubled each time, for every report copies the list. */
const REPORT = 150;
/** UTF-16 code units of text given to the worker at once: the first time, and at most. */
const FIRST_BATCH = 16_384;
const BATCH = 262_144;

export interface SearchTask {
  readonly document: KanwuDocument;
  readonly pattern: SearchPattern;
  /** Suspected breaks by the index of the block before. Matches across them are found as well. */
  readonly breaks: ReadonlyMap<number, PlacedFinding>;
  /** Index of the block to begin at: its matches and those after it come first. */
  readonly from: number;
  /** For expressions; words are looked for here. */
  readonly expressions: ExpressionSearch;
  readonly cancelled: () => boolean;
}

/** What was found so far, in document order. */
export interface Found {
  readonly matches: readonly Match[];
  readonly state: 'looking' | 'done' | 'tooSlow';
  /** More than {@link MOST_MATCHES}: the list ends before the text does. */
  readonly capped: boolean;
}

/**
 * Looks through the whole document in slices of time, from a block on and round at the end. Reports the first match at
 * once, then now and then, then the end; after `cancelled` nothing more. What fits in the first slice is reported
 * before this returns.
 */
export async function searchDocument(task: SearchTask, report: (found: Found) => void): Promise<void> {
  const { blocks } = task.document;
  const start = Math.min(Math.max(0, task.from), blocks.length - 1);
  const after: Match[] = [];
  const before: Match[] = [];
  const tell = (state: Found['state'], capped = false) =>
    report({ matches: before.length === 0 ? after : [...before, ...after], state, capped });
  const texts = new Texts(task);
  let slice = performance.now();
  let told = Number.NEGATIVE_INFINITY;
  let wait = REPORT;
  for (let n = 0; n < blocks.length; n++) {
    if (!texts.isReady(n)) {
      const ready = await texts.prepare(n, start);
      if (task.cancelled()) return;
      if (!ready) return tell('tooSlow');
      slice = performance.now();
    }
    const list = n < blocks.length - start ? after : before;
    for (const match of texts.matchesAt((start + n) % blocks.length)) list.push(match);
    const count = before.length + after.length;
    if (count >= MOST_MATCHES) return tell('done', n < blocks.length - 1);
    const now = performance.now();
    if (count > 0 && now - told > wait && n < blocks.length - 1) {
      // The lists go on growing: what is told is a copy.
      report({ matches: [...before, ...after], state: 'looking', capped: false });
      if (told > 0) wait *= 2;
      told = now;
    }
    if (now - slice < SLICE) continue;
    await breathe();
    if (task.cancelled()) return;
    slice = performance.now();
  }
  tell('done');
}

/** Lets the window take input and paint. Chromium's own way, for a timer's pause is stretched to 4 ms. */
function breathe(): Promise<void> {
  const { scheduler } = globalThis as { scheduler?: { yield?: () => Promise<void> } };
  return scheduler?.yield?.() ?? pause();
}

/** The texts of one search and what was found in them: words at once, expressions by the worker in batches. */
class Texts {
  private readonly task: SearchTask;
  private readonly regex: RegExp;
  private readonly remote: boolean;
  private readonly found = new Map<string, readonly TextRange[]>();
  private ready = 0;
  private batch = FIRST_BATCH;

  constructor(task: SearchTask) {
    this.task = task;
    this.regex = new RegExp(task.pattern.source, task.pattern.flags);
    this.remote = task.pattern.longest === null;
  }

  /** Whether the n-th block of this search's order can be asked for. */
  isReady(n: number): boolean {
    return !this.remote || n < this.ready;
  }

  /** Has the worker look through the next batch, beginning with the n-th block; false where it took too long. */
  async prepare(n: number, start: number): Promise<boolean> {
    const { blocks } = this.task.document;
    const texts = new Set<string>();
    let length = 0;
    this.found.clear();
    this.ready = n;
    while (this.ready < blocks.length && length < this.batch) {
      const index = (start + this.ready++) % blocks.length;
      for (const text of this.textsAt(index)) {
        texts.add(text);
        length += text.length;
      }
    }
    this.batch = Math.min(BATCH, this.batch * 4);
    const list = [...texts];
    const found = await this.task.expressions.search(this.task.pattern, list, MOST_MATCHES);
    found?.forEach((ranges, at) => {
      const text = list[at];
      if (text !== undefined) this.found.set(text, ranges);
    });
    return found !== null;
  }

  /** Every text that the matches of one block need: its own, and round a break after it. */
  private textsAt(index: number): readonly string[] {
    const { text } = blockAt(this.task.document, index).body;
    const joined = this.joinedAt(index);
    return joined ? [text, joined.text, blockAt(this.task.document, joined.last).body.text] : [text];
  }

  private joinedAt(index: number) {
    const { breaks, document, pattern } = this.task;
    const placed = breaks.get(index);
    // One more than a match can have: whole words look at what is beside them.
    return placed ? joinedText(document, placed, pattern.longest && pattern.longest + 1) : null;
  }

  /** The matches that begin in a block, in order. */
  matchesAt(index: number): readonly Match[] {
    const { document } = this.task;
    const block = blockAt(document, index);
    const own = this.rangesOf(block.body.text);
    const joined = this.joinedAt(index);
    if (own.length === 0 && !joined) return NOTHING;
    const matches = own.map(range => within(index, block, range));
    if (!joined) return matches;
    const lastEnd = own[own.length - 1]?.end ?? 0;
    const next =
      this.rangesOf(blockAt(document, joined.last).body.text)[0]?.start ?? Number.POSITIVE_INFINITY;
    const across = matchesAcross(document, joined, this.rangesOf(joined.text));
    // What is found without the join is not found a second time with it.
    return [...matches, ...across.filter(({ start, end }) => start >= lastEnd && end <= next)];
  }

  private rangesOf(text: string): readonly TextRange[] {
    if (this.remote) return this.found.get(text) ?? [];
    return matchesIn(this.regex, text, MOST_MATCHES);
  }
}

const NOTHING: readonly Match[] = [];

function within(index: number, block: Block, { start, end }: TextRange): Match {
  return { index, start, last: index, end, block, lastBlock: block };
}
