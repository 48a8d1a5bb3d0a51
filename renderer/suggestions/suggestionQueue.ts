import type { TextBlock } from '../../shared/document/textBlock';
import {
  type AcceptedName,
  createEvidenceCache,
  type DismissedName,
  type EvidenceCache,
  type KnownNames,
  type Suggester,
  type Suggestion,
} from '../../shared/suggesters';
import type { TextPatch } from '../detection/protocol';
import type { FromSuggester, TypedName } from './protocol';

/** Characters around the screen that are looked at by themselves before the whole, which takes longer. */
const PREVIEW = 6000;
/** Milliseconds without a change before the document is looked at again. */
const QUIET = 300;
/** As many times as the last run took are waited, up to the longest: a book is not run through at every pause. */
const WAIT_RUNS = 1.5;
const LONGEST_WAIT = 3000;
/** Share of the first run that the next will take, with most out of the cache. */
const AGAIN = 0.1;
/** Suggestions in one message: the window takes each in without a pause that could be felt. */
const PORTION = 300;

/**
 * Looks for suggestions in one document, a slice at a time; after an edit again, with the blocks that did not change
 * out of the cache. What it posts are the blocks whose suggestions changed. Lives in the worker.
 */
export class SuggestionQueue {
  private suggester: Suggester | null = null;
  private blocks: readonly TextBlock[] = [];
  private generation = 0;
  private near = 0;
  private least = 0.5;
  private cache: EvidenceCache = createEvidenceCache();
  /** What the window has of each block; blocks of which it has something else since are not in it. */
  private posted = new Map<string, readonly Suggestion[]>();
  private touched = new Set<string>();
  private tagged = new Map<string, AcceptedName>();
  private dismissed: readonly DismissedName[] = [];
  private others: {
    readonly accepted: readonly AcceptedName[];
    readonly dismissed: readonly DismissedName[];
  } = {
    accepted: [],
    dismissed: [],
  };
  private known: KnownNames | null = null;
  /** Counts runs: one that was overtaken stops. */
  private run = 0;
  private lastRun = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly post: (message: FromSuggester) => void;

  constructor(post: (message: FromSuggester) => void) {
    this.post = post;
  }

  start(suggester: Suggester): void {
    this.suggester = suggester;
    if (this.blocks.length > 0) this.begin();
  }

  open(generation: number, blocks: readonly TextBlock[], near: number, least: number): void {
    this.close();
    this.generation = generation;
    this.blocks = blocks;
    this.near = near;
    this.least = least;
    if (this.suggester) this.soon(0);
  }

  close(): void {
    clearTimeout(this.timer);
    this.run++;
    this.blocks = [];
    this.posted = new Map();
    this.touched = new Set();
    this.tagged = new Map();
    this.dismissed = [];
    this.known = null;
    this.cache = createEvidenceCache();
    this.lastRun = 0;
  }

  change(generation: number, patches: readonly TextPatch[]): void {
    if (generation !== this.generation) return;
    let shift = 0;
    for (const { at, removed, inserted } of patches) {
      const start = at + shift;
      for (const { id } of this.blocks.slice(start, start + removed)) this.posted.delete(id);
      for (const { id } of inserted) {
        this.posted.delete(id);
        this.touched.add(id);
      }
      this.blocks = this.blocks.slice(0, start).concat(inserted, this.blocks.slice(start + removed));
      shift += inserted.length - removed;
    }
    this.soon(QUIET);
  }

  names(
    generation: number,
    added: readonly TypedName[],
    removed: readonly TypedName[],
    dismissed: readonly DismissedName[],
  ): void {
    if (generation !== this.generation) return;
    for (const { text, type } of removed) this.tagged.delete(`${type}\n${text}`);
    for (const { text, type } of added) this.tagged.set(`${type}\n${text}`, { text, type, from: 'document' });
    this.dismissed = dismissed;
    this.known = null;
    // The first run has only just begun, and these are what it is to know.
    this.soon(this.lastRun === 0 ? 0 : QUIET / 2);
  }

