import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { encodeSource } from '../../../shared/source/encodeSource';
import type { SourceEncoding } from '../../../shared/source/encoding';

export const ROOT = join(import.meta.dirname, '../../..');
const BUNDLE = join(ROOT, 'dist/cli/kanwu.mjs');
const NOBODY = 65534;

export interface Ran {
  readonly status: number | null;
  readonly out: Buffer;
  readonly err: string;
}

/** Runs the built command line; `unprivileged` as nobody where the tests run as root, whom no permission stops. */
export function kanwu(cwd: string, args: readonly string[], unprivileged = false): Ran {
  const root = unprivileged && process.getuid?.() === 0;
  const ran = spawnSync(process.execPath, [BUNDLE, ...args], {
    cwd,
    maxBuffer: 1 << 28,
    ...(root ? { uid: NOBODY, gid: NOBODY } : {}),
  });
  return { status: ran.status, out: ran.stdout, err: ran.stderr.toString() };
}

/** What a failure must be: exit code 2, nothing on stdout, one line on stderr that is no stack trace. */
export function oneLine({ status, out, err }: Ran): string {
  const lines = err.split('\n').filter(line => line !== '');
  if (status !== 2 || out.length > 0 || lines.length !== 1 || /\n\s+at |node:internal|Error:/.test(err)) {
    throw new Error(`not a clean failure: exit ${status}, stdout ${out.length} bytes, stderr:\n${err}`);
  }
  return lines[0] ?? '';
}

/** Builds what is out of date before, and gives each test file a folder of its own that is gone after. */
export function kanwuFolder(): {
  folder: string;
  write(name: string, contents: string | Uint8Array): string;
} {
  const folder = mkdtempSync(join(tmpdir(), 'kanwu-cli-'));
  chmodSync(folder, 0o755);
  beforeAll(() => {
    const build = spawnSync(process.execPath, [join(ROOT, 'tools/build.mjs'), 'lexicon', 'cli']);
    if (build.status !== 0) throw new Error(build.stderr.toString());
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return {
    folder,
    write(name, contents) {
      const path = join(folder, name);
      writeFileSync(path, contents);
      return path;
    },
  };
}

/** A page with one break, inside a word. */
export const BROKEN =
  '# 读书节开幕\n\n为了办好今年的读书节，市图书馆从三月起就着手准备，先后邀请了中\n\n国银行、新华书店等二十多家单位参加，预计有三万名读者到场。\n\n活动持续到五月底。\n';
/** The same in traditional characters, for Big5. */
export const TRADITIONAL =
  '# 讀書節開幕\n\n為了辦好今年的讀書節，市圖書館從三月起就著手準備，先後邀請了中\n\n國銀行、新華書店等二十多家單位參加，預計有三萬名讀者到場。\n\n活動持續到五月底。\n';

/** The page as it reads when its break is mended. */
export function mended(page: string): string {
  return page.replace(/中\n\n(?=[国國])/, '中');
}
export const MENDED = mended(BROKEN);

export function encoded(text: string, encoding: SourceEncoding, bom = false): Uint8Array {
  const result = encodeSource(text, encoding, bom);
  if (result.kind !== 'encoded') throw new Error(`not in ${encoding}: ${result.characters.join('')}`);
  return result.bytes;
}
