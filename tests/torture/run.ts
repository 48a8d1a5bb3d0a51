import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { tortureOperations } from './operations';

/** `node tools/run.mjs tests/torture/run.ts [operations] [seed]`: random operations in portions, each on another page. */
const total = Number(process.argv[2] ?? 100_000);
const seed = Number(process.argv[3] ?? 1);
const PORTION = 2000;

const sample = readFileSync(join(import.meta.dirname, '../../samples/linjiang-evening-news.txt'), 'utf8');
const counts: Record<string, number> = {};
let done = 0;
for (let n = 0; done < total; n++) {
  const portion = Math.min(PORTION, total - done);
  const report = tortureOperations(sample.slice((n * 311) % 1500).slice(0, 1500), portion, seed + n);
  for (const [name, count] of Object.entries(report.counts)) counts[name] = (counts[name] ?? 0) + count;
  done += report.operations;
  if (report.divergence !== null) {
    console.error(`operations: DIVERGED, ${report.divergence}`);
    process.exit(1);
  }
}
console.log(`operations: ${done} done, no divergence. ${JSON.stringify(counts)}`);
