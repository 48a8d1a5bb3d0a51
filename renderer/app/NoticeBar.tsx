import { commandTitle } from '../commands/keys';
import { runCommand } from '../commands/registry';
import { useLocale, useMessages } from '../messages/useMessages';
import { Icon } from './Icon';
import './notices.css';
import { useWorkspace, useWorkspaceValue } from './useWorkspace';
import type { Notice } from './workspaceState';

/**
 * Sentences about what happened: those that stay in a bar above the panes, those that pass over the window, where
 * they move nothing. The region is always there, so that screen readers announce what comes into it.
 */
export function NoticeBar() {
  const messages = useMessages();
  const notices = useWorkspaceValue(state => state.notices);
  const passing = notices.filter(notice => notice.passing);
  return (
    <div className="notices" role="status" aria-label={messages.notices.label}>
      {notices.map(notice => !notice.passing && <NoticeLine key={notice.id} notice={notice} />)}
      {passing.length > 0 && (
        <div className="notices-passing">
          {passing.map(notice => (
            <NoticeLine key={notice.id} notice={notice} />
          ))}
        </div>
      )}
    </div>
  );
}

function NoticeLine({ notice: { id, tone, message, command } }: { readonly notice: Notice }) {
  const workspace = useWorkspace();
  const messages = useMessages();
  const locale = useLocale();
  return (
    <div className="notice" data-tone={tone}>
      {tone === 'warning' && <Icon name="warning" />}
      <p>{message[locale]}</p>
      {command !== null && (
        <button
          type="button"
          className="button button-small"
          onMouseDown={event => event.preventDefault()}
          onClick={() => runCommand(workspace, command)}
        >
          {commandTitle(command, locale)}
        </button>
      )}
      <button
        type="button"
        className="button button-icon button-small"
        aria-label={messages.notices.dismiss}
        title={messages.notices.dismiss}
        onMouseDown={event => event.preventDefault()}
        onClick={() => workspace.dismissNotice(id)}
      >
        <Icon name="close" />
      </button>
    </div>
  );
}
