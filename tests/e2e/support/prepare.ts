import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '../../..');

/** Before all specs: builds what is out of date, and sees to the shell they run in. */
export default function prepare(): void {
  runTool('build.mjs');
  if (process.env['KANWU_SHELL'] !== 'electron') runTool('setup.mjs');
  // Written by Electron's own download, which would otherwise start within the first spec.
  else if (!existsSync(join(ROOT, 'node_modules/electron/path.txt'))) {
    throw new Error(
      'Electron’s runtime is not installed (npx install-electron; ELECTRON_MIRROR names a mirror).',
    );
  }
}

function runTool(script: string): void {
  const run = spawnSync(process.execPath, [join(ROOT, 'tools', script)], {
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  if (run.status !== 0) throw new Error(`tools/${script} failed`);
}
