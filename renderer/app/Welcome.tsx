import { runCommand } from '../commands/registry';
import { useLocale, useMessages } from '../messages/useMessages';
import { UnsavedWork } from '../recovery/UnsavedWork';
import { Icon } from './Icon';
import { openRequested } from './openFlow';
import { useWorkspace, useWorkspaceValue } from './useWorkspace';
import './welcome.css';

/** What the window shows while no document is open. */
export function Welcome() {
  const workspace = useWorkspace();
  const messages = useMessages();
  const busy = useWorkspaceValue(state => state.activity === 'opening');
  return (
    <main className="welcome">
      <div className="welcome-page">
        <h1 className="welcome-name" lang="zh-CN">
          勘误 <span lang="en">Kanwu</span>
        </h1>
        <p className="welcome-sentence">{messages.welcome.sentence}</p>
        <div className="welcome-actions">
          <button
            type="button"
            className="button button-primary"
            disabled={busy}
            onClick={() => runCommand(workspace, 'file.open')}
          >
            {busy ? messages.status.opening : messages.welcome.open}
          </button>
          <button
            type="button"
            className="button"
            disabled={busy}
            onClick={() => runCommand(workspace, 'file.sample')}
          >
            {messages.welcome.sample}
          </button>
        </div>
        <p className="welcome-drop">
          <Icon name="drop" />
          {messages.welcome.drop}
        </p>
        <UnsavedWork />
        <Recents />
      </div>
    </main>
  );
}

function Recents() {
  const workspace = useWorkspace();
  const messages = useMessages();
  const locale = useLocale();
  const recents = useWorkspaceValue(state => state.recents);
  const date = new Intl.DateTimeFormat(locale === 'zh' ? 'zh-CN' : 'en', { dateStyle: 'medium' });
  const replace = (reply: Promise<typeof recents>) =>
    reply.then(list => workspace.update({ recents: list })).catch(workspace.unexpected);
  return (
    <section className="recents" aria-labelledby="recents-title">
      <div className="recents-head">
        <h2 id="recents-title">{messages.welcome.recents}</h2>
        {recents.length > 0 && (
          <button
            type="button"
            className="button button-quiet button-small"
            onClick={() => replace(workspace.kanwu.clearRecents(null))}
          >
            {messages.welcome.clearRecents}
          </button>
        )}
      </div>
      {recents.length === 0 && <p className="recents-none">{messages.welcome.noRecents}</p>}
      <ul>
        {recents.map(({ id, name, folder, openedAt }) => (
          <li key={id} className="recent">
            <button
              type="button"
              className="recent-open"
              title={`${folder}/${name}`}
              onClick={() => openRequested(workspace, { from: 'recent', id })}
            >
              <Icon name="file" />
              <span className="recent-name truncate">{name}</span>
              <span className="recent-folder truncate">{folder}</span>
              <time className="recent-date" dateTime={openedAt}>
                {date.format(new Date(openedAt))}
              </time>
            </button>
            <button
              type="button"
              className="button button-icon recent-remove"
              aria-label={messages.welcome.removeRecent(name)}
              title={messages.welcome.removeRecent(name)}
              onClick={() => replace(workspace.kanwu.removeRecent({ id }))}
            >
              <Icon name="close" />
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
