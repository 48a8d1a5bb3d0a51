import type { TextBlock } from '../../shared/document/textBlock';
import type { Detector } from '../../shared/findings/detector';
import type { Finding } from '../../shared/findings/finding';
import type { FromWorker, TextPatch } from './protocol';

/** Blocks looked at before the worker listens again, so that an edit is never kept waiting long. */
const SLICE = 150;
/** After this share of the blocks has changed, the document's statistics are taken anew. */
const RESURVEY_SHARE = 0.05;

/**
 * Looks at a document's blocks a slice at a time: first what is on screen, then the rest; after an edit only what is
 * within reach of it. Lives in the worker.
 */
export class DetectionQueue {
  private detectors: readonly Detector[] | null = null;
  private surveys: unknown[] = [];
  private blocks: TextBlock[] = [];
  private generation = 0;
  /** Ascending disjoint `[from, to)` still to be looked at; the first is next. */
  private pending: { from: number; to: number }[] = [];
  private changedSinceSurvey = 0;
  private running = false;
  private readonly post: (message: FromWorker) => void;

  constructor(post: (message: FromWorker) => void) {
    this.post = post;
  }

  start(detectors: readonly Detector[]): void {
    this.detectors = detectors;
    this.survey();
    this.run();
  }

  open(generation: number, blocks: readonly TextBlock[], near: number): void {
    this.generation = generation;
    this.blocks = [...blocks];
    const first = Math.max(0, Math.min(near - 20, blocks.length));
    const onScreen = { from: first, to: Math.min(first + 80, blocks.length) };
    this.pending = [onScreen, { from: 0, to: first }, { from: onScreen.to, to: blocks.length }].filter(
      range => range.from < range.to,
    );
    this.survey();
    this.run();
  }

  close(): void {
    this.blocks = [];
    this.pending = [];
  }

  change(generation: number, patches: readonly TextPatch[]): void {
    if (generation !== this.generation) return;
    const reach = Math.max(1, ...(this.detectors ?? []).map(detector => detector.reach));
    let shift = 0;
    const touched: { from: number; to: number }[] = [];
    for (const { at, removed, inserted } of patches) {
      const start = at + shift;
      this.blocks.splice(start, removed, ...inserted);
      const delta = inserted.length - removed;
      this.pending = this.pending.map(range => ({
        from: shifted(range.from, start, removed, delta),
        to: shifted(range.to, start, removed, delta),
      }));
      touched.push({ from: start - reach, to: start + inserted.length + reach });
      shift += delta;
      this.changedSinceSurvey += inserted.length;
    }
    if (this.changedSinceSurvey > Math.max(20, this.blocks.length * RESURVEY_SHARE)) this.survey();
    const within = touched.map(({ from, to }) => ({
      from: Math.max(0, from),
      to: Math.min(this.blocks.length, to),
    }));
    this.pending = [...within, ...this.pending].filter(range => range.from < range.to);
    this.run();
  }

  private survey(): void {
    this.surveys = (this.detectors ?? []).map(detector => detector.survey(this.blocks));
    this.changedSinceSurvey = 0;
  }

  private run(): void {
    if (this.running || !this.detectors) return;
    this.running = true;
    const step = () => {
      if (!this.slice()) {
        this.running = false;
        return;
      }
      setTimeout(step, 0);
    };
    step();
  }

  /** Looks at one slice; false when nothing is left. */
  private slice(): boolean {
    const range = this.pending[0];
    if (!range || !this.detectors) return false;
    const to = Math.min(range.to, range.from + SLICE);
    const findings: Finding[] = this.detectors.flatMap((detector, n) =>
      detector.detect(this.blocks, this.surveys[n], range.from, to),
    );
    const ids = this.blocks.slice(range.from, to).map(block => block.id);
    this.post({ type: 'findings', generation: this.generation, ids, findings });
    if (to >= range.to) this.pending.shift();
    else this.pending[0] = { from: to, to: range.to };
    const left = this.pending.reduce((sum, r) => sum + r.to - r.from, 0);
    this.post({
      type: 'progress',
      generation: this.generation,
      done: 1 - left / Math.max(1, this.blocks.length),
    });
    return this.pending.length > 0;
  }
}

function shifted(position: number, at: number, removed: number, delta: number): number {
  if (position <= at) return position;
  return position >= at + removed ? position + delta : at + Math.max(0, removed + delta);
}
