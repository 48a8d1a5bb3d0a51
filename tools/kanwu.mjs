// The command line in a checkout, `npm run -s kanwu -- …`: builds what is out of date, then runs it where the user stands.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const build = spawnSync(process.execPath, [join(root, 'tools/build.mjs'), 'lexicon', 'cli'], {
  // stdout belongs to the command alone.
  stdio: ['ignore', 2, 2],
});
if (build.status !== 0) process.exit(2);
// npm runs scripts in the package's folder, but paths are meant as the user typed them.
if (process.env.npm_lifecycle_event === 'kanwu' && process.env.INIT_CWD) process.chdir(process.env.INIT_CWD);
await import('../dist/cli/kanwu.mjs');