  setOthers(accepted: readonly AcceptedName[], dismissed: readonly DismissedName[]): void {
    this.others = { accepted, dismissed };
    this.known = null;
    this.soon(0);
  }

  setLeast(generation: number, least: number): void {
    if (generation !== this.generation || least === this.least) return;
    this.least = least;
    this.soon(0);
  }

  private soon(quiet: number): void {
    if (this.blocks.length === 0 || !this.suggester) return;
    this.run++;
    clearTimeout(this.timer);
    const wait = quiet === 0 ? 0 : Math.max(quiet, Math.min(LONGEST_WAIT, this.lastRun * WAIT_RUNS));
    this.timer = setTimeout(() => this.begin(), wait);
  }

  private begin(): void {
    const { suggester } = this;
    if (!suggester) return;
    const run = ++this.run;
    const started = performance.now();
    const known = this.knownNames();
    const { blocks, least, cache } = this;
    if (this.posted.size === 0) this.preview(suggester, known);
    const steps = suggester.steps(blocks, least, known, cache);
    const advance = () => {
      if (run !== this.run) return;
      const step = steps.next();
      if (step.done) {
        const took = performance.now() - started;
        this.lastRun = this.lastRun === 0 ? took * AGAIN : took;
        this.deliver(blocks, step.value);
        this.progress(1);
        return;
      }
      this.progress(Math.min(0.99, step.value));
      setTimeout(advance, 0);
    };
    advance();
  }

  /** What is on screen, by itself: the whole has the last word. */
  private preview(suggester: Suggester, known: KnownNames): void {
    let length = 0;
    let to = Math.max(0, Math.min(this.near, this.blocks.length - 1));
    const from = Math.max(0, to - 5);
    while (to < this.blocks.length && length < PREVIEW) length += this.blocks[to++]?.text.length ?? 0;
    if (from === 0 && to === this.blocks.length) return;
    const around = this.blocks.slice(from, to);
    this.deliver(around, suggester.suggest(around, this.least, known));
  }

  private progress(done: number): void {
    this.post({ type: 'progress', generation: this.generation, done });
  }

  private deliver(blocks: readonly TextBlock[], suggestions: readonly Suggestion[]): void {
    const byBlock = new Map<string, Suggestion[]>();
    for (const suggestion of suggestions) {
      const list = byBlock.get(suggestion.block);
      if (list) list.push(suggestion);
      else byBlock.set(suggestion.block, [suggestion]);
    }
    let portion: [string, readonly Suggestion[]][] = [];
    let size = 0;
    const send = () => {
      if (portion.length > 0) {
        this.post({ type: 'suggestions', generation: this.generation, blocks: portion });
      }
      portion = [];
      size = 0;
    };
    for (const { id } of blocks) {
      const list = byBlock.get(id) ?? NOTHING;
      const before = this.posted.get(id);
      if (!this.touched.delete(id) && saySame(before ?? NOTHING, list)) continue;
      this.posted.set(id, list);
      portion.push([id, list]);
      size += list.length + 1;
      if (size >= PORTION) send();
    }
    send();
  }

  /** The same object as long as nothing in it changed, for the suggester keeps its index over it. */
  private knownNames(): KnownNames {
    if (this.known) return this.known;
    const { tagged, dismissed, others } = this;
    // What is tagged here outweighs what was dismissed elsewhere.
    const elsewhere = others.dismissed.filter(({ type, text }) => !tagged.has(`${type}\n${text}`));
    this.known = {
      accepted: [...tagged.values(), ...others.accepted],
      dismissed: [...dismissed, ...elsewhere],
    };
    return this.known;
  }
}

const NOTHING: readonly Suggestion[] = [];

function saySame(a: readonly Suggestion[], b: readonly Suggestion[]): boolean {
  return (
    a.length === b.length &&
    a.every((one, n) => {
      const other = b[n];
      return (
        other !== undefined &&
        one.type === other.type &&
        one.start === other.start &&
        one.end === other.end &&
        one.text === other.text &&
        one.confidence === other.confidence &&
        one.reason.en === other.reason.en
      );
    })
  );
}
