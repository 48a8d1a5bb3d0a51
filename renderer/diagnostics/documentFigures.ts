import type { Settings } from '../../shared/settings/settings';
import type { OpenDocument } from '../app/workspaceState';

/** Sizes of the open document and the settings, for diagnostics: numbers and choices, no word of text, no name. */
export function documentFigures(open: OpenDocument | null, { author: _, ...settings }: Settings): string {
  return [documentLine(open), `settings: ${JSON.stringify(settings)}`].join('\n');
}

function documentLine(open: OpenDocument | null): string {
  if (!open) return 'no document open';
  const { document, history, edited } = open.session.getState();
  const { source, blocks } = document;
  return [
    `document: ${source.text.length} units of ${source.encoding}`,
    `${blocks.length} blocks`,
    `${document.entities.size} entities`,
    `${document.decisions.size} decisions`,
    `${history.done.length} steps to undo`,
    edited ? 'not saved' : 'saved',
  ].join(', ');
}
