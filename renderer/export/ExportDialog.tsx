import { useRef, useState } from 'react';
import { EXPORT_FORMATS, type ExportFormat, exportFormatOf } from '../../shared/exports';
import type { ExportChoice } from '../../shared/settings/settings';
import { Dialog } from '../app/Dialog';
import { useWorkspace, useWorkspaceValue } from '../app/useWorkspace';
import type { OpenDocument } from '../app/workspaceState';
import { useMessages } from '../messages/useMessages';
import { EditionCheckList } from './EditionCheckList';
import { ExportFormatList } from './ExportFormatList';
import { ExportOptions } from './ExportOptions';
import { ExportPreview } from './ExportPreview';
import { exportChosen } from './exportFlow';
import './export.css';
import { shownSize } from './shownSize';

/** Which format, with which options; what it will look like, and what is not settled yet. */
export function ExportDialog({ open }: { readonly open: OpenDocument }) {
  const workspace = useWorkspace();
  const { exchange, common } = useMessages();
  const words = exchange.export;
  const last = useWorkspaceValue(state => state.settings.lastExport);
  const [choice, setChoice] = useState<ExportChoice>(() => firstChoice(last));
  /** Code units written so far; null while nothing is being written. */
  const [written, setWritten] = useState<number | null>(null);
  const running = useRef<AbortController | null>(null);
  const format = exportFormatOf(choice.format);
  if (!format) return null;

  const chooseFormat = ({ id, ofOriginal }: ExportFormat) =>
    setChoice({
      format: id,
      text: ofOriginal ? choice.text : 'corrected',
      options: last?.format === id ? last.options : {},
    });
  const cancel = () => {
    if (running.current) running.current.abort();
    else workspace.dialog(null);
  };
  const run = async () => {
    running.current = new AbortController();
    setWritten(0);
    const { signal } = running.current;
    const done = await exportChosen(workspace, choice, { showReport: true, onProgress: setWritten, signal });
    running.current = null;
    // Another dialog has come up where it was written or failed.
    if (!done) setWritten(null);
  };

  return (
    <Dialog
      title={words.title}
      size="wide"
      onCancel={cancel}
      actions={
        <>
          {written !== null && (
            <p className="export-progress number" role="status">
              {written === 0 ? words.starting : words.writing(shownSize(written))}
            </p>
          )}
          <button type="button" className="button" onClick={cancel}>
            {common.cancel}
          </button>
          <button
            type="button"
            className="button button-primary"
            disabled={written !== null}
            onClick={() => run().catch(workspace.unexpected)}
          >
            {words.write}
          </button>
        </>
      }
    >
      <div className="export">
        <ExportFormatList chosen={format.id} onChoose={chooseFormat} disabled={written !== null} />
        <div className="export-middle">
          <ExportOptions format={format} choice={choice} onChoose={setChoice} disabled={written !== null} />
          <ExportPreview open={open} format={format} choice={choice} />
        </div>
        <EditionCheckList open={open} />
      </div>
    </Dialog>
  );
}

function firstChoice(last: ExportChoice | null): ExportChoice {
  if (last && exportFormatOf(last.format)) return last;
  return { format: EXPORT_FORMATS[0]?.id ?? '', text: 'corrected', options: {} };
}
