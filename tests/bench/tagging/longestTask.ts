import type { CDPSession, Page } from '@playwright/test';

/** One event of Chromium's trace; times in µs. */
interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  readonly dur?: number;
  /** Processor time, which other programs do not lengthen. */
  readonly tdur?: number;
  readonly args: { readonly name?: string };
}

/** One task, ms. */
export interface Task {
  readonly clock: number;
  readonly work: number;
  /** Of the work, the engine's collecting of what is no longer used, which comes when it comes. */
  readonly collection: number;
}

/** Milliseconds in which nothing more is to happen before an action counts as over. */
const QUIET = 1500;

/** Measures what one action keeps the page's main thread busy with, by Chromium's own trace of its tasks. */
export class TaskClock {
  private constructor(
    private readonly page: Page,
    private readonly devtools: CDPSession,
  ) {}

  static async of(page: Page): Promise<TaskClock> {
    return new TaskClock(page, await page.context().newCDPSession(page));
  }

  /**
   * The longest tasks of the main thread (ms, longest first) from the action until its end (`shown`) and a while after, by
   * the clock and by processor time; and the time until then, without the while.
   */
  async during(
    action: () => Promise<unknown>,
    shown: () => Promise<unknown>,
  ): Promise<{ readonly longest: readonly Task[]; readonly until: number }> {
    const { devtools } = this;
    const events: TraceEvent[] = [];
    const take = ({ value }: { readonly value: readonly object[] }) =>
      events.push(...(value as readonly TraceEvent[]));
    devtools.on('Tracing.dataCollected', take);
    await devtools.send('Tracing.start', {
      transferMode: 'ReportEvents',
      traceConfig: { includedCategories: ['toplevel', '__metadata', 'devtools.timeline'] },
    });
    const began = performance.now();
    await action();
    await shown();
    const until = performance.now() - began;
    await this.page.waitForTimeout(QUIET);
    const complete = new Promise(done => devtools.once('Tracing.tracingComplete', done));
    await devtools.send('Tracing.end');
    await complete;
    devtools.off('Tracing.dataCollected', take);
    const main = new Set(
      events.flatMap(({ name, args, pid, tid }) =>
        name === 'thread_name' && args.name === 'CrRendererMain' ? `${pid}/${tid}` : [],
      ),
    );
    const ofMain = events.filter(({ pid, tid }) => main.has(`${pid}/${tid}`));
    const collections = ofMain.filter(({ name }) => name === 'MajorGC' || name === 'MinorGC');
    const longest = ofMain
      .flatMap(({ name, ts, dur, tdur = 0 }) => {
        if (!name.endsWith('RunTask') || dur === undefined) return [];
        const within = collections.filter(collection => collection.ts >= ts && collection.ts < ts + dur);
        const collection = within.reduce((sum, { tdur: time = 0 }) => sum + time, 0) / 1000;
        return { clock: dur / 1000, work: tdur / 1000, collection };
      })
      .sort((a, b) => b.work - a.work)
      .slice(0, 3);
    return { longest, until };
  }
}
