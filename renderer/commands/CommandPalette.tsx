import { useId, useMemo, useState } from 'react';
import { Dialog } from '../app/Dialog';
import { useWorkspace, useWorkspaceValue } from '../app/useWorkspace';
import { useLocale, useMessages } from '../messages/useMessages';
import { shownKeys } from './keys';
import { allCommands } from './menuItems';
import './palette.css';
import { isEnabled, type ListedCommand, runCommand } from './registry';

/** Every command by name: type part of it in Chinese or English, choose with the arrow keys, run with Enter. */
export function CommandPalette() {
  const workspace = useWorkspace();
  const messages = useMessages();
  const locale = useLocale();
  const platform = useWorkspaceValue(state => state.start?.platform ?? 'linux');
  const [words, setWords] = useState('');
  const [active, setActive] = useState(0);
  const listId = useId();
  const commands = useMemo(() => allCommands(workspace), [workspace]);
  const found = commands.filter(command => matches(command, words));
  const close = () => workspace.dialog(null);

  const run = (command: ListedCommand | undefined) => {
    if (!command || !isEnabled(workspace, command.id)) return;
    close();
    // After the focus is back where it was: many commands are about what has it.
    setTimeout(() => runCommand(workspace, command.id), 0);
  };
  const move = (to: number) => {
    const index = (to + found.length) % Math.max(1, found.length);
    setActive(index);
    document.getElementById(`${listId}-${index}`)?.scrollIntoView({ block: 'nearest' });
  };

  return (
    <Dialog title={messages.palette.title} size="medium" onCancel={close}>
      <input
        className="field palette-field"
        role="combobox"
        aria-expanded="true"
        aria-controls={listId}
        aria-activedescendant={found.length > 0 ? `${listId}-${active}` : undefined}
        aria-autocomplete="list"
        aria-label={messages.palette.filter}
        placeholder={messages.palette.filter}
        data-autofocus
        value={words}
        onChange={event => {
          setWords(event.target.value);
          setActive(0);
        }}
        onKeyDown={event => {
          if (event.nativeEvent.isComposing) return;
          if (event.key === 'ArrowDown') move(active + 1);
          else if (event.key === 'ArrowUp') move(active - 1);
          else if (event.key === 'Enter') run(found[active]);
          else return;
          event.preventDefault();
        }}
      />
      {found.length === 0 && <p className="palette-none">{messages.palette.none}</p>}
      <div
        id={listId}
        className="palette-list"
        role="listbox"
        aria-label={messages.palette.list}
        tabIndex={-1}
      >
        {found.map((command, index) => (
          // biome-ignore lint/a11y/useFocusableInteractive: the field has the focus and names the active row
          // biome-ignore lint/a11y/useKeyWithClickEvents: Enter in the field does the same
          <div
            key={command.id}
            id={`${listId}-${index}`}
            className="palette-row"
            role="option"
            aria-selected={index === active}
            aria-disabled={!isEnabled(workspace, command.id)}
            onClick={() => run(command)}
          >
            <span className="truncate">{command.title[locale]}</span>
            <span className="palette-other truncate">{command.title[locale === 'zh' ? 'en' : 'zh']}</span>
            <span className="key">{command.keys && shownKeys(command.keys, platform)}</span>
          </div>
        ))}
      </div>
    </Dialog>
  );
}

/** Every word typed has to stand in the command's name, in either language. */
export function matches({ id, title }: ListedCommand, words: string): boolean {
  const name = `${title.en} ${title.zh} ${id}`.toLowerCase();
  return words
    .toLowerCase()
    .split(/\s+/)
    .every(word => name.includes(word));
}
