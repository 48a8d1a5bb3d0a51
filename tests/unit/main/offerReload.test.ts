import { EventEmitter } from 'node:events';
import { expect, it, vi } from 'vitest';
import { offerReload } from '../../../electron/offerReload';

function hanging(destroyed = false) {
  const window = new EventEmitter();
  const contents = { isDestroyed: () => destroyed, forcefullyCrashRenderer: vi.fn() };
  const questions: ((answer: 'wait' | 'reload') => void)[] = [];
  offerReload(window, contents, () => new Promise(answer => questions.push(answer)));
  const answer = async (given: 'wait' | 'reload') => {
    questions.pop()?.(given);
    await new Promise(resolve => setTimeout(resolve));
  };
  return { window, ended: contents.forcefullyCrashRenderer, questions, answer };
}

it('a page that does not answer is waited for, or ended to be loaded anew', async () => {
  const { window, ended, answer } = hanging();
  window.emit('unresponsive');
  await answer('wait');
  expect(ended).not.toHaveBeenCalled();
  window.emit('unresponsive');
  await answer('reload');
  expect(ended).toHaveBeenCalledOnce();
});

it('is asked about once at a time', async () => {
  const { window, questions, answer } = hanging();
  window.emit('unresponsive');
  window.emit('unresponsive');
  expect(questions).toHaveLength(1);
  await answer('wait');
  window.emit('unresponsive');
  expect(questions).toHaveLength(1);
});

it('of a window that was closed meanwhile is left alone', async () => {
  const { window, ended, answer } = hanging(true);
  window.emit('unresponsive');
  await answer('reload');
  expect(ended).not.toHaveBeenCalled();
});
