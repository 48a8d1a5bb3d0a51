import type { TextRange } from '../../shared/search/matchText';
import type { SearchPattern } from '../../shared/search/searchPattern';
import type { FromExpressionWorker, ToExpressionWorker } from './expressionProtocol';

/** Milliseconds an expression may take for one batch of texts, the worker's start included. */
const PATIENCE = 2500;

/**
 * Looks for expressions in a worker of their own, for nothing else can stop one that runs away: `(a+)+$` takes for
 * ever on thirty letters. A worker that does not answer in time is ended, and another one made for what comes next.
 */
export class ExpressionSearch {
  private worker: Worker | null = null;
  private pending: ((found: FromExpressionWorker['found'] | null) => void) | null = null;
  private last = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly make: () => Worker;
  private readonly patience: number;

  constructor(make: () => Worker, patience = PATIENCE) {
    this.make = make;
    this.patience = patience;
  }

  /** The matches of each text; null where the expression took too long or another search has come in between. */
  search(
    { source, flags }: SearchPattern,
    texts: readonly string[],
    limit: number,
  ): Promise<readonly (readonly TextRange[])[] | null> {
    this.cancel();
    const id = ++this.last;
    const worker = this.worker ?? this.start();
    return new Promise(resolve => {
      this.pending = resolve;
      this.timer = setTimeout(() => this.cancel(), this.patience);
      const request: ToExpressionWorker = { id, source, flags, texts, limit };
      worker.postMessage(request);
    });
  }

  /** Gives up what is being looked for. An idle worker is kept. */
  cancel(): void {
    if (!this.pending) return;
    this.worker?.terminate();
    this.worker = null;
    this.settle(null);
  }

  dispose(): void {
    this.cancel();
    this.worker?.terminate();
    this.worker = null;
  }

  private start(): Worker {
    const worker = this.make();
    worker.addEventListener('message', ({ data }: MessageEvent<FromExpressionWorker>) => {
      if (worker === this.worker && data.id === this.last) this.settle(data.found);
    });
    worker.addEventListener('error', () => {
      if (worker === this.worker) this.cancel();
    });
    this.worker = worker;
    return worker;
  }

  private settle(found: FromExpressionWorker['found'] | null): void {
    clearTimeout(this.timer);
    const resolve = this.pending;
    this.pending = null;
    resolve?.(found);
  }
}

/** Relative to the page's own address; built by `tools/build.mjs`. */
export function expressionWorker(): Worker {
  return new Worker('expressionWorker.js', { type: 'module' });
}
