import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { saveFile } from '../../../electron/files/saveFile';
import { withoutPrivileges } from './withoutPrivileges';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kanwu-save-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('saveFile', () => {
  it('writes a new file and replaces an old one, leaving nothing else', async () => {
    const path = join(folder, 'a.json');
    await saveFile(path, '一');
    await saveFile(path, '二');
    expect(readFileSync(path, 'utf8')).toBe('二');
    expect(readdirSync(folder)).toEqual(['a.json']);
  });

  it('keeps the permissions of the file it replaces', async () => {
    const path = join(folder, 'a.json');
    writeFileSync(path, 'old');
    chmodSync(path, 0o604);
    await saveFile(path, 'new');
    expect(statSync(path).mode & 0o777).toBe(0o604);
  });

  it('writes through a symbolic link and keeps it', async () => {
    writeFileSync(join(folder, 'real.json'), 'old');
    symlinkSync('real.json', join(folder, 'link.json'));
    await saveFile(join(folder, 'link.json'), 'new');
    expect(readlinkSync(join(folder, 'link.json'))).toBe('real.json');
    expect(readFileSync(join(folder, 'real.json'), 'utf8')).toBe('new');
  });

  it('writes a name as long as the file system allows', async () => {
    const path = join(folder, `${'名'.repeat(83)}.json`);
    await saveFile(path, 'x');
    expect(readFileSync(path, 'utf8')).toBe('x');
  });

  it('rejects with EISDIR for a folder and with ENOENT where the folder is gone', async () => {
    mkdirSync(join(folder, 'sub'));
    await expect(saveFile(join(folder, 'sub'), 'x')).rejects.toMatchObject({ code: 'EISDIR' });
    await expect(saveFile(join(folder, 'gone', 'a.json'), 'x')).rejects.toMatchObject({ code: 'ENOENT' });
  });

  it('rejects with EACCES for a write-protected file', async () => {
    const path = join(folder, 'a.json');
    writeFileSync(path, 'old');
    chmodSync(path, 0o444);
    await withoutPrivileges(folder, () =>
      expect(saveFile(path, 'new')).rejects.toMatchObject({ code: 'EACCES' }),
    );
    expect(readFileSync(path, 'utf8')).toBe('old');
  });
});

/** Mounts a small file system; only root can, and not in every container. */
function mounted(options: string): string | null {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return null;
  const place = mkdtempSync(join(tmpdir(), 'kanwu-disk-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', place], { stdio: 'ignore' });
    return place;
  } catch {
    rmSync(place, { recursive: true });
    return null;
  }
}

const canMount = (() => {
  const place = mounted('size=64k');
  if (place === null) return false;
  execFileSync('umount', [place]);
  rmSync(place, { recursive: true });
  return true;
})();

describe.skipIf(!canMount)('saveFile on a small disk', () => {
  let disk = '';
  beforeEach(() => {
    disk = mounted('size=1m') ?? '';
  });
  afterEach(() => {
    execFileSync('umount', [disk]);
    rmSync(disk, { recursive: true });
  });

  it('rejects with ENOSPC when the disk fills up, and the old file stands', async () => {
    const path = join(disk, 'a.json');
    await saveFile(path, 'the old file');
    await expect(saveFile(path, '汉'.repeat(1_000_000))).rejects.toMatchObject({ code: 'ENOSPC' });
    expect(readFileSync(path, 'utf8')).toBe('the old file');
    expect(readdirSync(disk)).toEqual(['a.json']);
  });

  it('rejects with ENOSPC when only the last bytes do not fit', async () => {
    const path = join(disk, 'a.json');
    writeFileSync(join(disk, 'filler'), Buffer.alloc(700 * 1024));
    await expect(saveFile(path, 'y'.repeat(400_000))).rejects.toMatchObject({ code: 'ENOSPC' });
    expect(readdirSync(disk)).toEqual(['filler']);
  });

  it('rejects with EROFS on a read-only disk', async () => {
    const path = join(disk, 'a.json');
    writeFileSync(path, 'old');
    execFileSync('mount', ['-o', 'remount,ro', disk]);
    await expect(saveFile(path, 'new')).rejects.toMatchObject({ code: 'EROFS' });
    expect(readFileSync(path, 'utf8')).toBe('old');
  });
});

describe('saveFile under a file-size limit, where write() comes back short', () => {
  it('rejects instead of leaving half a file', () => {
    // As a full disk, but for anyone: the shell limits how much a file may hold.
    const script = join(import.meta.dirname, 'saveUnderLimit.ts');
    const path = join(folder, 'a.json');
    writeFileSync(path, 'the old file');
    const run = join(import.meta.dirname, '../../../tools/run.mjs');
    const output = execFileSync(
      'bash',
      ['-c', 'trap "" XFSZ; ulimit -f 64; exec "$@"', 'bash', process.execPath, run, script, path],
      { encoding: 'utf8' },
    );
    expect(output.trim()).toBe('EFBIG');
    expect(readFileSync(path, 'utf8')).toBe('the old file');
    expect(readdirSync(folder)).toEqual(['a.json']);
  });
});
