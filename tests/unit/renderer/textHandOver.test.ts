import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { TextHandOver } from '../../../renderer/detection/textHandOver';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

/** Each part that is posted takes `milliseconds`. */
function handing(text: readonly string[], milliseconds: number) {
  const posted: string[] = [];
  const post = (message: string) => {
    vi.setSystemTime(Date.now() + milliseconds);
    posted.push(message);
  };
  let now = 0;
  vi.spyOn(performance, 'now').mockImplementation(() => {
    now = posted.length * milliseconds;
    return now;
  });
  return { posted, handOver: new TextHandOver(post, text, part => `part ${part.length}`, 'open') };
}

it('hands a short text over at once, and what is said after it behind it', () => {
  const { posted, handOver } = handing(['ab', 'c'], 1);
  handOver.send('change');
  expect(posted).toEqual(['part 2', 'part 1', 'open', 'change']);
});

it('pauses within a long one; what is said meanwhile waits behind all of it', async () => {
  const { posted, handOver } = handing(['x'.repeat(1 << 20), 'y'], 5);
  handOver.send('change');
  expect(posted).toEqual(['part 262144', 'part 262144']);
  await vi.runAllTimersAsync();
  expect(posted.slice(2)).toEqual(['part 262144', 'part 262144', 'part 1', 'open', 'change']);
});

it('says nothing more once it was stopped', async () => {
  const { posted, handOver } = handing(['x'.repeat(1 << 20)], 5);
  handOver.stop();
  handOver.send('change');
  await vi.runAllTimersAsync();
  expect(posted).toHaveLength(2);
});
