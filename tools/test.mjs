// Every test: `npm test`. Sets up what the end-to-end specs need, builds, then lint, types, unit tests and specs, each
// run even if one before it failed. The last line counts the tests: "N passed, N failed, N skipped".
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { explain, setUp } from './setup.mjs';

const root = resolve(import.meta.dirname, '..');
const reports = mkdtempSync(join(tmpdir(), 'kanwu-test-'));
const unitReport = join(reports, 'unit.json');
const specReport = join(reports, 'specs.json');
const failures = [];

const still = setUp();
if (still.length > 0) {
  console.error(explain(still));
  process.exit(1);
}

step('build', 'tools/build.mjs', ['--verbose']);
step('lint', bin('@biomejs/biome', 'bin/biome'), ['check', '--error-on-warnings', '.']);
step('types', bin('typescript', 'bin/tsc'), ['-p', '.']);
step('unit tests', bin('vitest', 'vitest.mjs'), [
  'run',
  '--reporter=dot',
  '--reporter=json',
  `--outputFile.json=${unitReport}`,
]);
// Shared machines stop for seconds now and then: what passes at the second try is listed as flaky.
step('end-to-end specs', bin('@playwright/test', 'cli.js'), ['test', '--retries=1', '--reporter=list,json'], {
  PLAYWRIGHT_JSON_OUTPUT_NAME: specReport,
});

const { passed, failed, skipped } = counts();
rmSync(reports, { recursive: true, force: true });
if (failures.length > 0) console.log(`kanwu: failed: ${failures.join(', ')}`);
console.log(`${passed} passed, ${failed} failed, ${skipped} skipped`);
process.exit(failures.length > 0 || failed > 0 || passed === 0 ? 1 : 0);

function bin(name, file) {
  return join('node_modules', name, file);
}

function step(name, script, args, env = {}) {
  console.log(`\n— ${name}`);
  const started = Date.now();
  const { status } = spawnSync(process.execPath, [join(root, script), ...args], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...env },
  });
  console.log(
    `— ${name}: ${status === 0 ? 'done' : 'FAILED'} in ${((Date.now() - started) / 1000).toFixed(0)} s`,
  );
  if (status !== 0) failures.push(name);
}

/** A step that broke off without a report has been counted among the failures already. */
function counts() {
  const unit = read(unitReport);
  const specs = read(specReport)?.stats;
  return {
    passed: (unit?.numPassedTests ?? 0) + (specs ? specs.expected + specs.flaky : 0),
    failed: (unit?.numFailedTests ?? 0) + (specs?.unexpected ?? 0),
    skipped: (unit?.numPendingTests ?? 0) + (specs?.skipped ?? 0),
  };
}

function read(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}
