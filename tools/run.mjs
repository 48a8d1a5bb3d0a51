// Runs a TypeScript file of this repository under Node: `node tools/run.mjs tools/train-breaks.ts [args]`.
// Node 20 cannot strip types, so the file is bundled to a temporary module first; packages stay external.
import { mkdtempSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { REGULAR_EXPRESSIONS } from './regularExpressions.mjs';

const [entry, ...rest] = process.argv.slice(2);
if (!entry) {
  console.error('usage: node tools/run.mjs FILE.ts [arguments]');
  process.exit(2);
}
// Inside the repository, so that bare imports resolve to its node_modules.
const folder = mkdtempSync(join(import.meta.dirname, '..', 'node_modules', '.run-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
const outfile = join(folder, 'entry.mjs');
await build({
  entryPoints: [resolve(entry)],
  outfile,
  bundle: true,
  platform: 'node',
  target: 'node20',
  supported: REGULAR_EXPRESSIONS,
  format: 'esm',
  packages: 'external',
  sourcemap: 'inline',
  loader: { '.json': 'json' },
  logLevel: 'warning',
});
process.argv.splice(1, process.argv.length, resolve(entry), ...rest);
process.setSourceMapsEnabled(true);
await import(pathToFileURL(outfile).href);
