import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

/** Before all specs: builds what is out of date and sees to Chromium and fonts. */
export default function prepare(): void {
  const tools = join(import.meta.dirname, '../../../tools');
  const scripts = process.env['KANWU_SHELL'] === 'electron' ? ['build.mjs'] : ['build.mjs', 'setup.mjs'];
  for (const script of scripts) {
    const run = spawnSync(process.execPath, [join(tools, script)], {
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    if (run.status !== 0) throw new Error(`tools/${script} failed`);
  }
}
