import { closeDocument, openRequested } from '../app/openFlow';
import { save } from '../app/saveFlow';
import { exportAgain, exportQuickly } from '../export/exportFlow';
import { chooseImport } from '../import/importFlow';
import { loadGazetteer } from '../suggestions/gazetteerActions';
import { always, type CommandBindings, withDocument } from './commandBinding';

export const FILE_COMMANDS: CommandBindings = {
  'file.open': { enabled: always, run: workspace => openRequested(workspace, { from: 'dialog' }) },
  'file.sample': { enabled: always, run: workspace => openRequested(workspace, { from: 'sample' }) },
  'file.save': {
    enabled: withDocument,
    run: async workspace => {
      await save(workspace, false);
    },
  },
  'file.saveAs': {
    enabled: withDocument,
    run: async workspace => {
      await save(workspace, true);
    },
  },
  'file.export': { enabled: withDocument, run: workspace => workspace.dialog({ kind: 'export' }) },
  'file.exportAgain': {
    enabled: workspace => workspace.open !== null && workspace.getState().settings.lastExport !== null,
    run: exportAgain,
  },
  'file.exportReport': {
    enabled: ({ lastReport }) => lastReport !== null,
    run: workspace => workspace.dialog(workspace.lastReport),
  },
  'file.exportText': { enabled: withDocument, run: workspace => exportQuickly(workspace, 'txt') },
  'file.exportMarkdown': { enabled: withDocument, run: workspace => exportQuickly(workspace, 'md') },
  'file.exportHtml': { enabled: withDocument, run: workspace => exportQuickly(workspace, 'html') },
  'file.import': { enabled: always, run: chooseImport },
  'file.revert': {
    enabled: ({ open }) => open?.session.getState().edited === true,
    run: ({ open }) => open?.session.revertToSaved(),
  },
  'file.earlier': {
    enabled: ({ open }) => open != null && open.annotationName !== null,
    run: workspace => workspace.dialog({ kind: 'earlierVersions' }),
  },
  'file.encoding': {
    // The annotation file's own text has no bytes to read again.
    enabled: ({ open }) => open?.file.source != null,
    run: workspace => workspace.dialog({ kind: 'encoding' }),
  },
  'file.gazetteer': {
    enabled: always,
    run: async workspace => {
      await loadGazetteer(workspace);
    },
  },
  'file.close': { enabled: withDocument, run: closeDocument },
  'file.quit': {
    enabled: always,
    run: async workspace => {
      await workspace.kanwu.quit(null);
    },
  },
};
