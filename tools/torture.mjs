// `npm run test:torture [-- part …]`: what takes too long for every test run. Seeded and bounded; each part prints its
// counts. Short forms of all parts run in `npm test`.
import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..');
const LONG = { KANWU_LONG: '1' };
const parts = {
  operations: [['tools/run.mjs', 'tests/torture/run.ts', '100000']],
  kills: [spec('kills')],
  soak: [spec('soak')],
  mentions: [spec('manyMentions')],
  fuzz: [
    [
      bin('vitest', 'vitest.mjs'),
      'run',
      'tests/unit/main/ipcFuzz.test.ts',
      'tests/unit/datasets',
      'tests/unit/imports',
    ],
  ],
};

const named = process.argv.slice(2);
const unknown = named.filter(name => !(name in parts));
if (unknown.length > 0) {
  console.error(`torture: no such part: ${unknown.join(', ')}. Parts: ${Object.keys(parts).join(', ')}.`);
  process.exit(2);
}
let failed = 0;
for (const name of named.length > 0 ? named : Object.keys(parts)) {
  for (const command of parts[name]) {
    const { status } = spawnSync(process.execPath, command, {
      cwd: root,
      stdio: 'inherit',
      env: { ...process.env, ...LONG },
    });
    if (status !== 0) failed++;
  }
}
process.exit(failed > 0 ? 1 : 0);

function bin(name, file) {
  return join('node_modules', name, file);
}

function spec(name) {
  const configuration = 'tests/torture/playwright.config.ts';
  return [bin('@playwright/test', 'cli.js'), 'test', '--config', configuration, `tests/torture/${name}.spec`];
}
