import type { Run } from './measureOnce';

/** The runs of both editors at one size. */
export interface Comparison {
  readonly characters: number;
  readonly kanwu: readonly Run[];
  readonly codemirror: readonly Run[];
}

interface Measure {
  readonly name: string;
  readonly unit: 'ms' | 'MB';
  readonly value: (runs: readonly Run[]) => number;
  /** What Kanwu is held to: at most `times` CodeMirror's, at most `most` of the unit. */
  readonly limit?: (characters: number) => { readonly times?: number; readonly most?: number };
}

const LARGEST = 5_000_000;

const MEASURES: readonly Measure[] = [
  {
    name: 'open → paint',
    unit: 'ms',
    value: runs => median(runs.map(run => run.open)),
    limit: characters => (characters >= LARGEST ? { times: 4, most: 600 } : { most: 600 }),
  },
  { name: 'work to open', unit: 'ms', value: runs => median(runs.map(run => run.openWork)) },
  {
    name: 'key → paint, median',
    unit: 'ms',
    value: runs => median(runs.flatMap(run => run.key)),
    limit: () => ({ times: 1.5 }),
  },
  {
    name: 'key → paint, p95',
    unit: 'ms',
    value: runs =>
      quantile(
        runs.flatMap(run => run.key),
        0.95,
      ),
  },
  { name: 'work per key', unit: 'ms', value: runs => median(runs.map(run => run.keyWork)) },
  {
    name: 'tag → paint',
    unit: 'ms',
    value: runs => median(runs.flatMap(run => run.tag)),
    limit: () => ({ most: 33 }),
  },
  {
    name: 'undo → paint',
    unit: 'ms',
    value: runs => median(runs.flatMap(run => run.undo)),
    limit: () => ({ most: 33 }),
  },
  {
    name: 'scroll frame, p95',
    unit: 'ms',
    value: runs =>
      quantile(
        runs.flatMap(run => run.frames),
        0.95,
      ),
  },
  {
    name: 'memory (PSS)',
    unit: 'MB',
    value: runs => median(runs.map(run => run.pss)),
    limit: () => ({ times: 2.5 }),
  },
  { name: 'JavaScript heap', unit: 'MB', value: runs => median(runs.map(run => run.heap)) },
  { name: 'select all → paint', unit: 'ms', value: runs => median(runs.map(run => run.selectAll)) },
  { name: 'type over all → paint', unit: 'ms', value: runs => median(runs.map(run => run.typeOverAll)) },
  { name: 'undo that → paint', unit: 'ms', value: runs => median(runs.map(run => run.undoOverAll)) },
];

/** The comparison as a Markdown table, and how many limits are not met. */
export function table(comparisons: readonly Comparison[]): {
  readonly text: string;
  readonly failures: number;
} {
  let failures = 0;
  const lines = [
    '| characters | measure | Kanwu | CodeMirror 6 | ratio | limit | |',
    '| ---: | :--- | ---: | ---: | ---: | :--- | :--- |',
  ];
  for (const { characters, kanwu, codemirror } of comparisons) {
    for (const { name, unit, value, limit } of MEASURES) {
      const [ours, theirs] = [value(kanwu), value(codemirror)];
      const { times, most } = limit?.(characters) ?? {};
      const bounds = [
        ...(times === undefined ? [] : [{ text: `≤ ${times} ×`, met: ours <= times * theirs }]),
        ...(most === undefined ? [] : [{ text: `≤ ${most} ${unit}`, met: ours <= most }]),
      ];
      const met = bounds.every(bound => bound.met);
      if (!met) failures++;
      const verdict = bounds.length === 0 ? '' : met ? 'PASS' : 'FAIL';
      lines.push(
        `| ${sizeName(characters)} | ${name} | ${round(ours)} ${unit} | ${round(theirs)} ${unit} | ${(ours / theirs).toFixed(2)} | ${bounds.map(bound => bound.text).join(', ')} | ${verdict} |`,
      );
    }
  }
  return { text: lines.join('\n'), failures };
}

export function sizeName(characters: number): string {
  return characters >= 1e6 ? `${characters / 1e6} M` : `${characters / 1e3} K`;
}

function round(value: number): string {
  return value.toFixed(value < 10 ? 1 : 0);
}

function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/** By linear interpolation between the two nearest values. */
function quantile(values: readonly number[], q: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const at = q * (sorted.length - 1);
  const low = sorted[Math.floor(at)] ?? Number.NaN;
  const high = sorted[Math.ceil(at)] ?? Number.NaN;
  return low + (high - low) * (at - Math.floor(at));
}
