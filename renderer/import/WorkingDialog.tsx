import { Dialog } from '../app/Dialog';
import type { ShownDialog } from '../app/workspaceState';
import { useMessages } from '../messages/useMessages';
import './import.css';

/** How far long work is, and a way out of it. */
export function WorkingDialog({ dialog }: { readonly dialog: Extract<ShownDialog, { kind: 'working' }> }) {
  const { exchange, common } = useMessages();
  const { what, share, cancel } = dialog;
  const title = exchange.import.working[what];
  return (
    <Dialog
      title={title}
      role="alertdialog"
      onCancel={cancel}
      actions={
        <button type="button" className="button" data-autofocus onClick={cancel}>
          {common.cancel}
        </button>
      }
    >
      <progress className="working-bar" max={1} value={share} aria-label={title} />
    </Dialog>
  );
}
