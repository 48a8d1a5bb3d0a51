import { Fragment, type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { MenuName } from '../../shared/commands/catalogue';
import { Icon } from '../app/Icon';
import { useWorkspace, useWorkspaceValue } from '../app/useWorkspace';
import { useLocale, useMessages } from '../messages/useMessages';
import { shownKeys } from './keys';
import './menu.css';
import { type ListedMenu, listedMenus } from './menuItems';
import { bindingOf, isChecked, isEnabled, runCommand } from './registry';

/** The program's menus behind one button: the same as the menu bar's, for shells without one. */
export function CommandMenu() {
  const messages = useMessages();
  const button = useRef<HTMLButtonElement>(null);
  const [shown, setShown] = useState(false);
  const close = (restoreFocus: boolean) => {
    setShown(false);
    if (restoreFocus) button.current?.focus();
  };
  return (
    <div className="command-menu">
      <button
        ref={button}
        type="button"
        className="button button-icon"
        aria-label={messages.toolbar.menu}
        title={messages.toolbar.menu}
        aria-haspopup="menu"
        aria-expanded={shown}
        tabIndex={-1}
        onClick={() => setShown(!shown)}
        onKeyDown={event => {
          if (event.key !== 'ArrowDown') return;
          event.preventDefault();
          setShown(true);
        }}
      >
        <Icon name="menu" />
      </button>
      {shown && <Menus onClose={close} />}
    </div>
  );
}

function Menus({ onClose }: { readonly onClose: (restoreFocus: boolean) => void }) {
  const workspace = useWorkspace();
  const messages = useMessages();
  const [openMenu, setOpenMenu] = useState<MenuName | null>(null);
  const element = useRef<HTMLDivElement>(null);
  const menus = listedMenus(workspace);

  useEffect(() => {
    element.current?.querySelector<HTMLElement>('[role="menuitem"]')?.focus();
    const outside = (event: PointerEvent) => {
      const target = event.target;
      if (target instanceof Node && !element.current?.parentElement?.contains(target)) onClose(false);
    };
    window.addEventListener('pointerdown', outside);
    return () => window.removeEventListener('pointerdown', outside);
  }, [onClose]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Tab') {
      onClose(false);
      return;
    }
    const handled = moveInMenu(event, {
      open: name => setOpenMenu(name as MenuName),
      back: () => {
        if (!openMenu) return false;
        element.current?.querySelector<HTMLElement>(`[data-menu="${openMenu}"]`)?.focus();
        setOpenMenu(null);
        return true;
      },
      close: () => onClose(true),
    });
    if (handled) {
      event.preventDefault();
      event.stopPropagation();
    }
  };

  return (
    <div
      className="menu"
      role="menu"
      aria-label={messages.toolbar.menu}
      ref={element}
      tabIndex={-1}
      onKeyDown={onKeyDown}
    >
      {menus.map(menu => (
        <Fragment key={menu.name}>
          <button
            type="button"
            role="menuitem"
            className="menu-item"
            data-menu={menu.name}
            aria-haspopup="menu"
            aria-expanded={openMenu === menu.name}
            tabIndex={-1}
            onClick={() => setOpenMenu(menu.name)}
            onMouseEnter={() => setOpenMenu(menu.name)}
          >
            <span>{messages.menus[menu.name]}</span>
            <Icon name="right" />
          </button>
          {openMenu === menu.name && <Submenu menu={menu} onDone={() => onClose(true)} />}
        </Fragment>
      ))}
    </div>
  );
}

function Submenu({ menu, onDone }: { readonly menu: ListedMenu; readonly onDone: () => void }) {
  const workspace = useWorkspace();
  const messages = useMessages();
  const locale = useLocale();
  const platform = useWorkspaceValue(state => state.start?.platform ?? 'linux');
  return (
    <div className="menu submenu" role="menu" aria-label={messages.menus[menu.name]} data-submenu={menu.name}>
      {menu.groups.map(({ key, commands }, n) => (
        <Fragment key={key}>
          {n > 0 && <hr className="menu-line" />}
          {commands.map(({ id, title, keys }) => {
            const checked = bindingOf(workspace, id)?.checked ? isChecked(workspace, id) : undefined;
            return (
              <button
                key={id}
                type="button"
                {...(checked === undefined
                  ? { role: 'menuitem' }
                  : { role: 'menuitemcheckbox', 'aria-checked': checked })}
                aria-disabled={!isEnabled(workspace, id)}
                className="menu-item"
                data-command={id}
                tabIndex={-1}
                onClick={() => {
                  if (!isEnabled(workspace, id)) return;
                  onDone();
                  runCommand(workspace, id);
                }}
              >
                <span className="menu-tick">{checked && <Icon name="accept" />}</span>
                <span className="menu-title">{title[locale]}</span>
                {keys && <span className="key">{shownKeys(keys, platform)}</span>}
              </button>
            );
          })}
        </Fragment>
      ))}
    </div>
  );
}

interface MenuMoves {
  readonly open: (menu: string) => void;
  /** Leaves a submenu; false where none was open. */
  readonly back: () => boolean;
  readonly close: () => void;
}

/** Keys of the menu pattern (WAI-ARIA APG): arrows, Home, End, first letter, Escape. True if the key was one. */
function moveInMenu(event: KeyboardEvent, { open, back, close }: MenuMoves): boolean {
  const item = document.activeElement instanceof HTMLElement ? document.activeElement : null;
  const menu = item?.closest('[role="menu"]');
  const items = [...(menu?.querySelectorAll<HTMLElement>(':scope > [role^="menuitem"]') ?? [])];
  const at = item ? items.indexOf(item) : -1;
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: items.length - 1 }[event.key];
  if (to !== undefined) {
    items[(to + items.length) % items.length]?.focus();
    return true;
  }
  const name = item?.dataset['menu'];
  if (name && (event.key === 'ArrowRight' || event.key === 'Enter' || event.key === ' ')) {
    open(name);
    requestAnimationFrame(() =>
      document.querySelector<HTMLElement>(`[data-submenu="${name}"] [role^="menuitem"]`)?.focus(),
    );
    return true;
  }
  if (event.key === 'ArrowLeft') return back();
  if (event.key === 'Escape') {
    if (!menu?.hasAttribute('data-submenu') || !back()) close();
    return true;
  }
  if (event.key.length === 1 && !event.ctrlKey && !event.altKey && !event.metaKey) {
    const letter = event.key.toLowerCase();
    const rest = [...items.slice(at + 1), ...items.slice(0, at + 1)];
    rest.find(other => other.textContent?.trim().toLowerCase().startsWith(letter))?.focus();
    return event.key !== ' ';
  }
  return false;
}
