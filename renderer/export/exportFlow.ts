import { type ExportFormat, type ExportJob, exportFormatOf } from '../../shared/exports';
import { type Gathered, type GatheredFile, gather } from '../../shared/exports/gather';
import type { ExportChoice } from '../../shared/settings/settings';
import { Cancelled, pause, runInSlices } from '../app/timeSlices';
import type { Workspace } from '../app/workspace';
import { type OpenDocument, shownLocale } from '../app/workspaceState';
import type { Messages } from '../messages/en';
import { stageFiles } from './stageFiles';

export interface ExportRun {
  /** Write text as UTF-8 whatever the source's encoding is. */
  readonly asUtf8?: boolean;
  /** Whether the report is shown at once, and not only offered where something was lost. */
  readonly showReport?: boolean;
  /** Code units and bytes written so far. */
  readonly onProgress?: (written: number) => void;
  readonly signal?: AbortSignal;
}

/**
 * Makes an export and has main write it where the editor says; remembers the choice. Resolves to whether it was
 * written. Without a document, or with a format this version doesn't have, nothing happens.
 */
export async function exportChosen(
  workspace: Workspace,
  choice: ExportChoice,
  run: ExportRun = {},
): Promise<boolean> {
  const { open } = workspace;
  const format = exportFormatOf(choice.format);
  if (!open || !format) return false;
  workspace.update({ activity: 'exporting' });
  try {
    await pause();
    const writing = gather(format, jobOf(workspace, open, choice));
    const gathered = await runInSlices(writing, run.onProgress, run.signal);
    return await handOver(workspace, open, format, choice, gathered, run);
  } catch (error) {
    if (!(error instanceof Cancelled)) workspace.unexpected(error);
    return false;
  } finally {
    if (workspace.getState().activity === 'exporting') workspace.update({ activity: null });
  }
}

async function handOver(
  workspace: Workspace,
  open: OpenDocument,
  format: ExportFormat,
  choice: ExportChoice,
  { files, report }: Gathered,
  { asUtf8 = false, showReport = false, signal }: ExportRun,
): Promise<boolean> {
  const { source } = open.session.document;
  const text = format.ofOriginal ? choice.text : 'corrected';
  const { documentId } = open.file;
  const contents = await stageFiles(workspace.kanwu, files, signal);
  const toWrite = (file: GatheredFile, n: number) => {
    const asSource = file.encoding === 'source' && !asUtf8;
    return {
      extension: file.extension,
      contents: contents[n] ?? '',
      encoding: asSource ? source.encoding : ('utf-8' as const),
      bom: asSource && source.bom,
    };
  };
  const reply = await workspace.kanwu.export({
    documentId,
    suggestedName: suggestedName(source.name, files[0]?.extension ?? '', text),
    formatName: format.name[shownLocale(workspace.getState())],
    files: files.map(toWrite),
  });
  if (reply.kind === 'failed') {
    const { error } = reply;
    const retryAsUtf8 = error.code === 'unencodable' ? choice : null;
    workspace.dialog({ kind: 'error', action: 'export', error, sourceOf: null, retryAsUtf8 });
  }
  if (reply.kind !== 'saved') return false;
  workspace.changeSettings({ lastExport: choice });
  const shown = { kind: 'exportReport', format, report, place: reply.displayPath } as const;
  workspace.lastReport = shown;
  const lost = report.losses.length;
  if (showReport) {
    // The dialog that asked for it goes in a turn of its own: each that opens or closes has all of the window laid out anew.
    workspace.dialog(null);
    await pause();
    workspace.dialog(shown);
  } else if (lost === 0) workspace.notice(messages => messages.notices.exported(reply.displayPath));
  // Said with a way to read more: a dialog after every quick export would be in the way.
  else {
    const say = (messages: Messages) => messages.notices.exportedWithLosses(reply.displayPath, lost);
    workspace.notice(say, 'plain', 'file.exportReport');
  }
  return true;
}

/** The job a choice stands for, of the document as it is now. */
export function jobOf(workspace: Workspace, open: OpenDocument, choice: ExportChoice): ExportJob {
  const state = workspace.getState();
  return {
    document: open.session.document,
    text: choice.text,
    locale: shownLocale(state),
    generator: `Kanwu ${state.start?.version ?? ''}`.trim(),
    author: state.settings.author,
    now: new Date().toISOString(),
    options: choice.options,
  };
}

/** A format at one stroke: with the options it had last time if it was this one, else with its presets. */
export async function exportQuickly(workspace: Workspace, format: string): Promise<void> {
  const { lastExport } = workspace.getState().settings;
  await exportChosen(
    workspace,
    lastExport?.format === format ? lastExport : { format, text: 'corrected', options: {} },
  );
}

/** The last export once more, of the document as it is now. */
export async function exportAgain(workspace: Workspace): Promise<void> {
  const { lastExport } = workspace.getState().settings;
  if (lastExport) await exportChosen(workspace, lastExport);
}

/** `page.txt` → `page.corrected.txt` or `page.original.txt`: never the source's own name. */
export function suggestedName(
  sourceName: string,
  extension: string,
  text: ExportChoice['text'] = 'corrected',
): string {
  const stem = sourceName.replace(/\.kanwu\.json$/i, '').replace(/\.[^.]+$/, '');
  return `${stem || 'kanwu'}.${text}${extension}`;
}
