import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LongString, type LongStringStep } from '../../../shared/imports/longString';

/** Code units read at once; the tests stand what is difficult around its end. */
const PIECE = 1 << 17;

function read(text: string): Exclude<LongStringStep, { kind: 'more' }> & { readonly steps: number } {
  const long = new LongString();
  let at = text.indexOf('"') + 1;
  for (let steps = 1; ; steps++) {
    const step = long.next(text, at);
    if (step.kind !== 'more') return { ...step, steps };
    at = step.at;
  }
}

const difficult = fc.string({
  unit: fc.constantFrom('"', '\\', '\n', '𠮷', '字', '\ud842', '\u0007', 'a', '/', 'u', '\u2028'),
  maxLength: 12,
});

describe('a long JSON string', () => {
  it('is what JSON.parse reads, whatever stands where one piece ends', () => {
    fc.assert(
      fc.property(difficult, difficult, fc.integer({ min: 0, max: 40 }), (one, other, before) => {
        const value = `${'字'.repeat(PIECE - before)}${one}${'a'.repeat(PIECE)}${other}`;
        const text = `  ${JSON.stringify(value)}, "more"`;
        const found = read(text);
        expect(found).toMatchObject({ kind: 'whole', at: text.length - ', "more"'.length });
        expect(found.kind === 'whole' && found.value === value).toBe(true);
        expect(found.steps).toBeGreaterThan(1);
      }),
      { numRuns: 40 },
    );
  });

  it.each([
    ['a line break in it', (long: string) => `"${long}\n"`, 'control', PIECE + 1],
    ['a wrong escape', (long: string) => `"${long}\\x"`, 'escape', PIECE + 1],
    ['half an escape at its end', (long: string) => `"${long}\\u12`, 'endless', PIECE + 1],
    ['no end', (long: string) => `"${long}`, 'endless', 1],
    ['an end that is escaped', (long: string) => `"${long}\\"`, 'endless', PIECE + 1],
  ])('with %s is refused where it is wrong', (_, textOf, fault, at) => {
    const { steps: _steps, ...found } = read(textOf('字'.repeat(PIECE)));
    expect(found).toEqual({ kind: 'fault', fault, at });
  });

  it('is long by its distance to the next quotation mark', () => {
    expect(LongString.isLong(`"${'a'.repeat(PIECE)}"`, 0)).toBe(true);
    expect(LongString.isLong(`"${'a'.repeat(PIECE - 1)}"`, 0)).toBe(false);
    expect(LongString.isLong(`"a`, 0)).toBe(false);
  });
});
