// @vitest-environment jsdom
import { describe, expect, it, vi } from 'vitest';
import { showReply } from '../../../renderer/app/openFlow';
import type { FromWorker } from '../../../renderer/detection/protocol';
import { currentFinding, queue } from '../../../renderer/review/findingQueue';
import { findingWords } from '../../../renderer/review/findingWords';
import {
  accept,
  acceptMany,
  dismiss,
  dismissAlike,
  goToNeighbour,
  reopen,
} from '../../../renderer/review/reviewActions';
import { FINDING_KINDS, type Finding } from '../../../shared/findings/finding';
import { fakeProgram, openedFile } from './fakeProgram';

const TEXT = '邀请了中\n\n国银行来\n\n访的客人。\n\n帮办办事。\n\n又帮办办。\n';
const BASE = { confidence: 0.95, reason: { en: 'The first half has no full stop', zh: '上段没有句末标点' } };

/** Breaks after the first two blocks and a stutter in each of the last two. */
function reported(ids: readonly string[]): Finding[] {
  const [a = '', b = '', c = '', d = '', e = ''] = ids;
  const join = { kind: 'break', glue: '', dropHyphen: false, between: [] } as const;
  return [
    { ...BASE, ...join, block: a, next: b },
    { ...BASE, ...join, block: b, next: c },
    { ...BASE, kind: 'stutter', block: d, start: 1, end: 3, replacement: '办' },
    { ...BASE, kind: 'stutter', block: e, start: 2, end: 4, replacement: '办' },
  ];
}

async function reviewing() {
  const program = fakeProgram();
  const { workspace, worker } = program;
  await showReply(workspace, { kind: 'opened', document: openedFile(TEXT) });
  const { open } = workspace;
  if (!open) throw new Error('nothing open');
  const opened = worker.postMessage.mock.calls.at(-1)?.[0];
  const tell = (data: Omit<Extract<FromWorker, { type: 'findings' }>, 'type' | 'generation' | 'kinds'>) => {
    for (const [type, listener] of worker.addEventListener.mock.calls) {
      if (type === 'message') {
        const { generation } = opened;
        listener({ data: { type: 'findings', generation, kinds: FINDING_KINDS, ...data } });
      }
    }
  };
  const ids = open.session.document.blocks.map(({ id }) => id);
  tell({ ids, findings: reported(ids) });
  await vi.waitFor(() => expect(queue(workspace)).toHaveLength(4));
  const texts = () => open.session.document.blocks.map(({ body }) => body.text);
  return { ...program, session: open.session, tell, ids, texts };
}

describe('going through the findings', () => {
  it('goes round at the ends', async () => {
    const { workspace } = await reviewing();
    goToNeighbour(workspace, -1);
    expect(currentFinding(workspace)?.first).toBe(4);
    goToNeighbour(workspace, 1);
    expect(currentFinding(workspace)?.first).toBe(0);
  });

  it('decides only on what is seen: without a current finding it goes to the next', async () => {
    const { workspace, session } = await reviewing();
    accept(workspace);
    expect(session.getState().edited).toBe(false);
    expect(currentFinding(workspace)?.first).toBe(0);
  });

  it('follows the queue as it is shown: kind by kind', async () => {
    const { workspace, ids, tell, session } = await reviewing();
    const [, , third = '', fourth = '', fifth = ''] = ids;
    const space = { ...BASE, kind: 'space', start: 0, end: 1, replacement: '' } as const;
    const join = { ...BASE, kind: 'break', glue: '', dropHyphen: false, between: [] } as const;
    tell({
      ids: [third, fourth, fifth],
      findings: [
        { ...space, block: third },
        { ...join, block: fourth, next: fifth },
      ],
    });
    await vi.waitFor(() => expect(queue(workspace)[3]?.finding.kind).toBe('space'));
    session.select({ anchor: { index: 1, offset: 4 }, focus: { index: 1, offset: 4 } });
    const walked = [1, 2, 3].map(() => {
      goToNeighbour(workspace, 1);
      const at = currentFinding(workspace);
      return `${at?.finding.kind} ${at?.first}`;
    });
    expect(walked).toEqual(['break 1', 'break 3', 'space 2']);
  });

  it('skips kinds that are filtered out', async () => {
    const { workspace } = await reviewing();
    workspace.update({ kinds: new Set(['stutter']) });
    goToNeighbour(workspace, 1);
    expect(currentFinding(workspace)?.finding.kind).toBe('stutter');
  });
});

