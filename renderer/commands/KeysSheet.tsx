import { Dialog } from '../app/Dialog';
import { useWorkspace, useWorkspaceValue } from '../app/useWorkspace';
import { useLocale, useMessages } from '../messages/useMessages';
import { shownKeys } from './keys';
import './palette.css';
import { listedMenus } from './menuItems';

/** Every key, by menu. */
export function KeysSheet() {
  const workspace = useWorkspace();
  const messages = useMessages();
  const locale = useLocale();
  const platform = useWorkspaceValue(state => state.start?.platform ?? 'linux');
  const other: readonly (readonly [string, string])[] = [
    [messages.keys.panes, 'F6'],
    [messages.keys.lists, '↑ ↓'],
    [messages.keys.go, 'Enter'],
    [messages.keys.also, shownKeys('Shift+Alt+1', platform).replace('1', '1–9')],
  ];
  return (
    <Dialog title={messages.keys.title} size="large" onCancel={() => workspace.dialog(null)}>
      <p className="dialog-hint">{messages.keys.lead}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region has to be reached by keyboard */}
      <section className="keys-sheet" tabIndex={0} aria-label={messages.keys.title}>
        {listedMenus(workspace).map(({ name, groups }) => {
          const commands = groups.flatMap(group => group.commands).filter(command => command.keys !== null);
          if (commands.length === 0) return null;
          return (
            <section key={name} className="keys-menu">
              <h3>{messages.menus[name]}</h3>
              <dl>
                {commands.map(({ id, title, keys }) => (
                  <div key={id} className="keys-row">
                    <dt>{title[locale]}</dt>
                    <dd className="key">{keys && shownKeys(keys, platform)}</dd>
                  </div>
                ))}
              </dl>
            </section>
          );
        })}
        <section className="keys-menu">
          <h3>{messages.keys.other}</h3>
          <dl>
            {other.map(([title, keys]) => (
              <div key={title} className="keys-row">
                <dt>{title}</dt>
                <dd className="key">{keys}</dd>
              </div>
            ))}
          </dl>
        </section>
      </section>
    </Dialog>
  );
}
