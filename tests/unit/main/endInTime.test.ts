import { EventEmitter } from 'node:events';
import { beforeEach, expect, it, vi } from 'vitest';
import { endInTime } from '../../../electron/endInTime';

beforeEach(() => {
  vi.useFakeTimers();
  return () => vi.useRealTimers();
});

function ending(asked: () => boolean) {
  const app = Object.assign(new EventEmitter(), { exit: vi.fn() });
  const kill = vi.fn();
  endInTime(app, kill, asked);
  const preventDefault = vi.fn();
  app.emit('will-quit', { preventDefault });
  return { exit: app.exit, kill, preventDefault };
}

it('where no disk is asked anything the program ends as it would', () => {
  const { exit, kill, preventDefault } = ending(() => false);
  vi.advanceTimersByTime(5000);
  expect([preventDefault, exit, kill].map(({ mock }) => mock.calls.length)).toEqual([0, 0, 0]);
});

it('what a disk still answers in a moment is waited for', () => {
  let asked = true;
  const { exit, kill, preventDefault } = ending(() => asked);
  expect(preventDefault).toHaveBeenCalledOnce();
  vi.advanceTimersByTime(400);
  asked = false;
  vi.advanceTimersByTime(5000);
  expect(exit).toHaveBeenCalledExactlyOnceWith(0);
  expect(kill).not.toHaveBeenCalled();
});

it('a drive that does not answer is not', () => {
  const { exit, kill } = ending(() => true);
  vi.advanceTimersByTime(900);
  expect(kill).not.toHaveBeenCalled();
  vi.advanceTimersByTime(5000);
  expect(kill).toHaveBeenCalledOnce();
  expect(exit).not.toHaveBeenCalled();
});
