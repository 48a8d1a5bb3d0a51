import { EventEmitter } from 'node:events';

type ThemeSource = Electron.NativeTheme['themeSource'];

/** Light or dark, as main asks for it; windows follow. */
class DoubleNativeTheme
  extends EventEmitter
  implements Pick<Electron.NativeTheme, 'themeSource' | 'shouldUseDarkColors'>
{
  #source: ThemeSource = 'system';

  get themeSource(): ThemeSource {
    return this.#source;
  }

  set themeSource(source: ThemeSource) {
    // Every change of the settings sets it anew; windows would lose what a test emulates.
    if (source === this.#source) return;
    this.#source = source;
    this.emit('updated');
  }

  get shouldUseDarkColors(): boolean {
    return this.#source === 'dark';
  }
}

export const nativeTheme = new DoubleNativeTheme();

/** Never sleeps by itself. */
export const powerMonitor = new EventEmitter();

const WORK_AREA = { x: 0, y: 0, width: 1920, height: 1080 };

export const screen = {
  getAllDisplays: () => [{ workArea: WORK_AREA }],
};

/** Whether Chromium runs without a window on any screen. */
export const headless =
  process.env['KANWU_HEADLESS'] === '1' ||
  (process.platform === 'linux' && !process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY']);
