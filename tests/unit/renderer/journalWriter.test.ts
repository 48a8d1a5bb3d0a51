import { describe, expect, it, vi } from 'vitest';
import { JournalWriter } from '../../../renderer/journal/journalWriter';
import { EditingSession } from '../../../renderer/session/session';
import { idSource } from '../../../shared/document/ids';
import { openSource } from '../../../shared/document/parse';
import { originOf } from '../../../shared/edits/context';
import { replaceText } from '../../../shared/edits/replaceText';
import type { KanwuApi } from '../../../shared/ipc/contract';
import { fileError } from '../../../shared/source/fileError';
import { sourceOf } from '../document/arbitraries';
import { replayAll } from '../journal/journalOf';

const TEXT = '第一段。\n\n第二段。\n\n第三段。\n';

/** A main process that keeps one journal in memory, and says it is as large as it is told to. */
function fakeMain(size = 100) {
  const main = {
    records: [] as string[],
    next: null as string[] | null,
    size,
    full: false,
    parts: [] as string[],
    async journal({ records }: { records: readonly string[] }) {
      if (main.full) return { kind: 'failed', error: fileError('save', 'noSpace', 'page.txt') };
      main.records.push(...records);
      main.next?.push(...records);
      return { kind: 'written', size: main.size };
    },
    async rewriteJournal({ part, records }: { part: string; records: readonly string[] }) {
      main.parts.push(part);
      if (part === 'begin') main.next = [];
      if (part === 'more') main.next?.push(...records);
      if (part === 'end') main.records = main.next ?? [];
      main.size = part === 'end' ? 100 : main.size;
      return { kind: 'written', size: main.size };
    },
  };
  return main;
}

function opened(main: ReturnType<typeof fakeMain>, onFailure = () => {}) {
  const ids = idSource();
  const document = openSource(sourceOf(TEXT), ids);
  const session = new EditingSession(document, ids, 'editor');
  const beginning = { documentId: 'd', base: document, firstMark: 1, savedHash: null };
  const writer = new JournalWriter(main as unknown as KanwuApi, session, beginning, 0, onFailure);
  return { session, writer };
}

function type(session: EditingSession, text: string): void {
  const context = session.context();
  const at = { index: 0, offset: 0 };
  const { change } = replaceText(session.document, at, at, text, originOf(context, 'edit'), context);
  session.edit('type', change);
}

const replayed = (records: readonly string[]) => replayAll(openSource(sourceOf(TEXT), idSource()), records);

describe('the journal writer', () => {
  it('tells main of every change within 250 ms, and of undo and redo', async () => {
    const main = fakeMain();
    const { session, writer } = opened(main);
    type(session, '甲');
    type(session, '乙');
    session.undo();
    await new Promise(resolve => setTimeout(resolve, 250));
    expect(replayed(main.records).replay.state().document).toEqual(session.document);
    expect(replayed(main.records).replay.state().history).toEqual(session.getState().history);
    writer.dispose();
  });

  it('lets nothing that is typed wait for an answer of main', async () => {
    const main = fakeMain();
    const { records } = main;
    main.journal = async ({ records: sent }) => {
      records.push(...sent);
      return new Promise(() => undefined);
    };
    const { session, writer } = opened(main);
    for (let n = 0; n < 12; n++) {
      type(session, '甲');
      await new Promise(resolve => setTimeout(resolve, 15));
    }
    await vi.waitFor(() => expect(replayed(records).replay.state().document).toEqual(session.document));
    writer.dispose();
  });

  it('tells main at once while the window is hidden, whose timers come once a second', async () => {
    vi.stubGlobal('document', { visibilityState: 'hidden', addEventListener() {}, removeEventListener() {} });
    vi.useFakeTimers();
    try {
      const main = fakeMain();
      const { session, writer } = opened(main);
      type(session, '甲');
      await vi.advanceTimersByTimeAsync(0);
      expect(replayed(main.records).replay.state().document).toEqual(session.document);
      writer.dispose();
    } finally {
      vi.useRealTimers();
      vi.unstubAllGlobals();
    }
  });

  it('marks the state of the moment it was asked in, whatever comes while it is told', async () => {
    const main = fakeMain();
    const { session, writer } = opened(main);
    type(session, '甲');
    const saving = session.document;
    const marking = writer.mark();
    type(session, '乙');
    const mark = await marking;
    main.records.push(JSON.stringify({ t: 'saving', n: mark, hash: 'h', path: '/p' }));
    await writer.flush();
    expect(replayed(main.records).replay.savedWith('h')?.document).toEqual(saving);
  });

  it('has a journal that has grown written anew, with what is done meanwhile, the saved state and all of Undo', async () => {
    const main = fakeMain();
    const { session, writer } = opened(main);
    for (const text of ['甲', '乙', '丙']) type(session, text);
    writer.saved(await writer.mark(), 'h');
    session.markSaved(session.document);
    type(session, '丁');
    session.undo();
    type(session, '戊');
    await writer.flush();
    main.size = 5_000_000;
    type(session, '己');
    const flushing = writer.flush();
    await Promise.resolve();
    type(session, '庚');
    await flushing;
    await writer.flush();
    await writer.flush();
    expect(main.parts).toEqual(['begin', 'more', 'end']);
    const { replay, fault } = replayed(main.records);
    expect(fault).toBeNull();
    expect(replay.state().document).toEqual(session.document);
    expect(replay.state().history.done).toHaveLength(session.getState().history.done.length);
    expect(replay.savedWith('h')?.document).toEqual(session.savedDocument);
    writer.dispose();
  });

  it('does not have it written anew between a mark and the end of its save', async () => {
    const main = fakeMain(5_000_000);
    const { session, writer } = opened(main);
    type(session, '甲');
    const mark = await writer.mark();
    type(session, '乙');
    await writer.flush();
    expect(main.parts).toEqual([]);
    main.records.push(JSON.stringify({ t: 'saving', n: mark, hash: 'h', path: '/p' }));
    expect(replayed(main.records).replay.savedWith('h')).toBeDefined();
    writer.abandonMarks();
    type(session, '丙');
    await writer.flush();
    expect(main.parts).toEqual(['begin', 'more', 'end']);
    writer.dispose();
  });

  it('says once that the journal can’t be written', async () => {
    const main = fakeMain();
    let said = 0;
    const { session, writer } = opened(main, () => said++);
    main.full = true;
    for (const text of ['甲', '乙']) {
      type(session, text);
      await writer.flush();
    }
    expect(said).toBe(1);
    writer.dispose();
  });
});
