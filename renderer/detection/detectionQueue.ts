import type { TextBlock } from '../../shared/document/textBlock';
import type { Detector } from '../../shared/findings/detector';
import type { FromWorker, TextPatch } from './protocol';

/** Blocks looked at before the worker listens again, so that an edit is never kept waiting long. */
const SLICE = 150;
/** Blocks around the screen that stand for the document at first, and how many of them are looked at. */
const PREVIEW = 240;
const ON_SCREEN = 30;
/** Milliseconds without an edit after which the document's statistics are taken anew. */
const SETTLED = 1200;
/** In a document of more blocks they are taken anew only after this share of them has changed. */
const LARGE = 20_000;
const RESURVEY_SHARE = 0.05;

/** Blocks `[from, to)` to be looked at, by detectors of this scope. */
interface Pending {
  readonly from: number;
  readonly to: number;
  /** `near` detectors look around a block, `whole` ones compare it with the whole document. */
  readonly scope: 'near' | 'whole';
}

/**
 * Looks at a document's blocks a slice at a time: first what is on screen, then the rest; after an edit only what is
 * within reach of it, and, once editing pauses, what depends on the whole. Lives in the worker.
 */
export class DetectionQueue {
  private detectors: readonly Detector[] | null = null;
  private readonly surveys = new Map<Detector, unknown>();
  private blocks: TextBlock[] = [];
  private generation = 0;
  private pending: Pending[] = [];
  private changedSinceSurvey = 0;
  private running = false;
  private settling: ReturnType<typeof setTimeout> | undefined;
  private readonly post: (message: FromWorker) => void;

  constructor(post: (message: FromWorker) => void) {
    this.post = post;
  }

  start(detectors: readonly Detector[]): void {
    this.detectors = detectors;
    this.surveys.clear();
    this.preview(0);
    this.run();
  }

  /** Whether a document is open. */
  get isOpen(): boolean {
    return this.blocks.length > 0;
  }

  open(generation: number, blocks: readonly TextBlock[], near: number): void {
    this.close();
    this.generation = generation;
    this.blocks = [...blocks];
    const count = blocks.length;
    const first = Math.max(0, Math.min(near - 20, count));
    const last = Math.min(first + 80, count);
    this.enqueue([
      { from: first, to: last, scope: 'near' },
      { from: 0, to: first, scope: 'near' },
      { from: last, to: count, scope: 'near' },
      { from: 0, to: count, scope: 'whole' },
    ]);
    this.preview(near);
    this.run();
  }

  /**
   * What is on screen, judged by the blocks around it: the statistics of a long document take longer than an editor
   * should wait for the first findings. The proper run follows and has the last word.
   */
  private preview(near: number): void {
    const from = Math.max(0, Math.min(near, this.blocks.length - PREVIEW));
    const around = this.blocks.slice(from, from + PREVIEW);
    const first = Math.max(0, near - from);
    const last = Math.min(around.length, first + ON_SCREEN);
    const ids = around.slice(first, last).map(block => block.id);
    if (ids.length === 0) return;
    for (const detector of this.of('near')) {
      const survey = detector.survey(around);
      const findings = detector.detect(around, survey, first, last);
      this.post({ type: 'findings', generation: this.generation, ids, kinds: detector.kinds, findings });
      if (around.length === this.blocks.length) this.surveys.set(detector, survey);
    }
  }

  close(): void {
    clearTimeout(this.settling);
    this.blocks = [];
    this.pending = [];
    this.surveys.clear();
    this.changedSinceSurvey = 0;
  }

  change(generation: number, patches: readonly TextPatch[]): void {
    if (generation !== this.generation) return;
    const reach = Math.max(1, ...this.of('near').map(detector => detector.reach));
    let shift = 0;
    const touched: Pending[] = [];
    for (const { at, removed, inserted } of patches) {
      const start = at + shift;
      const delta = inserted.length - removed;
      this.blocks = replaced(this.blocks, start, removed, inserted);
      this.pending = this.pending.map(range => ({
        ...range,
        from: shifted(range.from, start, removed, delta),
        to: shifted(range.to, start, removed, delta),
      }));
      touched.push({ from: start - reach, to: start + inserted.length + reach, scope: 'near' });
      shift += delta;
      this.changedSinceSurvey += inserted.length + removed;
    }
    this.enqueue(touched, 'first');
    clearTimeout(this.settling);
    this.settling = setTimeout(() => this.settle(), SETTLED);
    this.run();
  }

  /** Editing has paused: what compares blocks with the whole document looks again. */
  private settle(): void {
    const { length } = this.blocks;
    if (length > LARGE && this.changedSinceSurvey < length * RESURVEY_SHARE) return;
    this.surveys.clear();
    this.changedSinceSurvey = 0;
    this.enqueue([{ from: 0, to: length, scope: 'whole' }]);
    this.run();
  }

  private of(scope: Pending['scope']): readonly Detector[] {
    return (this.detectors ?? []).filter(detector => (detector.whole ?? false) === (scope === 'whole'));
  }

  private enqueue(ranges: readonly Pending[], where: 'first' | 'last' = 'last'): void {
    const within = ranges.map(range => ({
      ...range,
      from: Math.max(0, range.from),
      to: Math.min(this.blocks.length, range.to),
    }));
    const next = where === 'first' ? [...within, ...this.pending] : [...this.pending, ...within];
    this.pending = next.filter(range => range.from < range.to);
  }

  private surveyOf(detector: Detector): unknown {
    if (!this.surveys.has(detector)) this.surveys.set(detector, detector.survey(this.blocks));
    return this.surveys.get(detector);
  }

  private run(): void {
    if (this.running || !this.detectors) return;
    this.running = true;
    const step = () => {
      this.running = this.slice();
      if (this.running) setTimeout(step, 0);
    };
    step();
  }

  /** Looks at one slice; false when nothing is left. */
  private slice(): boolean {
    const range = this.pending[0];
    if (!range) return false;
    const to = Math.min(range.to, range.from + SLICE);
    const detectors = this.of(range.scope);
    const findings = detectors.flatMap(detector =>
      detector.detect(this.blocks, this.surveyOf(detector), range.from, to),
    );
    const ids = this.blocks.slice(range.from, to).map(block => block.id);
    const kinds = detectors.flatMap(detector => detector.kinds);
    this.post({ type: 'findings', generation: this.generation, ids, kinds, findings });
    this.pending =
      to >= range.to ? this.pending.slice(1) : [{ ...range, from: to }, ...this.pending.slice(1)];
    const left = this.pending.reduce((sum, { from, to: end }) => sum + end - from, 0);
    const done = Math.max(0, 1 - left / Math.max(1, 2 * this.blocks.length));
    this.post({ type: 'progress', generation: this.generation, done });
    return this.pending.length > 0;
  }
}

/** Not `splice` with a spread: a paste may bring more blocks than a call takes arguments. */
function replaced<T>(list: readonly T[], at: number, removed: number, inserted: readonly T[]): T[] {
  return list.slice(0, at).concat(inserted, list.slice(at + removed));
}

function shifted(position: number, at: number, removed: number, delta: number): number {
  if (position <= at) return position;
  return position >= at + removed ? position + delta : at + Math.max(0, removed + delta);
}
