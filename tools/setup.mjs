// Sees to what Kanwu needs besides npm packages where Electron's runtime is not there: Chromium, CJK fonts and, where
// there is no screen, Xvfb. As root on a Debian system it installs them; otherwise it says what is missing.
// `node tools/setup.mjs` prints nothing if all is there. Exit code 1: something needed is missing.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

const chromium = process.env.KANWU_CHROMIUM ?? '/usr/bin/chromium';
const needs = [
  { package: 'chromium', what: `Chromium (${chromium})`, present: () => existsSync(chromium) },
  { package: 'fonts-noto-cjk', what: 'a font for Chinese', present: hasChineseFont },
  { package: 'xvfb', what: 'Xvfb', present: () => hasScreen() || existsSync('/usr/bin/Xvfb') },
];

/** What is missing, by name. */
export function missing() {
  return process.platform === 'linux' ? needs.filter(need => !need.present()) : [];
}

/** Installs what is missing where that is possible. Returns what is missing still. */
export function setUp() {
  const wanted = missing();
  if (wanted.length === 0) return [];
  if (process.getuid?.() === 0 && isDebian()) {
    console.error(`kanwu: installing ${wanted.map(need => need.package).join(', ')} …`);
    const packages = wanted.map(need => need.package);
    const apt = args =>
      spawnSync('apt-get', args, {
        stdio: ['ignore', 'ignore', 'inherit'],
        env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      });
    apt(['update', '-qq']);
    apt(['install', '-y', '-qq', '--no-install-recommends', ...packages]);
  }
  return missing();
}

/** What a person is told who has to install it. */
export function explain(still) {
  const packages = still.map(need => need.package).join(' ');
  return `kanwu: missing: ${still.map(need => need.what).join(', ')}. On Debian or Ubuntu: sudo apt-get install ${packages}. A Chromium elsewhere is named with KANWU_CHROMIUM.`;
}

function hasScreen() {
  return Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

function hasChineseFont() {
  const list = spawnSync('fc-list', [':lang=zh'], { encoding: 'utf8' });
  return list.status === 0 && list.stdout.trim() !== '';
}

function isDebian() {
  return (
    existsSync('/usr/bin/apt-get') && /^ID(_LIKE)?=.*debian/m.test(readFileSync('/etc/os-release', 'utf8'))
  );
}

if (process.argv[1] === import.meta.filename) {
  const still = setUp();
  if (still.length > 0) {
    console.error(explain(still));
    process.exitCode = 1;
  }
}
