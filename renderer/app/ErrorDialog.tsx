import { exportChosen } from '../export/exportFlow';
import { useLocale, useMessages } from '../messages/useMessages';
import { Dialog } from './Dialog';
import { openRequested } from './openFlow';
import { save } from './saveFlow';
import { giveUp } from './showFile';
import { useWorkspace } from './useWorkspace';
import type { ShownDialog } from './workspaceState';

/** What went wrong with a file, what to do about it, and a button for doing it where Kanwu can. */
export function ErrorDialog({ dialog }: { readonly dialog: Extract<ShownDialog, { kind: 'error' }> }) {
  const workspace = useWorkspace();
  const messages = useMessages();
  const locale = useLocale();
  const { action, error, sourceOf, retryAsUtf8 } = dialog;

  const close = () => (sourceOf ? giveUp(workspace, sourceOf) : workspace.dialog(null));
  const wayOut = otherWay();

  function otherWay(): { readonly label: string; readonly run: () => Promise<unknown> } | null {
    if (sourceOf) {
      return {
        label: messages.errors.withoutAnnotations,
        run: () => openRequested(workspace, { from: 'withoutAnnotations', documentId: sourceOf.documentId }),
      };
    }
    if (action === 'save') return { label: messages.errors.saveAs, run: () => save(workspace, true) };
    if (retryAsUtf8) {
      return {
        label: messages.errors.asUtf8,
        run: () => exportChosen(workspace, retryAsUtf8, { asUtf8: true }),
      };
    }
    return null;
  }

  return (
    <Dialog
      title={messages.errors.title[action]}
      role="alertdialog"
      onCancel={close}
      actions={
        <>
          <button
            type="button"
            className={wayOut ? 'button' : 'button button-primary'}
            data-autofocus={wayOut ? undefined : true}
            onClick={close}
          >
            {messages.common.close}
          </button>
          {wayOut && (
            <button
              type="button"
              className="button button-primary"
              data-autofocus
              onClick={() => {
                workspace.dialog(null);
                wayOut.run().catch(workspace.unexpected);
              }}
            >
              {wayOut.label}
            </button>
          )}
        </>
      }
    >
      <p>{error.message[locale]}</p>
      <p className="dialog-hint">{error.hint[locale]}</p>
    </Dialog>
  );
}
