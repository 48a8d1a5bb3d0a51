import { existsSync, readdirSync, statSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { app } from './app';
import type { BrowserWindow } from './browserWindow';
import { presetAnswer } from './control';
import type { DialogAnswer, DialogSpec } from './dialogSpec';

const LABELS = { open: 'Open', save: 'Save', cancel: 'Cancel', name: 'File name' };
const CHINESE_LABELS = { open: '打开', save: '保存', cancel: '取消', name: '文件名' };
/** The desktop's own dialogs speak the desktop's language. */
const chinese = app.getLocale().startsWith('zh');
const labels = chinese ? CHINESE_LABELS : LABELS;

/** Where the last file was chosen; at first where the program was started. */
let lastFolder = process.cwd();

/** Main's dialogs: answered by the test that controls the process, else drawn over the page. */
export const dialog = {
  async showOpenDialog(window: BrowserWindow, options: Electron.OpenDialogOptions) {
    const preset = await presetAnswer('open', options);
    const path = preset === undefined ? await chooseFile(window, 'open', options) : preset.path;
    return { canceled: path === null, filePaths: path === null ? [] : [path] };
  },

  async showSaveDialog(window: BrowserWindow, options: Electron.SaveDialogOptions) {
    const preset = await presetAnswer('save', options);
    const path = preset === undefined ? await chooseFile(window, 'save', options) : preset.path;
    return { canceled: path === null, filePath: path ?? '' };
  },

  async showMessageBox(window: BrowserWindow, options: Electron.MessageBoxOptions) {
    const preset = await presetAnswer('message', options, options.signal);
    const response =
      preset === undefined
        ? await chooseButton(window, options.message, options.detail ?? '', options.buttons ?? ['OK'])
        : preset.button;
    return { response: response ?? options.cancelId ?? 0, checkboxChecked: false };
  },

  showErrorBox(title: string, content: string): void {
    console.error(`${title}\n${content}`);
  },
};

async function chooseButton(
  window: BrowserWindow,
  title: string,
  detail: string,
  buttons: readonly string[],
): Promise<number | null> {
  const answer = await window.showDialog({ kind: 'message', title, detail, buttons });
  return answer.kind === 'button' ? answer.index : null;
}

async function chooseFile(
  window: BrowserWindow,
  kind: 'open' | 'save',
  options: { title?: string; defaultPath?: string },
): Promise<string | null> {
  let folder = options.defaultPath ? dirname(options.defaultPath) : lastFolder;
  const name = options.defaultPath ? basename(options.defaultPath) : '';
  for (;;) {
    const spec: DialogSpec = {
      kind,
      title: options.title ?? '',
      folder,
      entries: entriesOf(folder),
      name,
      labels: { choose: labels[kind], cancel: labels.cancel, name: labels.name },
    };
    const answer: DialogAnswer = await window.showDialog(spec);
    if (answer.kind === 'cancel' || answer.kind === 'button') return null;
    const path = resolve(answer.folder, answer.name);
    if (existsSync(path) && statSync(path).isDirectory()) {
      folder = path;
      continue;
    }
    lastFolder = folder;
    if (kind === 'open' || !existsSync(path)) return path;
    const replace = await chooseButton(
      window,
      chinese ? `“${basename(path)}”已存在。是否替换？` : `“${basename(path)}” is already there. Replace it?`,
      '',
      [chinese ? '替换' : 'Replace', labels.cancel],
    );
    if (replace === 0) return path;
  }
}

function entriesOf(folder: string): { name: string; folder: boolean }[] {
  const entries = readdirSync(folder, { withFileTypes: true })
    .filter(entry => !entry.name.startsWith('.'))
    .map(entry => ({ name: entry.name, folder: entry.isDirectory() }))
    .sort((a, b) => Number(b.folder) - Number(a.folder) || a.name.localeCompare(b.name, 'zh'));
  return [{ name: '..', folder: true }, ...entries];
}