describe('a decision', () => {
  it('joins, records the answer, and is one step for undo', async () => {
    const { workspace, session, texts } = await reviewing();
    goToNeighbour(workspace, 1);
    accept(workspace);
    expect(texts()[0]).toBe('邀请了中国银行来');
    expect([...session.document.decisions.values()].map(({ answer }) => answer)).toEqual(['accepted']);
    session.undo();
    expect(texts()).toHaveLength(5);
    expect(session.document.decisions.size).toBe(0);
  });

  it('moves on to the next finding at once where that is known', async () => {
    const { workspace } = await reviewing();
    goToNeighbour(workspace, 1);
    dismiss(workspace);
    expect(currentFinding(workspace)?.first).toBe(1);
  });

  it('waits for the detectors where the next finding was in the text it changed', async () => {
    const { workspace, session, tell } = await reviewing();
    goToNeighbour(workspace, 1);
    accept(workspace);
    expect(currentFinding(workspace)).toBeNull();
    const [joined, next] = session.document.blocks.map(({ id }) => id);
    const again = { ...BASE, kind: 'break', glue: '', dropHyphen: false, between: [] } as const;
    tell({ ids: [joined ?? ''], findings: [{ ...again, block: joined ?? '', next: next ?? '' }] });
    await vi.waitFor(() => expect(currentFinding(workspace)?.first).toBe(0));
  });

  it('stays where it is if the editor wants it so', async () => {
    const { workspace } = await reviewing();
    workspace.changeSettings({ autoAdvance: false });
    goToNeighbour(workspace, 1);
    dismiss(workspace);
    expect(currentFinding(workspace)).toBeNull();
  });

  it('keeps the current finding when its block is only looked at again', async () => {
    const { workspace, tell, ids } = await reviewing();
    goToNeighbour(workspace, 1);
    tell({ ids, findings: reported(ids) });
    await vi.waitFor(() => expect(currentFinding(workspace)?.first).toBe(0));
  });

  it('dismisses all like it in one step', async () => {
    const { workspace, session } = await reviewing();
    const stutter = queue(workspace)[2];
    if (!stutter) throw new Error('not reported');
    dismissAlike(workspace, stutter);
    expect(queue(workspace).map(({ finding }) => finding.kind)).toEqual(['break', 'break']);
    session.undo();
    expect(queue(workspace)).toHaveLength(4);
  });
});

it('many are accepted as one step', async () => {
  const { workspace, session, texts } = await reviewing();
  acceptMany(workspace, queue(workspace));
  expect(texts()).toEqual(['邀请了中国银行来访的客人。', '帮办事。', '又帮办。']);
  session.undo();
  expect(texts()).toHaveLength(5);
});

it('a join at the caret is taken back, its finding open again', async () => {
  const { workspace, session, texts } = await reviewing();
  goToNeighbour(workspace, 1);
  accept(workspace);
  reopen(workspace);
  expect(texts()[0]).toBe('邀请了中');
  expect(session.document.decisions.size).toBe(0);
});

it('Latin words around a finding are whole, and more of them', async () => {
  const { workspace } = fakeProgram();
  const text = 'He said that the boats were seen at low\n\nwater on Tuesday morning by everyone.\n';
  await showReply(workspace, { kind: 'opened', document: openedFile(text) });
  const { open } = workspace;
  if (!open) throw new Error('nothing open');
  const [block = '', next = ''] = open.session.document.blocks.map(({ id }) => id);
  const finding = { ...BASE, kind: 'break', glue: ' ', dropHyphen: false, between: [], block, next } as const;
  const words = findingWords(open.session.document, { finding, first: 0, last: 1 }, 8);
  expect(words).toMatchObject({ before: 'were seen at low', after: 'water on Tuesday' });
});
