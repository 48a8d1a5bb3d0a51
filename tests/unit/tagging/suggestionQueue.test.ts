import { expect, it, vi } from 'vitest';
import type { FromSuggester } from '../../../renderer/suggestions/protocol';
import { SuggestionQueue } from '../../../renderer/suggestions/suggestionQueue';
import type { TextBlock } from '../../../shared/document/textBlock';
import type { Suggester, Suggestion } from '../../../shared/suggesters';

const block = (id: string, text: string): TextBlock => ({
  id,
  kind: 'paragraph',
  level: 0,
  marker: '',
  text,
  gap: '\n',
});

/** Suggests 王明 wherever it stands, and what is known. */
const simple: Suggester = {
  suggest: (blocks, _, known) => [...runOf(blocks, known)],
  // biome-ignore lint/correctness/useYield: it has no slices
  *steps(blocks, _, known) {
    return [...runOf(blocks, known)];
  },
};
function* runOf(
  blocks: readonly TextBlock[],
  known: Parameters<Suggester['suggest']>[2],
): Generator<Suggestion> {
  const names = [{ text: '王明', type: 'PER' }, ...(known?.accepted ?? [])];
  for (const { id, text } of blocks) {
    for (const { text: words, type } of names) {
      const start = text.indexOf(words);
      if (start < 0 || known?.dismissed.some(name => name.text === words && name.type === type)) continue;
      const reason = { en: 'x', zh: 'x' };
      yield { type, block: id, start, end: start + words.length, text: words, confidence: 0.9, reason };
    }
  }
}

it('posts what changed, and no more', () => {
  vi.useFakeTimers();
  const posted: FromSuggester[] = [];
  const queue = new SuggestionQueue(message => posted.push(message));
  queue.start(simple);
  queue.open(1, [block('a', '王明来'), block('b', '李红来'), block('c', '走了')], 0, 0.5);
  const news = () => {
    vi.advanceTimersByTime(5000);
    const blocks = posted.flatMap(message => (message.type === 'suggestions' ? message.blocks : []));
    posted.length = 0;
    return blocks.map(([id, list]) => `${id} ${list.map(({ text }) => text).join(' ')}`);
  };
  expect(news()).toEqual(['a 王明']);
  queue.names(1, [{ text: '李红', type: 'PER' }], [], []);
  expect(news()).toEqual(['b 李红']);
  queue.names(1, [], [], [{ text: '王明', type: 'PER' }]);
  expect(news()).toEqual(['a ']);
  queue.change(1, [{ at: 2, removed: 1, inserted: [block('c', '李红走了')] }]);
  expect(news()).toEqual(['c 李红']);
  queue.change(1, [{ at: 1, removed: 1, inserted: [block('b', '李红又来')] }]);
  expect(news()).toEqual(['b 李红']);
  queue.setOthers([{ text: '走了', type: 'X', from: 'earlier' }], []);
  expect(news()).toEqual(['c 李红 走了']);
  vi.useRealTimers();
});
