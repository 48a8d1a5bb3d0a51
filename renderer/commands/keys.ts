import { COMMANDS } from '../../shared/commands/catalogue';
import { commandWithTagKey, tagKeyOf } from '../../shared/commands/tagKeys';
import type { Tagset } from '../../shared/document/tagset';

export type Platform = 'linux' | 'darwin' | 'win32';

/** What of a KeyboardEvent decides which command it is. */
export type KeyPress = Pick<
  KeyboardEvent,
  'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey' | 'isComposing' | 'keyCode'
>;

const NAMES: Readonly<Record<string, string>> = {
  ArrowUp: 'Up',
  ArrowDown: 'Down',
  ArrowLeft: 'Left',
  ArrowRight: 'Right',
  ' ': 'Space',
};

/** True while an input method has the keyboard: nothing pressed now is a command. 229 is what Chromium gives then. */
export function isInputMethod(event: KeyPress): boolean {
  return event.isComposing || event.keyCode === 229 || event.key === 'Process';
}

/**
 * The key as accelerators name it. Letters and digits go by what they mean on the layout, and by their place where
 * Alt or a non-Latin layout makes another character of them.
 */
export function keyName(event: KeyPress): string {
  const { key, code } = event;
  if (key === '+' || (key === '=' && code === 'Equal')) return '=';
  if (/^Digit\d$/.test(code)) return code.slice(5);
  if (/^[a-z]$/i.test(key)) return key.toUpperCase();
  if (/^Key[A-Z]$/.test(code)) return code.slice(3);
  return NAMES[key] ?? key;
}

/** The accelerator of a key press in one fixed order: CmdOrCtrl, Shift, Alt, key. */
export function acceleratorOf(event: KeyPress, platform: Platform): string {
  const main = platform === 'darwin' ? event.metaKey : event.ctrlKey;
  const foreign = platform === 'darwin' ? event.ctrlKey : event.metaKey;
  const name = keyName(event);
  // Shift is how some layouts reach the plus sign; it says nothing there.
  const shift = event.shiftKey && name !== '=';
  return [foreign && 'Other', main && 'CmdOrCtrl', shift && 'Shift', event.altKey && 'Alt', name]
    .filter(Boolean)
    .join('+');
}

/** The same accelerator however it was written. */
export function canonical(accelerator: string): string {
  const parts = accelerator.split('+');
  const name = parts[parts.length - 1] ?? '';
  return [...['CmdOrCtrl', 'Shift', 'Alt'].filter(modifier => parts.includes(modifier)), name].join('+');
}

/** Id of the command that tags with a type of the tagset. */
export function tagCommandId(type: string): string {
  return `tag.type.${type}`;
}

/** Id of the command that gives words a further mention with a type, though they are tagged already. */
export function tagAlsoCommandId(type: string): string {
  return `tag.also.${type}`;
}

const CATALOGUE = new Map(COMMANDS.map(command => [command.id, command]));

/** The accelerator of a command of the catalogue, null where it has none. */
export function commandKeys(id: string): string | null {
  return CATALOGUE.get(id)?.keys ?? null;
}

/** The one name of a command of the catalogue; its id where the catalogue has no such command. */
export function commandTitle(id: string, locale: 'zh' | 'en'): string {
  return CATALOGUE.get(id)?.title[locale] ?? id;
}

/** Keys that are usual besides those of the catalogue. */
const ALSO: readonly (readonly [string, string])[] = [['CmdOrCtrl+Y', 'edit.redo']];

/**
 * Accelerator → command id, of the catalogue and the open document's types. A file can give a type any key: one that is
 * no key of a type, or that a command or an earlier type has, is passed over.
 */
export function keyTable(tagset: Tagset): ReadonlyMap<string, string> {
  const table = new Map(ALSO);
  for (const { keys, id } of COMMANDS) if (keys) table.set(canonical(keys), id);
  for (const { key, id } of tagset) {
    const name = workingTagKey(key)?.toUpperCase();
    if (name === undefined || table.has(`Alt+${name}`)) continue;
    table.set(`Alt+${name}`, tagCommandId(id));
    table.set(`Shift+Alt+${name}`, tagAlsoCommandId(id));
  }
  return table;
}

/** A type's key as it works: null for none, for what is no key, and for one that the program needs itself. */
export function workingTagKey(key: string): string | null {
  const name = tagKeyOf(key);
  return name !== null && commandWithTagKey(name) === null ? name : null;
}

const SIGNS: Readonly<Record<string, string>> = {
  Up: '↑',
  Down: '↓',
  Left: '←',
  Right: '→',
  PageUp: 'PgUp',
  PageDown: 'PgDn',
};

/** Keys as an editor reads them: `Ctrl+Shift+J`, on a Mac `⇧⌘J`. */
export function shownKeys(accelerator: string, platform: Platform): string {
  const parts = accelerator.split('+').map(part => SIGNS[part] ?? part);
  if (platform !== 'darwin') return parts.join('+').replace('CmdOrCtrl', 'Ctrl').replace('Backspace', '⌫');
  const marks: Readonly<Record<string, string>> = { CmdOrCtrl: '⌘', Shift: '⇧', Alt: '⌥', Backspace: '⌫' };
  const order = ['Alt', 'Shift', 'CmdOrCtrl'];
  const modifiers = order.filter(name => parts.includes(name)).map(name => marks[name]);
  const key = parts[parts.length - 1] ?? '';
  return [...modifiers, marks[key] ?? key].join('');
}

/** The accelerator that tags with a type whose key this is; null where it has none that works. */
export function tagKeys(key: string): string | null {
  const name = workingTagKey(key);
  return name === null ? null : `Alt+${name.toUpperCase()}`;
}
