import type { TextBlock } from '../../shared/document/textBlock';
import type { Detector } from '../../shared/findings/detector';
import type { FromWorker, TextPatch } from './protocol';
import { warmUp } from './warmUp';

/** Blocks looked at before the worker listens again, so that an edit is never kept waiting long. */
const SLICE = 150;
/** How many blocks of those that stand for the document at first are looked at: what a screen shows. */
const ON_SCREEN = 30;
/** Blocks from the start that are looked at before the others. */
const AT_FIRST = 80;
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
  private readonly detectors: Detector[] = [];
  /** All detectors are made. */
  private ready = false;
  private readonly surveys = new Map<Detector, unknown>();
  private blocks: readonly TextBlock[] = [];
  /** The first blocks of a document nothing has been changed in; they stand for it until it is read here. */
  private beginning: readonly TextBlock[] = [];
  /** What was counted in them. */
  private readonly counted = new Map<Detector, unknown>();
  private generation = 0;
  private pending: Pending[] = [];
  private changedSinceSurvey = 0;
  private running = false;
  private settling: ReturnType<typeof setTimeout> | undefined;
  private readonly post: (message: FromWorker) => void;

  constructor(post: (message: FromWorker) => void) {
    this.post = post;
  }

  /**
   * Makes the detectors, one after the other with an ear for messages between them: what is on the screen is looked at by the first
   * while the others are still to be made. Where nothing is open they are run in, see `warmUp`.
   */
  async start(detectors: readonly (() => Detector)[]): Promise<void> {
    for (const make of detectors) {
      const detector = make();
      this.detectors.push(detector);
      if (this.beginning.length > 0) this.lookAtBeginning(detector);
      else warmUp(detector);
      await new Promise(resolve => setTimeout(resolve, 0));
    }
    this.ready = true;
    this.run();
  }

  /**
   * A document that is about to be opened, by its first blocks. Its statistics, and in a long one its parsing, take longer than
   * an editor should wait for the first findings: these are judged by the beginning; the proper run follows and has the last word.
   */
  begin(generation: number, beginning: readonly TextBlock[]): void {
    this.close();
    this.generation = generation;
    this.beginning = beginning;
    for (const detector of this.detectors) this.lookAtBeginning(detector);
  }

  open(generation: number, blocks: readonly TextBlock[]): void {
    const beginning = generation === this.generation ? this.beginning : [];
    // What was counted in all of a short document need not be counted again.
    const isWhole =
      beginning.length === blocks.length && blocks.every(({ text }, n) => text === beginning[n]?.text);
    const counted = isWhole ? [...this.counted] : [];
    this.close();
    this.generation = generation;
    this.beginning = beginning;
    this.blocks = blocks;
    for (const [detector, survey] of counted) this.surveys.set(detector, survey);
    const count = blocks.length;
    const first = Math.min(AT_FIRST, count);
    this.enqueue([
      { from: 0, to: first, scope: 'near' },
      { from: first, to: count, scope: 'near' },
      { from: 0, to: count, scope: 'whole' },
    ]);
    this.run();
  }

  private lookAtBeginning(detector: Detector): void {
    const { beginning, generation } = this;
    if (detector.whole || beginning.length === 0) return;
    const survey = detector.survey(beginning);
    const to = Math.min(ON_SCREEN, beginning.length);
    const findings = detector.detect(beginning, survey, 0, to);
    const ids = beginning.slice(0, to).map(block => block.id);
    this.post({ type: 'findings', generation, ids, kinds: detector.kinds, findings });
    this.counted.set(detector, survey);
  }

  close(): void {
    clearTimeout(this.settling);
    this.beginning = [];
    this.counted.clear();
    this.blocks = [];
    this.pending = [];
    this.surveys.clear();
    this.changedSinceSurvey = 0;
  }

  change(generation: number, patches: readonly TextPatch[]): void {
    if (generation !== this.generation) return;
    this.beginning = [];
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
    return this.detectors.filter(detector => (detector.whole ?? false) === (scope === 'whole'));
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
    if (this.running || !this.ready) return;
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
