import { COMMANDS } from '../../shared/commands/catalogue';
import { DEFAULT_TAGSET, type Tagset } from '../../shared/document/tagset';
import type { CommandStates } from '../../shared/ipc/contract';
import type { Message } from '../../shared/source/fileError';
import type { Workspace } from '../app/workspace';
import type { CommandBinding } from './commandBinding';
import { EDIT_COMMANDS } from './editCommands';
import { FILE_COMMANDS } from './fileCommands';
import { tagAlsoCommandId, tagCommandId, tagKeys } from './keys';
import { REGISTER_COMMANDS } from './registerCommands';
import { REVIEW_COMMANDS } from './reviewCommands';
import { TAG_COMMANDS, tagCommand } from './tagCommands';
import { VIEW_COMMANDS } from './viewCommands';

const BINDINGS: ReadonlyMap<string, CommandBinding> = new Map(
  Object.entries({
    ...FILE_COMMANDS,
    ...EDIT_COMMANDS,
    ...REVIEW_COMMANDS,
    ...TAG_COMMANDS,
    ...REGISTER_COMMANDS,
    ...VIEW_COMMANDS,
  }),
);

/** A command as the palette and the menu of the window list it. */
export interface ListedCommand {
  readonly id: string;
  readonly title: Message;
  readonly keys: string | null;
}

/** The types mentions can have: the document's own, or those a new document starts with. */
export function tagsetOf({ open }: Workspace): Tagset {
  return open?.session.document.tagset ?? DEFAULT_TAGSET;
}

/** What a command does, undefined for an id that no command has. */
export function bindingOf(workspace: Workspace, id: string): CommandBinding | undefined {
  const own = BINDINGS.get(id);
  if (own) return own;
  const type = tagsetOf(workspace).find(
    candidate => tagCommandId(candidate.id) === id || tagAlsoCommandId(candidate.id) === id,
  );
  return type && tagCommand(type, id === tagAlsoCommandId(type.id));
}

/** A command for each type of the tagset, as the menu "Tag" begins with. */
export function tagCommands(workspace: Workspace): readonly ListedCommand[] {
  return tagsetOf(workspace).map(({ id, name, key }) => ({
    id: tagCommandId(id),
    title: { en: `Tag: ${name.en}`, zh: `标注：${name.zh}` },
    keys: tagKeys(key),
  }));
}

export function isEnabled(workspace: Workspace, id: string): boolean {
  return bindingOf(workspace, id)?.enabled(workspace) ?? false;
}

export function isChecked(workspace: Workspace, id: string): boolean | undefined {
  return bindingOf(workspace, id)?.checked?.(workspace);
}

/** Runs a command if it is possible now; true if it was. */
export function runCommand(workspace: Workspace, id: string): boolean {
  const binding = bindingOf(workspace, id);
  if (!binding?.enabled(workspace)) return false;
  const done = binding.run(workspace);
  if (done) done.catch(workspace.unexpected);
  return true;
}

/** What the menu bar greys out and ticks. */
export function commandStates(workspace: Workspace): CommandStates {
  const ids = COMMANDS.map(({ id }) => id);
  return {
    disabled: ids.filter(id => !isEnabled(workspace, id)),
    checked: ids.filter(id => isChecked(workspace, id)),
  };
}
