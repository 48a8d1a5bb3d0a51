import fc from 'fast-check';
import { expect, it } from 'vitest';
import { fillInside, NOTHING_OPEN, openMarksAt } from '../../../shared/suggesters/insideMarks';

it('a part of a text stands in the same marks as within the whole', () => {
  const pieces = fc.array(
    fc.constantFrom('"', '《', '》', '(', ')', '字', '字字字字字字字', '字'.repeat(59)),
    {
      maxLength: 20,
    },
  );
  fc.assert(
    fc.property(pieces, fc.double({ min: 0, max: 1, noNaN: true }), (list, share) => {
      const text = list.join('');
      const whole = new Int32Array(text.length);
      fillInside(text, whole, NOTHING_OPEN);
      const from = Math.floor(share * text.length);
      const part = new Int32Array(text.length - from);
      fillInside(text.slice(from), part, openMarksAt(text, from));
      expect([...part]).toEqual([...whole.subarray(from)]);
    }),
  );
});

it('a quotation without an end is over after sixty characters', () => {
  const inside = new Int32Array(64);
  fillInside(`"${'字'.repeat(63)}`, inside, NOTHING_OPEN);
  expect([inside[0], inside[60], inside[61]]).toEqual([1, 1, 0]);
});
