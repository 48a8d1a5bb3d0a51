import { editionOf } from '../../shared/editions';
import type { ExportRequest } from '../../shared/ipc/contract';
import { pause } from './timeSlices';
import type { Workspace } from './workspace';
import { shownLocale } from './workspaceState';

/** Makes an edition and has main write it where the editor says. `asUtf8` whatever the source's encoding is. */
export async function exportEdition(
  workspace: Workspace,
  format: ExportRequest['format'],
  asUtf8 = false,
): Promise<void> {
  const { open } = workspace;
  const edition = editionOf(format);
  if (!open || !edition) return;
  workspace.update({ activity: 'exporting' });
  try {
    await pause();
    const { document } = open.session;
    const generator = `Kanwu ${workspace.getState().start?.version ?? ''}`.trim();
    const text = edition.write(document, { locale: shownLocale(workspace.getState()), generator });
    const asSource = edition.encoding === 'source' && !asUtf8;
    const reply = await workspace.kanwu.export({
      documentId: open.file.documentId,
      suggestedName: suggestedName(document.source.name, edition.extension),
      format,
      text,
      encoding: asSource ? document.source.encoding : 'utf-8',
      bom: asSource && document.source.bom,
    });
    if (reply.kind === 'saved') workspace.notice(messages => messages.notices.exported(reply.displayPath));
    if (reply.kind === 'failed') {
      const { error } = reply;
      const retry = error.code === 'unencodable' ? format : null;
      workspace.dialog({ kind: 'error', action: 'export', error, sourceOf: null, retryAsUtf8: retry });
    }
  } catch (error) {
    workspace.unexpected(error);
  } finally {
    if (workspace.getState().activity === 'exporting') workspace.update({ activity: null });
  }
}

/** `page.txt` → `page.corrected.txt`: never the source's own name. */
export function suggestedName(sourceName: string, extension: string): string {
  const stem = sourceName.replace(/\.kanwu\.json$/i, '').replace(/\.[^.]+$/, '');
  return `${stem || 'kanwu'}.corrected${extension}`;
}
