// @vitest-environment jsdom
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ErrorBoundary } from '../../../renderer/app/ErrorBoundary';
import { showReply } from '../../../renderer/app/openFlow';
import { addMention } from '../../../shared/edits/tagging';
import { fileError } from '../../../shared/source/fileError';
import { fakeProgram, openedFile } from './fakeProgram';

let faulty = true;

function Part() {
  if (faulty) throw new Error('of a part of the window');
  return <p>drawn</p>;
}

describe('a fault while the window is drawn', () => {
  let root: Root;
  beforeEach(() => {
    vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
    vi.spyOn(console, 'error').mockReturnValue(undefined);
    faulty = true;
    root = createRoot(document.body.appendChild(document.createElement('div')));
  });
  afterEach(() => {
    act(() => root.unmount());
    document.body.replaceChildren();
    vi.restoreAllMocks();
    vi.unstubAllGlobals();
  });

  async function withWork(answers: Parameters<typeof fakeProgram>[0] = {}) {
    const program = fakeProgram({ reportFault: null, ...answers });
    const { workspace } = program;
    await showReply(workspace, { kind: 'opened', document: openedFile('邀请了中国银行。\n') });
    const { open } = workspace;
    if (!open) throw new Error('not opened');
    const { session } = open;
    session.edit('tag.add', addMention(session.document, 0, 3, 7, 'ORG', session.context()).change);
    act(() =>
      root.render(
        <ErrorBoundary workspace={workspace}>
          <Part />
        </ErrorBoundary>,
      ),
    );
    return { ...program, open };
  }
  const button = (name: string) =>
    [...document.querySelectorAll('button')].find(({ textContent }) => textContent === name);
  const said = () => document.querySelector('[role=status]')?.textContent;
  const press = (name: string) => act(async () => button(name)?.click());

  it('is said, noted in the log, and leaves the document open with its work', async () => {
    const { workspace, open, kanwu } = await withWork();
    expect(document.querySelector('[role=alert] h1')?.textContent).toBe('The window could not be drawn');
    expect(kanwu).toHaveProperty('reportFault.mock.calls', [
      [expect.objectContaining({ where: 'drawing', name: 'Error' })],
    ]);
    expect(workspace.open).toBe(open);
    expect(open.session.getState()).toMatchObject({
      edited: true,
      history: { done: [{ label: 'tag.add' }] },
    });
  });

  it('"Save" saves what the session holds', async () => {
    const { kanwu, open } = await withWork();
    await press('Save');
    await expect.poll(() => kanwu.save.mock.calls.length).toBe(1);
    const [[request]] = kanwu.save.mock.calls as [[{ text: string }]];
    expect(JSON.parse(request.text).mentions).toMatchObject([{ type: 'ORG', text: '中国银行' }]);
    await expect.poll(() => open.session.getState().edited).toBe(false);
    await act(() => expect.poll(said).toBe('Saved.'));
  });

  it('a save that fails is said there, for no dialog is drawn', async () => {
    const error = fileError('save', 'noSpace', 'a.kanwu.json');
    const { open } = await withWork({ save: { kind: 'failed', error } });
    await press('Save');
    await act(() => expect.poll(said).toContain(error.message.en));
    expect(said()).toContain(error.hint.en);
    expect(open.session.getState().edited).toBe(true);
  });

  it('"Draw again" draws the window anew, over the same document; and says so once more where it fails again', async () => {
    const { workspace, open } = await withWork();
    await press('Draw again');
    expect(document.querySelector('[role=alert]')).not.toBeNull();
    faulty = false;
    await press('Draw again');
    expect(document.body.textContent).toBe('drawn');
    expect(workspace.open).toBe(open);
  });

  it('without a document there is nothing to save', async () => {
    const { workspace } = fakeProgram({ reportFault: null });
    act(() =>
      root.render(
        <ErrorBoundary workspace={workspace}>
          <Part />
        </ErrorBoundary>,
      ),
    );
    expect([...document.querySelectorAll('button')].map(({ textContent }) => textContent)).toEqual([
      'Draw again',
    ]);
  });
});
