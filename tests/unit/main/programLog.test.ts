import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { faultOf, ProgramLog } from '../../../electron/files/programLog';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kanwu-log-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('the log', () => {
  it('keeps what happened, a line each, newest last', () => {
    const log = new ProgramLog(folder);
    log.write('start', { version: '1.0', packed: false });
    log.write('page gone', { reason: 'crashed' });
    const lines = log.tail(10);
    expect(lines).toHaveLength(2);
    expect(lines[0]).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z start version=1\.0 packed=false$/);
    expect(lines[1]).toMatch(/ page gone reason=crashed$/);
  });

  it('keeps no message of an error and no folder, for both may name or quote a document', () => {
    const log = new ProgramLog(folder);
    try {
      JSON.parse('{"secret 机密": 机密}');
    } catch (error) {
      log.fault('reading', faultOf(error));
    }
    log.fault('saving', faultOf(Object.assign(new Error('机密.txt: no space'), { code: 'ENOSPC' })));
    const text = readFileSync(join(folder, 'kanwu.log'), 'utf8');
    expect(text).toContain('name=SyntaxError');
    expect(text).toContain('name=Error ENOSPC');
    expect(text).toContain('programLog.test.ts:');
    expect(text).not.toMatch(/机密|secret|\//);
  });

  it('keeps a fault to one line whatever its parts hold', () => {
    const log = new ProgramLog(folder);
    log.fault('drawing', { name: 'Error\nforged line', frames: ['a\r\nb'] });
    expect(log.tail(10)).toHaveLength(1);
  });

  it('takes up a bounded place, and its end survives the change of files', () => {
    const log = new ProgramLog(folder);
    for (let n = 0; n < 2000; n++) log.write('event', { n, filling: 'x'.repeat(400) });
    const size = ['kanwu.log', 'kanwu.1.log'].reduce(
      (sum, name) => sum + statSync(join(folder, name)).size,
      0,
    );
    expect(size).toBeLessThan(600 * 1024);
    const numbers = log.tail(300).map(line => Number(/ n=(\d+)/.exec(line)?.[1]));
    expect(numbers).toEqual(Array.from({ length: 300 }, (_, i) => 1700 + i));
  });

  it('does not throw where it can’t be written', () => {
    const log = new ProgramLog(folder);
    rmSync(folder, { recursive: true });
    expect(() => log.write('event')).not.toThrow();
    expect(log.tail(5)).toEqual([]);
  });
});
