import { COMMANDS, MENUS, type MenuName } from '../../shared/commands/catalogue';
import type { Workspace } from '../app/workspace';
import { type ListedCommand, tagCommands } from './registry';

export interface MenuGroup {
  readonly key: string;
  readonly commands: readonly ListedCommand[];
}

export interface ListedMenu {
  readonly name: MenuName;
  readonly groups: readonly MenuGroup[];
}

/** The catalogue's menus with the types of the open document in "Tag". */
export function listedMenus(workspace: Workspace): readonly ListedMenu[] {
  return MENUS.map(name => {
    const own = COMMANDS.filter(command => command.menu === name);
    const numbers = [...new Set(own.map(command => command.group))].sort((a, b) => a - b);
    const groups = numbers.map(group => ({
      key: String(group),
      commands: own.filter(command => command.group === group),
    }));
    const types = name === 'tag' ? [{ key: 'types', commands: tagCommands(workspace) }] : [];
    return { name, groups: [...types, ...groups] };
  });
}

/** All commands that are reached by name: the catalogue's, then the types. */
export function allCommands(workspace: Workspace): readonly ListedCommand[] {
  return [...COMMANDS.filter(({ id }) => id !== 'view.palette'), ...tagCommands(workspace)];
}
