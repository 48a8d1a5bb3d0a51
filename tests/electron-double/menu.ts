type Template = readonly Electron.MenuItemConstructorOptions[];

/** A menu is kept as its template: tests choose from it, and the page has its own ways to the same commands. */
class DoubleMenu {
  static #application: DoubleMenu | null = null;
  readonly template: Template;

  constructor(template: Template) {
    this.template = template;
  }

  static buildFromTemplate(template: Template): DoubleMenu {
    return new DoubleMenu(template);
  }

  static setApplicationMenu(menu: DoubleMenu | null): void {
    DoubleMenu.#application = menu;
  }

  static getApplicationMenu(): DoubleMenu | null {
    return DoubleMenu.#application;
  }
}

export { DoubleMenu as Menu };

/** The items of the menu bar that stand for something, menus and separators left out. */
export function menuItems(): Electron.MenuItemConstructorOptions[] {
  return flatten(DoubleMenu.getApplicationMenu()?.template ?? []);
}

function flatten(template: Template): Electron.MenuItemConstructorOptions[] {
  return template.flatMap(item =>
    Array.isArray(item.submenu) ? flatten(item.submenu) : item.id ? [item] : [],
  );
}

/** Chooses an item as a click would; throws where there is none of that id or it is greyed out. */
export function chooseMenuItem(id: string): void {
  const item = menuItems().find(candidate => candidate.id === id);
  if (!item) throw new Error(`the menu has no item "${id}"`);
  if (item.enabled === false) throw new Error(`the menu item "${id}" is greyed out`);
  const click = item.click as (() => void) | undefined;
  click?.();
}
