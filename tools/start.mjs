// Starts Kanwu: `npm start` on its sample, `npm start -- FILE` on a file. In Electron where its runtime is there or can be
// downloaded, else in Chromium through the double (tests/electron-double). KANWU_SHELL=electron or =double chooses.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const TRIED = join(import.meta.dirname, '../dist/.build/electron-download-tried');
const XVFB = '/usr/bin/Xvfb';
const SAMPLE = 'samples/linjiang-evening-news.txt';
const root = resolve(import.meta.dirname, '..');
// npm runs scripts in the package's folder; a file is named from where the person stands.
const standing = process.env.INIT_CWD ?? process.cwd();
const named = process.argv.slice(2).map(file => resolve(standing, file));
const files = named.length > 0 ? named : [join(root, SAMPLE)];

const build = spawnSync(process.execPath, [join(root, 'tools/build.mjs')], { stdio: 'inherit' });
if (build.status !== 0) process.exit(build.status ?? 1);

const electron = process.env.KANWU_SHELL === 'double' ? null : await electronRuntime();
if (electron) {
  // Chromium's sandbox refuses to run as root.
  const flags = process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  run(electron, [...flags, root, ...files]);
} else if (process.env.KANWU_SHELL === 'electron') {
  console.error(
    'kanwu: Electron’s runtime is not installed. Set ELECTRON_MIRROR to a mirror you can reach and run: npx install-electron',
  );
  process.exit(1);
} else {
  await startDouble();
}

async function startDouble() {
  const { explain, setUp } = await import('./setup.mjs');
  const still = setUp();
  if (still.some(need => need.package === 'chromium')) {
    console.error(explain(still));
    process.exit(1);
  }
  if (still.length > 0) console.error(explain(still));
  const register = join(root, 'tests/electron-double/register.mjs');
  const program = ['--import', register, join(root, 'dist/main/main.mjs'), ...files];
  const screen = process.platform !== 'linux' || process.env.DISPLAY || process.env.WAYLAND_DISPLAY;
  if (screen || process.env.KANWU_HEADLESS === '1') {
    run(process.execPath, program);
  } else if (existsSync(XVFB)) {
    console.error('kanwu: there is no screen here; the window opens on a virtual one (Xvfb).');
    run(process.execPath, program, { DISPLAY: await virtualScreen() });
  } else {
    console.error('kanwu: there is no screen here and no Xvfb; the window runs without being shown.');
    run(process.execPath, program, { KANWU_HEADLESS: '1' });
  }
}

/** Starts Xvfb on a free display, for as long as this process lives, and returns the display's name. */
async function virtualScreen() {
  const options = ['-displayfd', '3', '-screen', '0', '1440x900x24', '-nolisten', 'tcp'];
  const xvfb = spawn(XVFB, options, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  process.on('exit', () => xvfb.kill());
  const number = await new Promise((resolve, reject) => {
    xvfb.stdio[3].once('data', data => resolve(String(data).trim()));
    xvfb.once('exit', code => reject(new Error(`Xvfb ended with ${code}`)));
  });
  return `:${number}`;
}

/** Electron's executable; downloaded if it is not there yet and its source answers. Null where it cannot be had. */
async function electronRuntime() {
  const installed = installedRuntime();
  if (installed) return installed;
  const mirror = process.env.ELECTRON_MIRROR ?? process.env.npm_config_electron_mirror;
  const source = mirror ?? 'https://github.com/electron/electron/releases/';
  if (mirror !== undefined || !triedLately()) {
    if (!(await answers(source))) rememberTry();
    else {
      console.error(`kanwu: downloading Electron’s runtime from ${source} (once) …`);
      const install = join(root, 'node_modules/electron/install.js');
      spawnSync(process.execPath, [install], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
      const downloaded = installedRuntime();
      if (downloaded) return downloaded;
      rememberTry();
    }
  }
  console.error(
    [
      `kanwu: Electron’s runtime is not installed and could not be downloaded from ${source}.`,
      'kanwu: to have it, set ELECTRON_MIRROR to a mirror you can reach and start again.',
      'kanwu: starting the same program in Chromium instead, through Kanwu’s double of Electron.',
    ].join('\n'),
  );
  return null;
}

function installedRuntime() {
  const folder = join(root, 'node_modules/electron');
  const dist = process.env.ELECTRON_OVERRIDE_DIST_PATH ?? join(folder, 'dist');
  try {
    const executable = join(dist, readFileSync(join(folder, 'path.txt'), 'utf8'));
    return existsSync(executable) ? executable : null;
  } catch {
    return null; // path.txt is written by the download
  }
}

/** A network that does not let Electron's download through is not asked again at every start, only once a day. */
function triedLately() {
  const tried = statSync(TRIED, { throwIfNoEntry: false });
  return tried !== undefined && Date.now() - tried.mtimeMs < 24 * 3600 * 1000;
}

function rememberTry() {
  mkdirSync(join(root, 'dist/.build'), { recursive: true });
  writeFileSync(TRIED, '');
}

async function answers(url) {
  try {
    const response = await fetch(url, { method: 'HEAD', signal: AbortSignal.timeout(4000) });
    return response.status < 500;
  } catch {
    return false;
  }
}

function run(command, args, env = {}) {
  const child = spawn(command, args, { cwd: standing, stdio: 'inherit', env: { ...process.env, ...env } });
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
  child.on('error', error => {
    console.error(`kanwu: could not start ${command}: ${error.message}`);
    process.exit(1);
  });
  child.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 0)));
}
