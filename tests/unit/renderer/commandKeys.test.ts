// @vitest-environment jsdom
import { afterEach, describe, expect, it } from 'vitest';
import { showReply } from '../../../renderer/app/openFlow';
import { listenForKeys } from '../../../renderer/commands/commandKeys';
import type { TextView } from '../../../renderer/editor/textView';
import { fakeProgram, openedFile } from './fakeProgram';

let stop: (() => void) | null = null;
afterEach(() => {
  stop?.();
  document.body.replaceChildren();
});

async function listening() {
  const program = fakeProgram();
  stop = listenForKeys(program.workspace);
  await showReply(program.workspace, { kind: 'opened', document: openedFile('一。\n') });
  return program;
}

function press(init: KeyboardEventInit, target: EventTarget = document.body): KeyboardEvent {
  const event = new KeyboardEvent('keydown', { bubbles: true, cancelable: true, ...init });
  target.dispatchEvent(event);
  return event;
}

const SAVE = { key: 's', code: 'KeyS', ctrlKey: true };

describe('keys in the window', () => {
  it('run the command they stand for, and nothing else sees them', async () => {
    const { workspace } = await listening();
    const event = press({ key: 'F1', code: 'F1' });
    expect(workspace.getState().dialog).toEqual({ kind: 'keys' });
    expect(event.defaultPrevented).toBe(true);
  });

  it('do nothing while an input method is composing, in the event or in the text view', async () => {
    const { workspace, kanwu } = await listening();
    press({ ...SAVE, isComposing: true });
    press({ ...SAVE, keyCode: 229 });
    workspace.view = { isComposing: () => true } as TextView;
    press(SAVE);
    expect(kanwu.save).not.toHaveBeenCalled();
  });

  it('leave editing keys to a text field outside the document', async () => {
    await listening();
    const field = document.body.appendChild(document.createElement('input'));
    expect(press({ key: 'z', code: 'KeyZ', ctrlKey: true }, field).defaultPrevented).toBe(false);
    expect(press(SAVE, field).defaultPrevented).toBe(true);
  });

  it('leave the clipboard to the browser, for its events carry the data', async () => {
    await listening();
    expect(press({ key: 'c', code: 'KeyC', ctrlKey: true }).defaultPrevented).toBe(false);
  });

  it('run nothing behind a dialog', async () => {
    const { workspace } = await listening();
    workspace.dialog({ kind: 'about' });
    const event = press({ key: 'F1', code: 'F1' });
    expect(workspace.getState().dialog).toEqual({ kind: 'about' });
    expect(event.defaultPrevented).toBe(true);
  });
});
