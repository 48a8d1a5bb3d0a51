import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { DocumentHandOver } from '../../../renderer/detection/documentHandOver';
import type { BlocksPart } from '../../../renderer/detection/protocol';
import { idSource } from '../../../shared/document/ids';
import { openSource } from '../../../shared/document/parse';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const blocksOf = (lines: readonly string[]) =>
  openSource(
    { name: 'a.txt', text: lines.join('\n'), encoding: 'utf-8', bom: false, newline: '\n', sha256: '' },
    idSource(),
  ).blocks;

/** Each part that is posted takes `milliseconds`. */
function handing(lines: readonly string[], milliseconds: number) {
  const posted: (string | BlocksPart)[] = [];
  vi.spyOn(performance, 'now').mockImplementation(() => posted.length * milliseconds);
  const blocks = blocksOf(lines);
  const handOver = new DocumentHandOver<string>(message => posted.push(message), 3, blocks, 'open');
  const said = () => posted.map(message => (typeof message === 'string' ? message : message.blocks.length));
  return { posted, said, handOver, blocks };
}

it('hands a short document over at once, and what is said after it behind it', () => {
  const { posted, handOver, blocks } = handing(['一', '二'], 1);
  handOver.send('change');
  const seen = blocks.map(({ id }, n) => expect.objectContaining({ id, text: '一二'[n] }));
  expect(posted).toEqual([{ type: 'blocks', generation: 3, blocks: seen }, 'open', 'change']);
});

it('pauses within a long one; what is said meanwhile waits behind all of it', async () => {
  const { said, handOver } = handing(Array<string>(4500).fill('行'), 5);
  handOver.send('change');
  // Not in the turn that opens it.
  expect(said()).toEqual([]);
  await vi.runOnlyPendingTimersAsync();
  expect(said()).toEqual([1000, 1000]);
  await vi.runAllTimersAsync();
  expect(said().slice(2)).toEqual([1000, 1000, 500, 'open', 'change']);
});

it('makes messages short where blocks are long', async () => {
  const { said } = handing(Array<string>(4).fill('字'.repeat(100_000)), 0);
  await vi.runAllTimersAsync();
  const parts = said().filter(part => typeof part === 'number');
  expect(parts.length).toBeGreaterThan(1);
});

it('says nothing more once it was stopped', async () => {
  const { said, handOver } = handing(Array<string>(4500).fill('行'), 5);
  await vi.runOnlyPendingTimersAsync();
  handOver.stop();
  handOver.send('change');
  await vi.runAllTimersAsync();
  expect(said()).toEqual([1000, 1000]);
});
