// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { showReply } from '../../../renderer/app/openFlow';
import { save } from '../../../renderer/app/saveFlow';
import { addMention } from '../../../shared/edits/tagging';
import { DEFAULT_SETTINGS } from '../../../shared/settings/settings';
import { fileError } from '../../../shared/source/fileError';
import { fakeProgram, openedFile, SAVED } from './fakeProgram';

beforeEach(() => void vi.useFakeTimers({ shouldAdvanceTime: true }));
afterEach(() => void vi.useRealTimers());

const EVERY = DEFAULT_SETTINGS.autosaveSeconds * 1000;

async function opened() {
  const program = fakeProgram();
  const { workspace } = program;
  await showReply(workspace, { kind: 'opened', document: openedFile('邀请了中国银行。\n') });
  let from = 0;
  const edit = () => {
    const session = workspace.open?.session;
    if (!session) throw new Error('nothing is open');
    session.edit('tag', addMention(session.document, 0, from, ++from, 'ORG', session.context()).change);
  };
  return { ...program, edit };
}

const auto = expect.objectContaining({ auto: true, ask: false });

describe('saving by itself', () => {
  it('waits for a first file of the editor’s own, then saves what is unsaved, and only that', async () => {
    const { workspace, kanwu, edit } = await opened();
    edit();
    await vi.advanceTimersByTimeAsync(EVERY * 2);
    expect(kanwu.save).not.toHaveBeenCalled();
    await save(workspace, false);
    await vi.advanceTimersByTimeAsync(EVERY * 2);
    expect(kanwu.save).toHaveBeenCalledTimes(1);
    edit();
    await vi.advanceTimersByTimeAsync(EVERY * 2);
    expect(kanwu.save).toHaveBeenCalledTimes(2);
    expect(kanwu.save).toHaveBeenLastCalledWith(auto);
    expect(workspace.open?.session.getState().edited).toBe(false);
  });

  it('never while a dialog is up; says once that it failed, until it works again', async () => {
    const { workspace, kanwu, edit } = await opened();
    edit();
    await save(workspace, false);
    edit();
    const error = fileError('save', 'noSpace', 'a.kanwu.json');
    workspace.dialog({ kind: 'error', action: 'save', error, sourceOf: null });
    await vi.advanceTimersByTimeAsync(EVERY * 2);
    expect(kanwu.save).toHaveBeenCalledTimes(1);
    workspace.dialog(null);
    kanwu.save.mockResolvedValue({ kind: 'failed', error } as never);
    const notice = vi.spyOn(workspace, 'notice');
    await vi.advanceTimersByTimeAsync(EVERY * 3);
    expect(kanwu.save.mock.calls.length).toBeGreaterThan(2);
    expect(notice).toHaveBeenCalledTimes(1);
    expect(workspace.getState().dialog).toBeNull();
    kanwu.save.mockResolvedValue(SAVED as never);
    await vi.advanceTimersByTimeAsync(EVERY * 2);
    expect(workspace.open?.session.getState().edited).toBe(false);
  });
});
