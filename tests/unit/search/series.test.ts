// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { showReply } from '../../../renderer/app/openFlow';
import { SeriesStore } from '../../../renderer/series/seriesStore';
import { blockAt } from '../../../shared/document/document';
import { originOf } from '../../../shared/edits/context';
import { acceptFinding } from '../../../shared/edits/deciding';
import { replaceText } from '../../../shared/edits/replaceText';
import { addMention } from '../../../shared/edits/tagging';
import type { TextFinding } from '../../../shared/findings/finding';
import { fakeProgram, openedFile } from '../renderer/fakeProgram';

const TEXT = '会议己经开始。\n\n材料己经送到，名单也己经核对。\n\n自己经过门口。\n';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

/** A document with its series; `type` replaces text as typing does, `settle` lets typing have paused. */
async function editing(text = TEXT, answered = new Set<string>()) {
  const { workspace } = fakeProgram();
  const shown = showReply(workspace, { kind: 'opened', document: openedFile(text) });
  await vi.advanceTimersByTimeAsync(2000);
  await shown;
  const { open } = workspace;
  if (!open) throw new Error('nothing open');
  const { session } = open;
  const series = new SeriesStore(workspace, open, answered);
  const type = (index: number, from: number, to: number, words: string) => {
    const context = session.context();
    const origin = originOf(context, 'edit');
    const spots = [
      { index, offset: from },
      { index, offset: to },
    ] as const;
    const { change, caret } = replaceText(session.document, ...spots, words, origin, context);
    session.edit('type', change, { selection: { anchor: caret, focus: caret }, from: 'typing' });
  };
  const accept = (finding: TextFinding) => {
    const placed = { finding, first: 0, last: 0 };
    session.edit('review.accept', acceptFinding(session.document, placed, session.context()).change);
  };
  const settle = () => vi.advanceTimersByTimeAsync(2000);
  const offered = () => {
    const offer = series.getOffer();
    return offer && `${offer.sure} of ${offer.places.length}: ${offer.form.wrong} → ${offer.form.right}`;
  };
  const texts = () => session.document.blocks.map(block => block.body.text);
  return { series, session, type, accept, settle, offered, texts, workspace };
}

describe('more of the same is offered', () => {
  it('after a character was typed over, once typing has paused', async () => {
    const { type, settle, offered } = await editing();
    type(0, 2, 3, '已');
    expect(offered()).toBeNull();
    await settle();
    expect(offered()).toBe('2 of 3: 己经 → 已经');
  });

  it('after Backspace and typing, even with a pause between', async () => {
    const { type, settle, offered } = await editing();
    type(0, 2, 3, '');
    await settle();
    expect(offered()).toBeNull();
    type(0, 2, 2, '已');
    await settle();
    expect(offered()).toBe('2 of 3: 己经 → 已经');
  });

  it('after a look-alike or a stray space was accepted', async () => {
    const text = '来到中 国的人。\n\n又说中 国和中 国。\n';
    const { accept, session, settle, offered } = await editing(text);
    const reason = { en: '', zh: '' };
    const block = blockAt(session.document, 0).id;
    accept({ kind: 'space', block, start: 3, end: 4, replacement: '', confidence: 0.9, reason });
    await settle();
    expect(offered()).toBe('2 of 2: 中 国 → 中国');
  });

  it('not while an input method composes', async () => {
    const { workspace, type, settle, offered } = await editing();
    let composing = true;
    const view = { isComposing: () => composing, select: vi.fn() };
    workspace.view = view as unknown as NonNullable<typeof workspace.view>;
    type(0, 2, 3, '已');
    await settle();
    expect(offered()).toBeNull();
    composing = false;
    await settle();
    expect(offered()).not.toBeNull();
  });
});

describe('more of the same is not offered', () => {
  it('for what was taken back', async () => {
    const { session, type, settle, offered } = await editing();
    type(0, 2, 3, '已');
    await settle();
    session.undo();
    expect(offered()).toBeNull();
    await settle();
    expect(offered()).toBeNull();
  });

  it('for a pair that was dismissed, in another document either', async () => {
    const answered = new Set<string>();
    const first = await editing(TEXT, answered);
    first.type(0, 2, 3, '已');
    await first.settle();
    first.series.dismiss();
    expect(first.offered()).toBeNull();
    const second = await editing(TEXT, answered);
    second.type(1, 2, 3, '已');
    await second.settle();
    expect(second.offered()).toBeNull();
  });

  it('where the form stands nowhere else, nor for what a command did', async () => {
    const { session, type, settle, offered } = await editing('会议己经开始。\n\n其余没有。\n');
    type(0, 2, 3, '已');
    await settle();
    expect(offered()).toBeNull();
    session.edit('tag.add', addMention(session.document, 0, 0, 2, 'ORG', session.context()).change);
    await settle();
    expect(offered()).toBeNull();
  });
});

it('the places chosen are corrected as one step of the kind “series”', async () => {
  const { series, session, type, settle, offered, texts } = await editing();
  session.edit('tag.add', addMention(session.document, 1, 0, 4, 'WORK', session.context()).change);
  type(0, 2, 3, '已');
  await settle();
  const places = series.getOffer()?.places ?? [];
  series.apply(places.filter(({ likeness }) => likeness === 'same'));
  expect(texts()).toEqual(['会议已经开始。', '材料已经送到，名单也已经核对。', '自己经过门口。']);
  const block = blockAt(session.document, 1);
  const [mention] = block.mentions;
  expect(mention && block.body.text.slice(mention.start, mention.end)).toBe('材料已经');
  const origins = block.body.pieces.flatMap(piece => (piece.text === undefined ? [] : [piece]));
  expect(origins.map(({ text, origin }) => `${origin.kind} ${text}`)).toEqual(['series 已', 'series 已']);
  expect(origins[0]?.origin.why).toContain('己经 → 已经');
  expect(offered()).toBeNull();
  session.undo();
  expect(texts()[1]).toBe('材料己经送到，名单也己经核对。');
});
