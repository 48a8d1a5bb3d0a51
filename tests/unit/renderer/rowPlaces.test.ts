import fc from 'fast-check';
import { expect, it } from 'vitest';
import { rowPlaces } from '../../../renderer/app/rowPlaces';

it('a row is found at every height it takes', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 50 }), heights => {
      const places = rowPlaces(heights.length, row => heights[row] ?? 0);
      let top = 0;
      heights.forEach((height, row) => {
        expect([places.top(row), places.height(row)]).toEqual([top, height]);
        expect([places.at(top), places.at(top + height - 0.5)]).toEqual([row, row]);
        top += height;
      });
      expect([places.total, places.at(-1), places.at(top + 9)]).toEqual([top, 0, heights.length - 1]);
    }),
  );
});

it('rows of one height stand where they would one by one', () => {
  fc.assert(
    fc.property(
      fc.nat(40),
      fc.integer({ min: 1, max: 60 }),
      fc.integer({ min: -9, max: 3000 }),
      (count, height, y) => {
        const one = rowPlaces(count, height);
        const each = rowPlaces(count, () => height);
        expect([one.total, one.at(y), one.top(3)]).toEqual([each.total, each.at(y), 3 * height]);
      },
    ),
  );
});
