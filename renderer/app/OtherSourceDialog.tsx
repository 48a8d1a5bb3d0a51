import { carryToSource } from '../import/carryFlow';
import { useMessages } from '../messages/useMessages';
import { Dialog } from './Dialog';
import { openRequested } from './openFlow';
import { giveUp, showAnnotated, showUnlessCancelled } from './showFile';
import { useWorkspace } from './useWorkspace';
import type { ShownDialog } from './workspaceState';

/** The annotation file belongs to another text than the source beside it: which of the two is meant? */
export function OtherSourceDialog({
  dialog: { file, reading },
}: {
  readonly dialog: Extract<ShownDialog, { kind: 'otherSource' }>;
}) {
  const workspace = useWorkspace();
  const messages = useMessages();
  return (
    <Dialog
      title={messages.errors.title.open}
      role="alertdialog"
      size="medium"
      onCancel={() => giveUp(workspace, file)}
      actions={
        <>
          <button type="button" className="button" onClick={() => giveUp(workspace, file)}>
            {messages.common.cancel}
          </button>
          <button
            type="button"
            className="button"
            onClick={() => {
              workspace.dialog(null);
              openRequested(workspace, { from: 'withoutAnnotations', documentId: file.documentId }).catch(
                workspace.unexpected,
              );
            }}
          >
            {messages.errors.openSourceOnly}
          </button>
          <button
            type="button"
            className={file.source ? 'button' : 'button button-primary'}
            data-autofocus={file.source ? undefined : true}
            onClick={() => {
              showUnlessCancelled(workspace, file, () => showAnnotated(workspace, file, reading)).catch(
                workspace.unexpected,
              );
            }}
          >
            {messages.errors.openOwnText}
          </button>
          {file.source && (
            <button
              type="button"
              className="button button-primary"
              data-autofocus
              onClick={() => {
                if (file.source)
                  carryToSource(workspace, file, file.source, reading).catch(workspace.unexpected);
              }}
            >
              {messages.exchange.import.carry}
            </button>
          )}
        </>
      }
    >
      <p>{messages.errors.otherSource(file.annotationName, file.name)}</p>
      <p className="dialog-hint">{messages.errors.otherSourceBody}</p>
    </Dialog>
  );
}
