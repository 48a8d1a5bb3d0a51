import { CommandMenu } from '../commands/CommandMenu';
import { commandKeys, commandTitle, shownKeys } from '../commands/keys';
import { bindingOf, isChecked, isEnabled, runCommand } from '../commands/registry';
import { useDocumentVersion } from '../commands/useCommands';
import { useLocale, useMessages } from '../messages/useMessages';
import { Icon, type IconName } from './Icon';
import { useToolbarFocus } from './useToolbarFocus';
import { useWorkspace, useWorkspaceValue } from './useWorkspace';

/** The row of tools. One stop for Tab; arrow keys move within it. */
export function Toolbar() {
  const messages = useMessages();
  const open = useWorkspaceValue(state => state.open);
  const { ref, onKeyDown, onFocus } = useToolbarFocus();
  return (
    <header className="toolbar-row">
      <div
        className="toolbar"
        role="toolbar"
        aria-label={messages.toolbar.label}
        data-pane="toolbar"
        ref={ref}
        onKeyDown={onKeyDown}
        onFocus={onFocus}
      >
        <CommandMenu />
        <Tool id="file.open" icon="open" />
        {open && (
          <>
            <Tool id="file.save" icon="save" />
            <span className="toolbar-gap" />
            <Tool id="edit.undo" icon="undo" />
            <Tool id="edit.redo" icon="redo" />
            <span className="toolbar-gap" />
            <Tool id="review.previous" icon="up" />
            <Tool id="review.next" icon="down" />
            <Tool id="review.acceptAll" />
          </>
        )}
        {open ? (
          <h1 className="toolbar-title truncate" title={open.file.displayPath}>
            {open.file.name}
          </h1>
        ) : (
          <span className="toolbar-title" />
        )}
        <Tool id="view.palette" icon="command" />
        {open && (
          <>
            <Tool id="view.outline" icon="outline" />
            <Tool id="view.inspector" icon="inspector" />
          </>
        )}
      </div>
    </header>
  );
}

/** A command of the catalogue as a button: an icon with its name as tooltip, or without icon its name. */
function Tool({ id, icon }: { readonly id: string; readonly icon?: IconName }) {
  const workspace = useWorkspace();
  const label = commandTitle(id, useLocale());
  const platform = useWorkspaceValue(state => state.start?.platform ?? 'linux');
  const keys = commandKeys(id);
  useDocumentVersion();
  const checked = bindingOf(workspace, id)?.checked ? isChecked(workspace, id) : undefined;
  const title = keys ? `${label} (${shownKeys(keys, platform)})` : label;
  return (
    <button
      type="button"
      className={icon ? 'button button-icon' : 'button button-quiet'}
      aria-label={icon ? label : undefined}
      aria-pressed={checked}
      title={title}
      // Stays focusable, so that the keyboard does not lose its place when a command is not possible now.
      aria-disabled={!isEnabled(workspace, id)}
      tabIndex={-1}
      data-command={id}
      onMouseDown={event => event.preventDefault()}
      onClick={() => runCommand(workspace, id)}
    >
      {icon ? <Icon name={icon} /> : label}
    </button>
  );
}
