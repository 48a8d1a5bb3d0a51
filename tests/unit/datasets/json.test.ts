import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { repeatedKey } from '../../../shared/annotation/repeatedKey';
import { Malformed } from '../../../shared/imports/importFailure';
import { type JsonValue, parseJson } from '../../../shared/imports/json';
import { partsOf } from '../../../shared/imports/textParts';
import { drained } from '../../../shared/steps/drained';

function parsed(text: string | readonly string[], skip?: ReadonlySet<string>): JsonValue {
  const steps = parseJson(typeof text === 'string' ? text : partsOf(text), 'a.json', { skip });
  for (let step = steps.next(); ; step = steps.next()) if (step.done) return step.value;
}

function message(text: string | readonly string[]): string {
  try {
    parsed(text);
  } catch (error) {
    if (error instanceof Malformed) return error.what.en;
    throw error;
  }
  return 'read';
}

describe('JSON in slices', () => {
  it('is read as JSON.parse reads it', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.integer({ min: 0, max: 3 }), (value, indent) => {
        const text = JSON.stringify(value, null, indent);
        expect(parsed(text)).toEqual(JSON.parse(text));
      }),
    );
  });

  it('hands over each item of a list that is the whole file', () => {
    fc.assert(
      fc.property(fc.array(fc.jsonValue()), list => {
        const items: [number, JsonValue][] = [];
        const onItem = (item: JsonValue, index: number) => items.push([index, item]);
        const steps = parseJson(JSON.stringify(list), 'a.json', { onItem });
        while (!steps.next().done);
        expect(items).toEqual([...(JSON.parse(JSON.stringify(list)) as JsonValue[]).entries()]);
      }),
    );
  });

  it('is the same in parts, wherever they are cut', () => {
    const long = '字"\\\n𠮷'.repeat(40_000);
    const numbers = Array.from({ length: 20_000 }, (_, n) => n * 1.5e-7 * (n % 2 ? -1 : 1));
    const value = { numbers, long, tokens: [{ long }], more: [true, false, null, { long: [long] }] };
    const read = (json: string, cuts: readonly number[], skip?: ReadonlySet<string>) => {
      const places = [0, ...cuts.map(share => Math.floor(share * json.length)).sort((a, b) => a - b)];
      return parsed(
        [...places.slice(1), json.length].map((end, n) => json.slice(places[n], end)),
        skip,
      );
    };
    const cuts = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 30 });
    fc.assert(
      fc.property(cuts, fc.constantFrom(0, 2), (shares, indent) => {
        const json = JSON.stringify(value, null, indent);
        expect(JSON.stringify(read(json, shares), null, indent) === json).toBe(true);
        const skipped = JSON.stringify(read(json, shares, new Set(['tokens'])));
        expect(skipped === JSON.stringify({ ...value, tokens: null })).toBe(true);
      }),
      { numRuns: 6 },
    );
    const fine = (n: number) => Array.from({ length: n }, (_, i) => (i + 1) / n);
    const small = JSON.stringify({ a: [1.25, 'b"', true], tokens: [['"]']] });
    expect(read(small, fine(small.length))).toEqual(JSON.parse(small));
    expect(read(small, fine(small.length), new Set(['tokens']))).toMatchObject({ tokens: null });
  });

  it('in parts names the same place of what is wrong', () => {
    const lines = Array.from({ length: 60_000 }, (_, n) => `  [${n}, "b"],\n`);
    const json = ['[\n', ...lines, '  [1 2]\n]'];
    expect(message(json)).toContain('line 60002, column 6 ($[60000][1])');
    expect(message(json.join(''))).toBe(message(json));
  });

  it('in parts is searched for keys that stand twice, wherever they are cut', () => {
    const json = JSON.stringify({ text: '字\\"'.repeat(3000), 'a"b': { c: 1 }, d: [{ c: '"' }] }, null, 1);
    const twice = json.replace('"d"', '"a\\"b"');
    const cuts = fc.uniqueArray(fc.integer({ min: 1, max: json.length - 1 }), { maxLength: 20 });
    fc.assert(
      fc.property(cuts, places => {
        const edges = [0, ...places.sort((a, b) => a - b)];
        const parts = (whole: string) => edges.map((from, n) => whole.slice(from, edges[n + 1]));
        expect(drained(repeatedKey(partsOf(parts(json))))).toBeNull();
        expect(drained(repeatedKey(partsOf(parts(twice))))).toEqual(drained(repeatedKey(twice)));
      }),
    );
    expect(drained(repeatedKey(twice))).toMatchObject({ key: 'a"b', line: 6, column: 2 });
  });

  it('is refused where JSON.parse refuses it, and only there', () => {
    const pieces = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      '"a"',
      '1',
      '-',
      'true',
      'nul',
      ' ',
      '"',
      '\\',
      '01',
      '1.',
      '\n',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 9 }), parts => {
        const text = parts.join('');
        let sound = true;
        try {
          JSON.parse(text);
        } catch {
          sound = false;
        }
        expect(message(text) === 'read').toBe(sound);
      }),
      { numRuns: 2000 },
    );
  });

  it('keeps a key that would change an object', () => {
    const value = parsed('{"__proto__":{"polluted":true}}');
    expect(Object.keys(value as object)).toEqual(['__proto__']);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  it('names line, column and path of what is wrong', () => {
    expect(message('{\n  "a": [1,\n  2 3]\n}')).toBe(
      'it is not valid JSON: line 3, column 5 ($.a[2]): “,” or “]” is missing',
    );
    expect(message(`${'['.repeat(600)}`)).toContain('it is nested deeper than 500');
    expect(message('"abc')).toContain('a string has no end');
  });

  it('passes over what a reader has no use for', () => {
    const text = '{"tokens":[{"a":"]}\\""},[1]],"text":"b"}';
    expect(parsed(text, new Set(['tokens']))).toEqual({ tokens: null, text: 'b' });
  });
});
