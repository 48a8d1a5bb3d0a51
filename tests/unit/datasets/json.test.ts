import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Malformed } from '../../../shared/imports/importFailure';
import { type JsonValue, parseJson } from '../../../shared/imports/json';

function parsed(text: string, skip?: ReadonlySet<string>): JsonValue {
  const steps = parseJson(text, 'a.json', { skip });
  for (let step = steps.next(); ; step = steps.next()) if (step.done) return step.value;
}

function message(text: string): string {
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
