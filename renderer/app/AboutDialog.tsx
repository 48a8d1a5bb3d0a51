import { useMessages } from '../messages/useMessages';
import { Dialog } from './Dialog';
import { useWorkspace, useWorkspaceValue } from './useWorkspace';

/** Name, version and licence. */
export function AboutDialog() {
  const workspace = useWorkspace();
  const messages = useMessages();
  const version = useWorkspaceValue(state => state.start?.version ?? '');
  const close = () => workspace.dialog(null);
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
    </Dialog>
  );
}
