import { useEffect, useRef, useState } from 'react';
import { Dialog } from '../app/Dialog';
import { useWorkspace } from '../app/useWorkspace';
import { useMessages } from '../messages/useMessages';
import './diagnostics.css';
import { documentFigures } from './documentFigures';

/** What helps to find a fault, to be read before it is copied. */
export function DiagnosticsDialog() {
  const workspace = useWorkspace();
  const messages = useMessages();
  const field = useRef<HTMLTextAreaElement>(null);
  const [text, setText] = useState<string | null>(null);
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    const { settings } = workspace.getState();
    workspace.kanwu
      .diagnostics(null)
      .then(reply => setText(`${documentFigures(workspace.open, settings)}\n${reply.text}`))
      .catch(workspace.unexpected);
  }, [workspace]);
  const copy = () => {
    field.current?.focus();
    field.current?.select();
    workspace.kanwu
      .clipboard({ action: 'copy' })
      .then(() => setCopied(true))
      .catch(workspace.unexpected);
  };
  const close = () => workspace.dialog(null);
  return (
    <Dialog
      title={messages.diagnostics.title}
      size="medium"
      onCancel={close}
      actions={
        <>
          <span className="diagnostics-copied" role="status">
            {copied && messages.diagnostics.copied}
          </span>
          <button type="button" className="button" onClick={close}>
            {messages.common.close}
          </button>
          <button
            type="button"
            className="button button-primary"
            data-autofocus
            disabled={text === null}
            onClick={copy}
          >
            {messages.diagnostics.copy}
          </button>
        </>
      }
    >
      <p>{messages.diagnostics.lead}</p>
      <textarea
        ref={field}
        className="diagnostics-text"
        aria-label={messages.diagnostics.title}
        readOnly
        spellCheck={false}
        value={text ?? messages.common.loading}
      />
    </Dialog>
  );
}
