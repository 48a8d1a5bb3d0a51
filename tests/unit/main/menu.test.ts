import { beforeEach, expect, it, vi } from 'vitest';

interface Item {
  readonly id?: string;
  readonly type?: string;
  readonly label?: string;
  readonly role?: string;
  readonly submenu?: readonly Item[];
  readonly enabled?: boolean;
  readonly checked?: boolean;
  readonly registerAccelerator?: boolean;
  readonly click?: () => void;
}

let menus: readonly Item[] = [];
vi.mock('electron', () => ({
  Menu: {
    buildFromTemplate: (template: readonly Item[]) => template,
    setApplicationMenu: (template: readonly Item[]) => {
      menus = template;
    },
  },
}));
const { setMenu } = await import('../../../electron/menu');
const { COMMANDS } = await import('../../../shared/commands/catalogue');

const NOTHING = { disabled: [], checked: [] };
const items = () => menus.flatMap(menu => menu.submenu ?? []);
const named = (id: string) => items().find(item => item.id === id);

beforeEach(() => setMenu('en', NOTHING, () => undefined, 'linux'));

it('has every command of the catalogue that stands in a menu, once', () => {
  const expected = COMMANDS.filter(command => command.menu !== null).map(command => command.id);
  const present = items().flatMap(item => item.id ?? []);
  expect(present.sort()).toEqual(expected.sort());
});

it('speaks the language of the program', () => {
  expect(menus[0]?.label).toBe('File');
  setMenu('zh', NOTHING, () => undefined, 'linux');
  expect(menus[0]?.label).toBe('文件');
  expect(named('file.save')?.label).toBe('保存');
});

it('separates groups, and neither begins nor ends with a separator', () => {
  for (const { submenu = [] } of menus) {
    const separators = submenu.flatMap((item, i) => (item.type === 'separator' ? [i] : []));
    expect(separators).not.toContain(0);
    expect(separators).not.toContain(submenu.length - 1);
    expect(separators.some((at, i) => separators[i + 1] === at + 1)).toBe(false);
  }
});

it('shows the keys and leaves them to the page', () => {
  expect(items().every(item => !('accelerator' in item) || item.registerAccelerator === false)).toBe(true);
});

it('greys out and ticks what the page says', () => {
  setMenu('en', { disabled: ['file.save'], checked: ['view.outline'] }, () => undefined, 'linux');
  expect(named('file.save')?.enabled).toBe(false);
  expect(named('file.open')?.enabled).toBe(true);
  expect(named('view.outline')).toMatchObject({ type: 'checkbox', checked: true });
});

it('a chosen item tells its command', () => {
  const chosen: string[] = [];
  setMenu('en', NOTHING, id => chosen.push(id), 'linux');
  named('file.save')?.click?.();
  expect(chosen).toEqual(['file.save']);
});

it('macOS has its own first menu', () => {
  setMenu('en', NOTHING, () => undefined, 'darwin');
  expect(menus[0]?.role).toBe('appMenu');
});
