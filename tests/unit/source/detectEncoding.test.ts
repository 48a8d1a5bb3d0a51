import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { TRADITIONAL_PAIRS } from '../../../shared/lexicon/traditional';
import { detectEncoding } from '../../../shared/source/detectEncoding';
import { encodeSource } from '../../../shared/source/encodeSource';
import type { SourceEncoding } from '../../../shared/source/encoding';

function bytesOf(text: string, encoding: SourceEncoding, bom = false): Uint8Array {
  const encoded = encodeSource(text, encoding, bom);
  if (encoded.kind === 'unencodable') throw new Error(`${encoding} lacks ${encoded.characters.join('')}`);
  return encoded.bytes;
}

function detected(text: string, encoding: SourceEncoding): SourceEncoding {
  return detectEncoding(bytesOf(text, encoding)).encoding;
}

const NEWS = '本报讯 记者昨天从市政府获悉，今年全市将新建三所小学。';
const NEWS_TRADITIONAL = '本報訊 記者昨天從市政府獲悉，今年全市將新建三所小學。';

describe('a sentence of news is recognised without a byte order mark', () => {
  for (const encoding of ['utf-8', 'gb18030', 'utf-16le', 'utf-16be'] as const) {
    it(`in ${encoding}`, () => expect(detected(NEWS, encoding)).toBe(encoding));
  }
  for (const encoding of ['utf-8', 'gb18030', 'big5', 'utf-16le', 'utf-16be'] as const) {
    it(`in ${encoding}, traditional`, () => expect(detected(NEWS_TRADITIONAL, encoding)).toBe(encoding));
  }
});

describe('short texts', () => {
  it.each([
    ['联通', 'gb18030'],
    ['中国银行', 'gb18030'],
    ['第一章', 'gb18030'],
    ['中國銀行', 'big5'],
    ['第一章', 'big5'],
    ['中国', 'utf-8'],
    ['café', 'utf-8'],
    ['Ελλάδα', 'utf-8'],
    ['中', 'utf-8'],
    ['中国\n', 'utf-16le'],
    ['中国\n', 'utf-16be'],
    ['Chapter 1\n', 'utf-16le'],
  ] as const)('%s in %s', (text, encoding) => expect(detected(text, encoding)).toBe(encoding));

  it('ASCII is UTF-8, and certain, whatever its bytes look like in pairs', () => {
    for (const text of [
      '',
      'a',
      'N-',
      'Bush hid the facts',
      'this app can break',
      'hello world\r\n',
      '12:30',
    ]) {
      expect(detectEncoding(bytesOf(text, 'utf-8'))).toEqual({
        encoding: 'utf-8',
        bomLength: 0,
        certain: true,
      });
    }
  });

  it('plain English never becomes anything else', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: fc.constantFrom(...'etaoinshrdlu ,.\n') }), { minLength: 3 }),
        parts => {
          expect(detected(parts.join(' '), 'utf-8')).toBe('utf-8');
        },
      ),
    );
  });
});

describe('byte order marks decide', () => {
  it.each([
    ['utf-8', 3],
    ['utf-16le', 2],
    ['utf-16be', 2],
    ['gb18030', 4],
  ] as const)('%s', (encoding, bomLength) => {
    expect(detectEncoding(bytesOf('é', encoding, true))).toEqual({ encoding, bomLength, certain: true });
  });
});

test('one undecodable byte does not turn UTF-8 into another encoding', () => {
  const bytes = bytesOf(NEWS, 'utf-8').slice();
  bytes[10] = 0xff;
  expect(detectEncoding(bytes).encoding).toBe('utf-8');
});

test('a text cut in the middle of a character keeps its encoding', () => {
  for (const encoding of ['utf-8', 'gb18030'] as const) {
    expect(detectEncoding(bytesOf(NEWS, encoding).slice(0, -1)).encoding).toBe(encoding);
  }
});

test('Chinese that begins after a long ASCII head is found', () => {
  const text = `${'plain header line\n'.repeat(20_000)}${NEWS}\n${NEWS}`;
  expect(detected(text, 'gb18030')).toBe('gb18030');
});

const DEV = resolve(import.meta.dirname, '../../../../shared/corpus/dev');
const pages = (() => {
  try {
    return readdirSync(DEV).filter(name => name.endsWith('.md'));
  } catch {
    return [];
  }
})();

describe.skipIf(pages.length === 0)('sentences of real pages', () => {
  const simplified = pages
    .map(name => readFileSync(join(DEV, name), 'utf8').replace(/⟦[A-Z]+\||⟧|⟨[^→]*→|⟩/g, ''))
    .flatMap(text => text.split(/(?<=[。！？\n])/))
    .map(sentence => sentence.trim())
    .filter(sentence => /\p{Script=Han}.*\p{Script=Han}/u.test(sentence));
  const toTraditional = new Map<string, string>();
  for (let i = TRADITIONAL_PAIRS.length - 2; i >= 0; i -= 2) {
    toTraditional.set(TRADITIONAL_PAIRS.charAt(i + 1), TRADITIONAL_PAIRS.charAt(i));
  }
  const traditional = simplified.map(text => [...text].map(char => toTraditional.get(char) ?? char).join(''));

  it.each(['utf-8', 'gb18030', 'big5', 'utf-16le', 'utf-16be'] as const)(
    'at least 99.5 % in %s',
    encoding => {
      const encodable = [...simplified, ...traditional].filter(
        text => encodeSource(text, encoding, false).kind === 'encoded',
      );
      const right = encodable.filter(text => detected(text, encoding) === encoding);
      expect(right.length / encodable.length).toBeGreaterThanOrEqual(0.995);
    },
  );
});
