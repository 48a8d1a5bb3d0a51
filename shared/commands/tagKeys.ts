import { COMMANDS } from './catalogue';

/**
 * A key a type can have: one digit or Latin letter, lower case. It is pressed with Alt in the text and alone in the list of
 * mentions, so no key of a type ever stands in the way of typing. Other characters are made with Alt on some keyboards.
 */
export function isTagKey(key: string): boolean {
  return /^[0-9a-z]$/.test(key);
}

/** The key as it is kept, from what was pressed or read; null where it can't be one. */
export function tagKeyOf(pressed: string): string | null {
  const key = pressed.toLowerCase();
  return isTagKey(key) ? key : null;
}

/** The command that a type's key would take from the program, with Alt or (for tagging once more) Shift+Alt. */
export function commandWithTagKey(key: string): string | null {
  const name = key.toUpperCase();
  const wanted = new Set([`Alt+${name}`, `Shift+Alt+${name}`]);
  return COMMANDS.find(({ keys }) => keys !== null && wanted.has(keys))?.id ?? null;
}
