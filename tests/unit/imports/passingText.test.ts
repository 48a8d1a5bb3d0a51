import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutLists } from '../../../shared/imports/cutLists';
import { Malformed } from '../../../shared/imports/importFailure';
import type { JsonValue } from '../../../shared/imports/json';
import { eachRecord } from '../../../shared/imports/jsonRecords';
import { Utf8Parts } from '../../../shared/imports/utf8Parts';
import { drained } from '../../../shared/steps/drained';

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
/** Characters of one to four bytes, the byte order mark, and half a pair, which is written as U+FFFD. */
const texts = fc.array(fc.constantFrom('a', 'é', '字', '𠮷', '\ufeff', '\ud842'), { maxLength: 60 });

const partsOf = (bytes: Uint8Array, size: number) => {
  const parts = new Utf8Parts('a.txt', bytes, size);
  return Array.from({ length: parts.count }, (_, n) => parts.part(n)).join('');
};

describe('a text decoded in parts', () => {
  it('is the same wherever its bytes are cut, but for a mark at its beginning', () => {
    fc.assert(
      fc.property(texts, fc.integer({ min: 4, max: 9 }), (characters, size) => {
        const bytes = encoder.encode(characters.join(''));
        expect(partsOf(bytes, size)).toBe(new TextDecoder().decode(bytes));
      }),
    );
  });

  it('is refused where a decoder of the whole refuses it, and only there', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 12 }),
        texts,
        fc.integer({ min: 4, max: 9 }),
        (noise, characters, size) => {
          const bytes = Uint8Array.from([...encoder.encode(characters.join('')), ...noise]);
          let whole: string | null = null;
          try {
            whole = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
          } catch {
            expect(() => partsOf(bytes, size)).toThrow(Malformed);
          }
          if (whole !== null) expect(partsOf(bytes, size)).toBe(whole);
        },
      ),
    );
  });
});

describe('records of a data set', () => {
  const record = fc.record({
    text: fc.constantFrom('"tokens":[', '\\"tokens":[1]', '字]', '𠮷\n'),
    ents: fc.array(fc.jsonValue(), { maxLength: 3 }),
    tokens: fc.oneof(fc.array(fc.jsonValue(), { maxLength: 4 }), fc.constant(null), fc.constant('[')),
    inner: fc.record({
      tokens: fc.array(fc.string({ unit: 'grapheme' }), { maxLength: 3 }),
      'a"tokens': fc.constant([1]),
    }),
  });
  const read = (json: string, skip?: ReadonlySet<string>) => {
    const values: (JsonValue | undefined)[] = [];
    const file = { name: 'a.jsonl', bytes: encoder.encode(json) };
    const count = drained(eachRecord(file, ({ value }) => values.push(value), skip));
    expect(count).toBe(values.length);
    return values;
  };
  const withoutTokens = (value: JsonValue): JsonValue =>
    JSON.parse(JSON.stringify(value), (key, inner) =>
      key === 'tokens' && Array.isArray(inner) ? null : inner,
    );

  it('are the same as lines, as a list and alone, with lists passed over and without', () => {
    fc.assert(
      fc.property(fc.array(record, { minLength: 2, maxLength: 4 }), records => {
        const plain: JsonValue[] = JSON.parse(JSON.stringify(records));
        const lines = plain.map(one => JSON.stringify(one)).join('\n');
        const tokens = new Set(['tokens']);
        for (const json of [
          lines,
          `\ufeff\n${lines}\n\n`,
          JSON.stringify(plain),
          JSON.stringify(plain, null, 1),
        ]) {
          expect(read(json)).toEqual(plain);
          expect(read(json, tokens)).toEqual(plain.map(withoutTokens));
        }
        expect(read(JSON.stringify(plain[0], null, 2), tokens)).toEqual([withoutTokens(plain[0] ?? null)]);
      }),
    );
  });

  it('name the line and column of a fault as they are in the file, lists passed over or not', () => {
    const json = '{"tokens":["字"],"a":1}\n{"tokens":["字"],"a":x}\n';
    for (const skip of [undefined, new Set(['tokens'])]) {
      expect(() => read(json, skip)).toThrow(
        expect.objectContaining({
          what: expect.objectContaining({ en: expect.stringMatching(/line 2: .*column 21/) }),
        }),
      );
    }
  });

  it('lose nothing but the lists that are cut out', () => {
    const pieces = (json: string) =>
      cutLists(encoder.encode(json), [encoder.encode('tokens')]).map(piece => decoder.decode(piece));
    expect(pieces('{"tokens":[[1],"]"],"b":[2],"tokens" : [3]}')).toEqual([
      '{"tokens":',
      ',"b":[2],"tokens" : [3]}',
    ]);
    expect(pieces('{"tokens": [3],"c":"tokens"}')).toEqual(['{"tokens": ', ',"c":"tokens"}']);
    expect(pieces('{"x\\"tokens":[1]}')).toEqual(['{"x\\"tokens":[1]}']);
    expect(pieces('{"tokens":[1')).toEqual(['{"tokens":[1']);
  });
});
