import { Menu, type MenuItemConstructorOptions } from 'electron';
import { COMMANDS, type CommandInfo, MENUS, type MenuName } from '../shared/commands/catalogue';
import type { CommandStates } from '../shared/ipc/contract';
import type { Message } from '../shared/source/fileError';

const MENU_TITLES: Readonly<Record<MenuName, Message>> = {
  file: { en: 'File', zh: '文件' },
  edit: { en: 'Edit', zh: '编辑' },
  review: { en: 'Review', zh: '校订' },
  tag: { en: 'Tag', zh: '标注' },
  view: { en: 'View', zh: '视图' },
  help: { en: 'Help', zh: '帮助' },
};

/**
 * Sets the menu bar from the command catalogue. An item only tells the page its command's id; the keys are shown but
 * not registered, for the page handles them itself, in this shell as in any other.
 */
export function setMenu(
  locale: 'zh' | 'en',
  states: CommandStates,
  onCommand: (id: string) => void,
  platform = process.platform,
): void {
  const disabled = new Set(states.disabled);
  const checked = new Set(states.checked);

  const item = (command: CommandInfo): MenuItemConstructorOptions => ({
    id: command.id,
    label: command.title[locale],
    enabled: !disabled.has(command.id),
    ...(checked.has(command.id) && { type: 'checkbox', checked: true }),
    ...(command.keys && { accelerator: command.keys, registerAccelerator: false }),
    click: () => onCommand(command.id),
  });

  const menus = MENUS.map(menu => ({
    id: menu,
    label: MENU_TITLES[menu][locale],
    submenu: inGroups(COMMANDS.filter(command => command.menu === menu)).map(command =>
      command === 'separator' ? { type: 'separator' as const } : item(command),
    ),
  }));

  Menu.setApplicationMenu(
    Menu.buildFromTemplate([...(platform === 'darwin' ? [{ role: 'appMenu' as const }] : []), ...menus]),
  );
}

/** A menu's commands with a separator wherever the group changes. */
function inGroups(commands: readonly CommandInfo[]): (CommandInfo | 'separator')[] {
  const sorted = [...commands].sort((a, b) => a.group - b.group);
  return sorted.flatMap((command, i) => {
    const before = sorted[i - 1];
    return before && before.group !== command.group ? ['separator', command] : [command];
  });
}
