import { useState } from 'react';
import type { Comparison } from '../../shared/annotation/compareDocuments';
import { Dialog } from '../app/Dialog';
import { openRequested } from '../app/openFlow';
import { useWorkspace } from '../app/useWorkspace';
import type { OpenDocument, ShownDialog } from '../app/workspaceState';
import { carryToDisk } from '../import/carryFlow';
import { useLocale, useMessages } from '../messages/useMessages';
import { ComparisonView } from './ComparisonView';
import { compareWithDisk } from './compareWithDisk';
import './recovery.css';

interface Props {
  readonly open: OpenDocument;
  readonly dialog: Extract<ShownDialog, { kind: 'filesChanged' }>;
}

/** Another program wrote or removed a file of the document: load it anew, keep what is open, carry the work over to
 * the changed source, or see what differs. */
export function FilesChangedDialog({ open, dialog: { annotations, source } }: Props) {
  const workspace = useWorkspace();
  const { recovery, exchange } = useMessages();
  const words = recovery.changed;
  const locale = useLocale();
  const [comparison, setComparison] = useState<Comparison | string | null>(null);
  const [comparing, setComparing] = useState(false);
  const { documentId } = open.file;
  const gone = annotations !== 'changed' && source !== 'changed';
  const keep = () => {
    workspace.dialog(null);
    workspace.kanwu.keepMine({ documentId }).catch(workspace.unexpected);
  };
  const reload = () => {
    workspace.dialog(null);
    openRequested(workspace, { from: 'reload', documentId }).catch(workspace.unexpected);
  };
  const compare = async () => {
    setComparing(true);
    const compared = await compareWithDisk(workspace, open);
    setComparing(false);
    if (compared.kind === 'compared') setComparison(compared.comparison);
    else if (compared.kind === 'otherSource') setComparison(words.otherSource);
    else setComparison(words.unreadable(compared.error.message[locale]));
  };
  return (
    <Dialog
      title={words.title}
      role="alertdialog"
      size={comparison === null ? 'small' : 'medium'}
      onCancel={keep}
      actions={
        <>
          {annotations === 'changed' && comparison === null && (
            <button
              type="button"
              className="button recovery-compare"
              disabled={comparing}
              onClick={() => compare().catch(workspace.unexpected)}
            >
              {comparing ? words.comparing : words.compare}
            </button>
          )}
          {source === 'changed' && annotations !== 'changed' && (
            <button
              type="button"
              className="button"
              onClick={() => carryToDisk(workspace, open).catch(workspace.unexpected)}
            >
              {exchange.import.carry}
            </button>
          )}
          {!gone && (
            <button type="button" className="button" onClick={reload}>
              {words.reload}
            </button>
          )}
          <button type="button" className="button button-primary" data-autofocus onClick={keep}>
            {words.keep}
          </button>
        </>
      }
    >
      {annotations && (
        <p>{words.annotations[annotations](open.annotationName ?? open.file.annotationName)}</p>
      )}
      {source && <p>{words.source[source](open.file.name)}</p>}
      {comparison === null ? (
        <div className="dialog-hint">
          {annotations === 'changed' && <p>{words.keepHint}</p>}
          {annotations === 'gone' && <p>{words.goneHint}</p>}
          {source !== null && <p>{words.sourceHint}</p>}
          {source === 'changed' && annotations !== 'changed' && <p>{words.carryHint}</p>}
          {!gone && open.session.getState().edited && <p>{words.reloadEdited}</p>}
        </div>
      ) : typeof comparison === 'string' ? (
        <p className="dialog-hint">{comparison}</p>
      ) : (
        <ComparisonView comparison={comparison} />
      )}
    </Dialog>
  );
}
