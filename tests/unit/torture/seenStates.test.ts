import { describe, expect, it } from 'vitest';
import { type Key, SeenStates } from '../../torture/seenStates';

/** Keys one after another: what each showed, and when it was pressed and seen. */
function seen(first: string, ...keys: readonly (readonly [Key, string, number, number])[]): SeenStates {
  const states = new SeenStates([first]);
  for (const [key, line, at, until] of keys) {
    press(states, key, line, at);
    states.see([line], until);
  }
  return states;
}

function press(states: SeenStates, key: Key, line: string, at: number): void {
  const mark = [...line].find(char => !states.lines[0]?.includes(char)) ?? '';
  states.press({ key, at, moved: false, mark });
}

const typing = [
  ['type', 'a', 1000, 1020],
  ['type', 'ab', 1100, 1120],
  ['type', 'abc', 3000, 3020],
] as const;

describe('the judge of kills', () => {
  it('lets go what is younger than 250 ms, and nothing older', () => {
    expect(seen('', ...typing).judge(['ab'], 3200)).toEqual({
      young: 1,
      lost: 1,
      oldestLost: 180,
      fault: null,
    });
    expect(seen('', ...typing).judge(['ab'], 3271).fault).toMatch('1 edits lost, the oldest 251 ms old');
    expect(seen('', ...typing).judge(['a'], 3200).fault).toMatch('2 edits lost');
    expect(seen('', ...typing).judge(['abd'], 3200).fault).toMatch('never showed');
  });

  it('takes the key that was under way as taken or not', () => {
    for (const found of ['abc', 'abcd']) {
      const states = seen('', ...typing);
      press(states, 'type', 'abcd', 9000);
      expect(states.judge([found], 9100).fault).toBeNull();
    }
  });

  it('knows where an undo leads, also over typing that became one step, and no other earlier state', () => {
    const undone = (found: string, ...keys: Parameters<typeof seen>[1][]) => {
      const states = seen('', ...keys);
      states.press({ key: 'undo', at: 9000, moved: false, mark: '' });
      return states.judge([found], 9100).fault;
    };
    expect(undone('ab', ...typing)).toBeNull();
    expect(undone('a', ...typing)).toMatch('2 edits lost, the oldest 7980 ms old (under way: undo)');
    expect(undone('', ...typing)).toMatch('3 edits lost');
    // One step with the one before: back over both.
    expect(undone('', ...typing.slice(0, 2))).toBeNull();
    expect(undone('a', ...typing.slice(0, 2))).toMatch('1 edits lost');
    // Half a second between the two, or not: only the program knows.
    const doubtful = [
      ['type', 'a', 1000, 1020],
      ['type', 'ab', 1490, 1530],
    ] as const;
    expect([undone('', ...doubtful), undone('a', ...doubtful)]).toEqual([null, null]);
  });

  it('goes on with every history that what it found may have', () => {
    const states = seen('', ['type', 'a', 1000, 1020], ['undo', '', 1100, 1120]);
    // With or without the edit and its undo.
    expect(states.judge([''], 1200).fault).toBeNull();
    states.press({ key: 'redo', at: 2000, moved: false, mark: '' });
    states.see(['a'], 2020);
    expect(states.judge(['a'], 9000).fault).toBeNull();
    states.press({ key: 'undo', at: 9500, moved: false, mark: '' });
    expect(() => states.see(['b'], 9520)).toThrow('undo led to what it can’t lead to');
  });
});
