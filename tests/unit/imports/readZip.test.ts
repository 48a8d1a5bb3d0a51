import { strFromU8, strToU8, Zip, ZipDeflate, ZipPassThrough, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readZip } from '../../../shared/imports/readZip';
import { drained } from '../../../shared/steps/drained';

const LONG = Array.from({ length: 60_000 }, (_, n) => `第${n}行 ${(n * 7919) % 10007}\n`).join('');

/** As programs write that don't know a file's size before it is packed: the sizes stand behind it. */
function streamed(files: Readonly<Record<string, string>>, stored = false): Uint8Array {
  const chunks: Uint8Array[] = [];
  const zip = new Zip((_, data) => chunks.push(data));
  for (const [name, text] of Object.entries(files)) {
    const file = stored ? new ZipPassThrough(name) : new ZipDeflate(name);
    zip.add(file);
    file.push(strToU8(text), true);
  }
  zip.end();
  const whole = new Uint8Array(chunks.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}

const FILES = { 'a.xml': LONG, 'b/c.xml': '乙', 'empty.xml': '', 'other.bin': LONG };

describe('an archive', () => {
  it.each([
    ['packed', zipSync(Object.fromEntries(Object.entries(FILES).map(([k, v]) => [k, strToU8(v)])))],
    [
      'stored',
      zipSync(Object.fromEntries(Object.entries(FILES).map(([k, v]) => [k, strToU8(v)])), { level: 0 }),
    ],
    ['with the sizes behind the files', streamed(FILES)],
    ['stored so', streamed(FILES, true)],
    // For a stream the file ends at the signature of a size; the directory knows better.
    [
      'with what looks like the end of a file within one',
      streamed({ 'a.xml': `a${'PK\x07\x08'}b`, 'b.xml': '乙' }, true),
    ],
  ])('gives the files that are wanted, in many steps: %s', (_, bytes) => {
    const files = drained(readZip(bytes, name => name.endsWith('.xml')));
    const found = Object.fromEntries([...files].map(([name, data]) => [name, strFromU8(data)]));
    const wanted =
      found['a.xml'] === LONG
        ? { 'a.xml': LONG, 'b/c.xml': '乙', 'empty.xml': '' }
        : { 'a.xml': 'aPK\x07\x08b', 'b.xml': '乙' };
    expect(found).toEqual(wanted);
  });

  it('is unpacked in pieces', () => {
    const noise = Uint8Array.from({ length: 400_000 }, (_, n) => (n * n * 2654435761) >>> 13);
    const work = readZip(zipSync({ 'a.xml': noise }), () => true);
    let steps = 0;
    for (let step = work.next(); !step.done; step = work.next()) steps++;
    expect(steps).toBeGreaterThan(3);
  });

  it('that is torn or changed is refused', () => {
    const bytes = zipSync({ 'a.xml': strToU8(LONG) });
    expect(() => drained(readZip(bytes.subarray(0, 5000), () => true))).toThrow(/sound zip archive/);
    const changed = bytes.slice();
    changed.fill(0xff, 40, 80);
    expect(() => drained(readZip(changed, () => true))).toThrow(/sound zip archive/);
  });
});
