import { useRef } from 'react';
import { reportText, writtenSummary } from '../../shared/exports/reportText';
import { Dialog } from '../app/Dialog';
import { useWorkspace } from '../app/useWorkspace';
import type { OpenDocument, ShownDialog } from '../app/workspaceState';
import { useLocale, useMessages } from '../messages/useMessages';
import './export.css';
import { suggestedName } from './exportFlow';
import { PlaceList } from './PlaceList';

interface ExportReportDialogProps {
  readonly open: OpenDocument;
  readonly dialog: Extract<ShownDialog, { kind: 'exportReport' }>;
}

/** What was written, and what the format could not hold, with its places. */
export function ExportReportDialog({ open, dialog: { format, report, place } }: ExportReportDialogProps) {
  const workspace = useWorkspace();
  const { exchange, common } = useMessages();
  const words = exchange.export;
  const locale = useLocale();
  const body = useRef<HTMLDivElement>(null);
  const close = () => workspace.dialog(null);
  const text = () => `${reportText(format, report, place, locale).join('\n')}\n`;

  const copy = async () => {
    // Selected, so that the command has something to copy and the editor sees what; the text is the report's own.
    if (body.current) window.getSelection()?.selectAllChildren(body.current);
    const onCopy = (event: ClipboardEvent) => {
      event.clipboardData?.setData('text/plain', text());
      event.preventDefault();
    };
    document.addEventListener('copy', onCopy, { once: true, capture: true });
    await workspace.kanwu.clipboard({ action: 'copy' });
  };
  const save = async () => {
    const reply = await workspace.kanwu.export({
      documentId: open.file.documentId,
      suggestedName: suggestedName(open.session.document.source.name, '.report.txt'),
      formatName: words.reportFormat,
      files: [{ extension: '.txt', contents: text(), encoding: 'utf-8', bom: false }],
    });
    if (reply.kind === 'failed') {
      workspace.dialog({ kind: 'error', action: 'export', error: reply.error, sourceOf: null });
    }
  };

  return (
    <Dialog
      title={words.reportTitle}
      size="medium"
      onCancel={close}
      actions={
        <>
          <button type="button" className="button" onClick={() => copy().catch(workspace.unexpected)}>
            {words.copy}
          </button>
          <button type="button" className="button" onClick={() => save().catch(workspace.unexpected)}>
            {words.saveReport}
          </button>
          <button type="button" className="button button-primary" data-autofocus onClick={close}>
            {common.close}
          </button>
        </>
      }
    >
      <div className="export-report" ref={body}>
        <p>{words.reportPlace(format.name[locale], place)}</p>
        <p className="number">{writtenSummary(report, locale)}</p>
        {report.losses.length === 0 ? (
          <p className="export-fine">{words.nothingLost}</p>
        ) : (
          <>
            <h3 className="export-heading">{words.lost}</h3>
            {report.losses.map(({ what, count, examples }) => (
              <details key={what.en} className="check-item" open={report.losses.length === 1}>
                <summary>
                  <span className="number">{common.number(count)}</span> × {what[locale]}
                </summary>
                <PlaceList places={examples} count={count} />
              </details>
            ))}
          </>
        )}
      </div>
    </Dialog>
  );
}
