// Our editor and CodeMirror 6 on the same text, one after the other in fresh browsers:
// `node tools/run.mjs tests/bench/editor/bench.ts [--sizes 20k,200k,1m,5m] [--repeat 3]`. See docs/performance.md.
import { cpus, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { buildPage } from './buildPage';
import { measureOnce, type Run } from './measureOnce';
import { type Comparison, sizeName, table } from './table';

const { values } = parseArgs({
  options: {
    sizes: { type: 'string', default: '20k,200k,1m,5m' },
    repeat: { type: 'string', default: '3' },
  },
});
const sizes = values.sizes.split(',').map(sizeOf);
const repeat = Number(values.repeat);

function sizeOf(name: string): number {
  const [, number, unit] = /^([\d.]+)([km]?)$/i.exec(name) ?? [];
  if (number === undefined) throw new Error(`--sizes: ${name} is no size; write 20k, 200k, 1m …`);
  return Number(number) * ({ k: 1e3, m: 1e6 }[unit?.toLowerCase() ?? ''] ?? 1);
}

const load = () => loadavg()[0]?.toFixed(1) ?? '?';

const page = await buildPage();
try {
  console.error(`${cpus().length} cores, load ${load()} at the start`);
  const comparisons: Comparison[] = [];
  for (const characters of sizes) {
    const kanwu: Run[] = [];
    const codemirror: Run[] = [];
    for (let n = 0; n < repeat; n++) {
      console.error(`${sizeName(characters)}, ${n + 1} of ${repeat}, load ${load()}`);
      // Each goes first every other time.
      const order = n % 2 === 0 ? (['kanwu', 'codemirror'] as const) : (['codemirror', 'kanwu'] as const);
      for (const name of order) {
        const run = await measureOnce(page.address, name, characters);
        (name === 'kanwu' ? kanwu : codemirror).push(run);
      }
    }
    comparisons.push({ characters, kanwu, codemirror });
  }
  const { text, failures } = table(comparisons);
  console.log(text);
  console.log(`\n${repeat} runs of each, load ${load()} at the end; limits not met: ${failures}`);
  if (failures > 0) process.exitCode = 1;
} finally {
  page.dispose();
}
