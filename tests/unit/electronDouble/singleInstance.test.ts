import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { claimLock } from '../../electron-double/singleInstance';

let userData = '';
beforeEach(() => {
  userData = mkdtempSync(join(tmpdir(), 'kanwu-lock-'));
});
afterEach(() => rmSync(userData, { recursive: true, force: true }));

it('tells of another start, and outlives the removal of the user data', async () => {
  const faults: unknown[] = [];
  const onFault = (fault: unknown) => faults.push(fault);
  process.prependListener('uncaughtException', onFault);
  const started = vi.fn();
  expect(claimLock(userData, null, started)).toBe(true);
  writeFileSync(
    join(userData, 'double.starts', 'a.json'),
    '{"argv":["b.txt"],"folder":"/","additionalData":1}',
  );
  await expect.poll(() => started.mock.calls).toEqual([[['b.txt'], '/', 1]]);
  rmSync(userData, { recursive: true });
  await delay(100);
  process.off('uncaughtException', onFault);
  expect(faults).toEqual([]);
});
