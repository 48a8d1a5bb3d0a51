import { describe, expect, it } from 'vitest';
import {
  acceleratorOf,
  canonical,
  isInputMethod,
  type KeyPress,
  keyTable,
  shownKeys,
} from '../../../renderer/commands/keys';
import { COMMANDS } from '../../../shared/commands/catalogue';
import { DEFAULT_TAGSET } from '../../../shared/document/tagset';

function press(key: string, code: string, held: Partial<KeyPress> = {}): KeyPress {
  return {
    key,
    code,
    ctrlKey: false,
    metaKey: false,
    altKey: false,
    shiftKey: false,
    isComposing: false,
    keyCode: 0,
    ...held,
  };
}

describe('the accelerator of a key press', () => {
  it('has Ctrl as the main modifier, on a Mac Command', () => {
    expect(acceleratorOf(press('s', 'KeyS', { ctrlKey: true }), 'linux')).toBe('CmdOrCtrl+S');
    expect(acceleratorOf(press('s', 'KeyS', { metaKey: true }), 'darwin')).toBe('CmdOrCtrl+S');
    expect(acceleratorOf(press('s', 'KeyS', { metaKey: true }), 'win32')).toBe('Other+S');
    expect(acceleratorOf(press('s', 'KeyS', { ctrlKey: true }), 'darwin')).toBe('Other+S');
  });

  it('lists modifiers in one order', () => {
    const held = { ctrlKey: true, shiftKey: true, altKey: true };
    expect(acceleratorOf(press('ArrowLeft', 'ArrowLeft', held), 'linux')).toBe('CmdOrCtrl+Shift+Alt+Left');
    expect(canonical('Alt+Shift+CmdOrCtrl+Left')).toBe('CmdOrCtrl+Shift+Alt+Left');
  });

  it('goes by the place of the key where Option makes another character of it', () => {
    expect(acceleratorOf(press('∆', 'KeyJ', { altKey: true }), 'darwin')).toBe('Alt+J');
    expect(acceleratorOf(press('¡', 'Digit1', { altKey: true }), 'darwin')).toBe('Alt+1');
  });

  it('goes by the letter on a Latin layout of another order', () => {
    expect(acceleratorOf(press('z', 'KeyW', { ctrlKey: true }), 'linux')).toBe('CmdOrCtrl+Z');
  });

  it('takes plus for the key of "larger", with Shift or without', () => {
    expect(acceleratorOf(press('+', 'Equal', { ctrlKey: true, shiftKey: true }), 'linux')).toBe(
      'CmdOrCtrl+=',
    );
    expect(acceleratorOf(press('=', 'Equal', { ctrlKey: true }), 'linux')).toBe('CmdOrCtrl+=');
  });
});

describe('the table of keys', () => {
  const table = keyTable(DEFAULT_TAGSET);

  it('holds every key of the catalogue, no two commands on one', () => {
    const keyed = COMMANDS.filter(({ keys }) => keys !== null);
    const missing = keyed.filter(({ id, keys }) => keys && table.get(canonical(keys)) !== id);
    expect(missing).toEqual([]);
  });

  it('tags with Alt and the key of a type', () => {
    expect(table.get('Alt+1')).toBe('tag.type.PER');
    expect(table.get('Shift+Alt+1')).toBe('tag.also.PER');
  });
});

it('takes nothing for a command while an input method is composing', () => {
  expect(isInputMethod(press('j', 'KeyJ', { altKey: true, isComposing: true }))).toBe(true);
  expect(isInputMethod(press('Process', 'KeyJ', { keyCode: 229 }))).toBe(true);
  expect(isInputMethod(press('j', 'KeyJ', { altKey: true }))).toBe(false);
});

it('shows keys as each platform writes them', () => {
  expect(shownKeys('CmdOrCtrl+Shift+J', 'linux')).toBe('Ctrl+Shift+J');
  expect(shownKeys('CmdOrCtrl+Shift+J', 'darwin')).toBe('⇧⌘J');
  expect(shownKeys('Alt+Down', 'win32')).toBe('Alt+↓');
});
