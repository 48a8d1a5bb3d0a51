import type { Settings } from '../../shared/settings/settings';
import type { Workspace } from '../app/workspace';
import { shownLocale } from '../app/workspaceState';
import { shownTheme } from '../theme/theme';
import { always, type CommandBinding, type CommandBindings } from './commandBinding';

const SMALLEST = 12;
const LARGEST = 40;

function toggle(name: 'outlineOpen' | 'inspectorOpen' | 'showSeams' | 'showInvisible'): CommandBinding {
  const value = (workspace: Workspace) => workspace.getState().settings[name];
  return {
    enabled: always,
    checked: value,
    run: workspace => workspace.changeSettings({ [name]: !value(workspace) } satisfies Partial<Settings>),
  };
}

function textSize(by: number): CommandBinding {
  const size = (workspace: Workspace) =>
    Math.max(SMALLEST, Math.min(LARGEST, workspace.getState().settings.fontSize + by));
  return {
    enabled: workspace => size(workspace) !== workspace.getState().settings.fontSize,
    run: workspace => workspace.changeSettings({ fontSize: size(workspace) }),
  };
}

export const VIEW_COMMANDS: CommandBindings = {
  'view.outline': toggle('outlineOpen'),
  'view.inspector': toggle('inspectorOpen'),
  'view.seams': toggle('showSeams'),
  'view.invisible': toggle('showInvisible'),
  'view.larger': textSize(1),
  'view.smaller': textSize(-1),
  'view.theme': {
    enabled: always,
    run: workspace => {
      const dark = shownTheme(workspace.getState().settings.theme) === 'dark';
      workspace.changeSettings({ theme: dark ? 'light' : 'dark' });
    },
  },
  'view.language': {
    enabled: always,
    run: workspace =>
      workspace.changeSettings({ locale: shownLocale(workspace.getState()) === 'zh' ? 'en' : 'zh' }),
  },
  'view.palette': { enabled: always, run: workspace => workspace.dialog({ kind: 'palette' }) },
  'app.settings': { enabled: always, run: workspace => workspace.dialog({ kind: 'settings' }) },
  'help.keys': { enabled: always, run: workspace => workspace.dialog({ kind: 'keys' }) },
  'help.diagnostics': { enabled: always, run: workspace => workspace.dialog({ kind: 'diagnostics' }) },
  'help.about': { enabled: always, run: workspace => workspace.dialog({ kind: 'about' }) },
};
