import { beforeEach, expect, it, vi } from 'vitest';
import { EditingSession } from '../../../renderer/session/session';
import type { FromSuggester, ToSuggester } from '../../../renderer/suggestions/protocol';
import { SuggestionsStore } from '../../../renderer/suggestions/suggestionsStore';
import { idSource } from '../../../shared/document/ids';
import { openSource } from '../../../shared/document/parse';
import { originOf } from '../../../shared/edits/context';
import { acceptSuggestions, dismissSuggestion } from '../../../shared/edits/decideSuggestion';
import { replaceText } from '../../../shared/edits/replaceText';
import { addMention } from '../../../shared/edits/tagging';
import type { Suggestion } from '../../../shared/suggesters';
import { sourceOf } from '../document/arbitraries';

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('window', globalThis);
  vi.stubGlobal('requestAnimationFrame', (run: () => void) => setTimeout(run, 16));
  vi.stubGlobal('cancelAnimationFrame', clearTimeout);
});

function opened(text: string) {
  const ids = idSource();
  const session = new EditingSession(openSource(sourceOf(text), ids), ids, 'me');
  const sent: ToSuggester[] = [];
  let tell: (event: { data: FromSuggester }) => void = () => {};
  const worker = {
    postMessage: (message: ToSuggester) => sent.push(message),
    addEventListener: (_: string, listener: typeof tell) => {
      tell = listener;
    },
    removeEventListener: () => {},
  } as unknown as Worker;
  const filter = { minimum: 0.5, unsuggested: [] };
  const store = new SuggestionsStore(session, () => worker, filter);
  store.begin(0);
  const generation = () => {
    const [first] = sent;
    return first?.type === 'blocks' ? first.generation : -1;
  };
  const suggest = (...list: readonly [block: number, words: string, type: string, confidence?: number][]) => {
    const blocks = session.document.blocks.map(({ id, body }, index) => {
      const own = list.filter(([block]) => block === index);
      const made = own.map(([, words, type, confidence = 0.9]): Suggestion => {
        const start = body.text.indexOf(words);
        const reason = { en: 'x', zh: 'x' };
        return { type, block: id, start, end: start + words.length, text: words, confidence, reason };
      });
      return [id, made] as const;
    });
    tell({ data: { type: 'suggestions', generation: generation(), blocks } });
    vi.advanceTimersByTime(20);
  };
  const shown = () =>
    store.getState().list.groups.map(({ type, text: words, places }) => `${type} ${words} ${places.length}`);
  return { session, store, suggest, shown, sent };
}

it('groups what is suggested by name and type, with the surest first only where asked', () => {
  const { suggest, shown } = opened('王明在上街区。\n\n上街区与王明。');
  suggest([0, '王明', 'PER'], [0, '上街区', 'LOC'], [1, '上街区', 'LOC'], [1, '王明', 'ORG', 0.3]);
  expect(shown()).toEqual(['PER 王明 1', 'LOC 上街区 2']);
});

it('lists no more what is tagged, overlapped by its own type or dismissed; undo brings it back', () => {
  const { session, store, suggest, shown } = opened('王明在上街区。\n\n上街区与王明。');
  suggest([0, '王明', 'PER'], [0, '上街区', 'LOC'], [1, '上街区', 'LOC']);
  const place = store.getState().list.groups[1]?.places[0]?.suggestion;
  if (!place) throw new Error('nothing is suggested');
  session.edit('suggest.accept', acceptSuggestions(session.document, [place], session.context()));
  expect(shown()).toEqual(['PER 王明 1', 'LOC 上街区 1']);
  session.edit('suggest.dismiss', dismissSuggestion(session.document, place, session.context()));
  expect(shown()).toEqual(['PER 王明 1']);
  session.undo();
  session.undo();
  expect(shown()).toEqual(['PER 王明 1', 'LOC 上街区 2']);
});

it('keeps a place inside a mention of another type, not one across its edge', () => {
  const { session, suggest, shown } = opened('上街区政府来人。');
  session.edit('tag.add', addMention(session.document, 0, 0, 5, 'ORG', session.context()).change);
  suggest([0, '上街区', 'LOC'], [0, '政府来人', 'LOC']);
  expect(shown()).toEqual(['LOC 上街区 1']);
});

it('moves along with the text typed before it, and goes with the text typed into it', () => {
  const { session, store, suggest } = opened('王明在上街区。');
  suggest([0, '王明', 'PER'], [0, '上街区', 'LOC']);
  const type = (offset: number) => {
    const spot = { index: 0, offset };
    const context = session.context();
    const edit = replaceText(session.document, spot, spot, '的', originOf(context, 'edit'), context);
    session.edit('typing', edit.change, { from: 'typing' });
    vi.advanceTimersByTime(20);
  };
  type(3);
  const places = () =>
    store.getState().list.groups.map(({ places: [first] }) => {
      const { start, end, text } = first?.suggestion ?? { start: 0, end: 0, text: '' };
      return [text, session.document.blocks[0]?.body.text.slice(start, end)];
    });
  expect(places()).toEqual([
    ['王明', '王明'],
    ['上街区', '上街区'],
  ]);
  type(5);
  expect(places()).toEqual([['王明', '王明']]);
});

it('does not make the list at a key of a long text: what is painted is told at once, the list after a pause', async () => {
  const { session, store, suggest, shown } = opened('王明在上街区。\n\n'.repeat(1200));
  const typeAtStart = () => {
    const { change } = replaceText(
      session.document,
      { index: 0, offset: 0 },
      { index: 0, offset: 0 },
      '甲',
      originOf(session.context(), 'edit'),
      session.context(),
    );
    session.edit('typing', change, { from: 'typing' });
  };
  let told = 0;
  store.subscribe(() => told++);
  typeAtStart();
  await vi.advanceTimersByTimeAsync(1000);
  expect(told).toBe(0);
  suggest([0, '王明', 'PER'], [5, '王明', 'PER']);
  const { list, version } = store.getState();
  typeAtStart();
  await vi.advanceTimersByTimeAsync(20);
  expect(store.getState().list).toBe(list);
  expect(store.getState().version).toBeGreaterThan(version);
  await vi.advanceTimersByTimeAsync(1000);
  expect(store.getState().list).not.toBe(list);
  expect(shown()).toEqual(['PER 王明 2']);
});

it('tells the suggester of text and of names, not of the mentions', () => {
  const { session, sent } = opened('王明在上街区。');
  vi.advanceTimersByTime(100);
  sent.length = 0;
  session.edit('tag.add', addMention(session.document, 0, 0, 2, 'PER', session.context()).change);
  vi.advanceTimersByTime(100);
  expect(sent).toEqual([
    expect.objectContaining({ type: 'names', added: [{ type: 'PER', text: '王明' }], removed: [] }),
  ]);
  sent.length = 0;
  session.undo();
  vi.advanceTimersByTime(100);
  expect(sent).toEqual([
    expect.objectContaining({ type: 'names', added: [], removed: [{ type: 'PER', text: '王明' }] }),
  ]);
});
