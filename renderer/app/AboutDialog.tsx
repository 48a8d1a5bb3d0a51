import { useState } from 'react';
import { useMessages } from '../messages/useMessages';
import { Dialog } from './Dialog';
import { useWorkspace, useWorkspaceValue } from './useWorkspace';

/** Name, version and licence, and the name an editor signs decisions with. */
export function AboutDialog() {
  const workspace = useWorkspace();
  const messages = useMessages();
  const version = useWorkspaceValue(state => state.start?.version ?? '');
  const kept = useWorkspaceValue(state => state.settings.author);
  const [author, setAuthor] = useState(kept);
  const close = () => {
    if (author.trim() !== kept) workspace.changeSettings({ author: author.trim() });
    workspace.dialog(null);
  };
  return (
    <Dialog
      title={messages.about.title}
      onCancel={close}
      actions={
        <button type="button" className="button button-primary" data-autofocus onClick={close}>
          {messages.common.ok}
        </button>
      }
    >
      <p>{messages.about.version(version)}</p>
      <p>{messages.about.licence}</p>
      <p>{messages.about.words}</p>
      <label className="labelled">
        <span>{messages.about.author}</span>
        <input
          className="field"
          value={author}
          maxLength={200}
          placeholder={messages.about.authorHint}
          onChange={event => setAuthor(event.target.value)}
        />
      </label>
    </Dialog>
  );
}
