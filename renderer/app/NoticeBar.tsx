import { useLocale, useMessages } from '../messages/useMessages';
import { Icon } from './Icon';
import { useWorkspace, useWorkspaceValue } from './useWorkspace';

/** Sentences about what happened. The region is always there, so that screen readers announce what comes into it. */
export function NoticeBar() {
  const workspace = useWorkspace();
  const messages = useMessages();
  const locale = useLocale();
  const notices = useWorkspaceValue(state => state.notices);
  return (
    <div className="notices" role="status" aria-label={messages.notices.label}>
      {notices.map(({ id, tone, message }) => (
        <div key={id} className="notice" data-tone={tone}>
          {tone === 'warning' && <Icon name="warning" />}
          <p>{message[locale]}</p>
          <button
            type="button"
            className="button button-icon button-small"
            aria-label={messages.notices.dismiss}
            title={messages.notices.dismiss}
            onClick={() => workspace.dismissNotice(id)}
          >
            <Icon name="close" />
          </button>
        </div>
      ))}
    </div>
  );
}
