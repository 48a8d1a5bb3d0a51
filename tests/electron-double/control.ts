import { app } from './app';
import { powerMonitor } from './environment';
import { chooseMenuItem, menuItems } from './menu';

/** What a test says a dialog is to be answered with: a path or null (cancelled), a button's index or null. */
export interface PresetAnswer {
  readonly path: string | null;
  readonly button: number | null;
}

/** A dialog that main showed, as tests look at it afterwards. */
export interface ShownDialog {
  readonly kind: 'open' | 'save' | 'message';
  readonly options: unknown;
}

/** Messages of the test that started this process, over Node's channel between parent and child. */
export type ControlRequest =
  | { readonly id: number; readonly do: 'answer'; readonly answer: PresetAnswer }
  | { readonly id: number; readonly do: 'menu'; readonly command: string }
  | { readonly id: number; readonly do: 'menuItems' }
  | { readonly id: number; readonly do: 'closeWindow' }
  | { readonly id: number; readonly do: 'unresponsive' }
  | { readonly id: number; readonly do: 'sleep' }
  | { readonly id: number; readonly do: 'dialogs' };

const controlled = process.send !== undefined;
const answers: PresetAnswer[] = [];
const waiting: ((answer: PresetAnswer) => void)[] = [];
const shown: ShownDialog[] = [];

/**
 * The answer a test gives to a dialog, as soon as it gives it; undefined where no test is in control. `closed` takes the dialog away
 * unanswered, which counts as cancelled.
 */
export function presetAnswer(
  kind: ShownDialog['kind'],
  options: unknown,
  closed?: AbortSignal,
): Promise<PresetAnswer | undefined> {
  if (!controlled) return Promise.resolve(undefined);
  shown.push({ kind, options: JSON.parse(JSON.stringify(options)) });
  const answer = answers.shift();
  if (answer) return Promise.resolve(answer);
  return new Promise(resolve => {
    waiting.push(resolve);
    closed?.addEventListener('abort', () => {
      const at = waiting.indexOf(resolve);
      if (at < 0) return;
      waiting.splice(at, 1);
      resolve({ path: null, button: null });
    });
  });
}

function perform(request: ControlRequest): unknown {
  switch (request.do) {
    case 'answer': {
      const wanting = waiting.shift();
      if (wanting) wanting(request.answer);
      else answers.push(request.answer);
      return null;
    }
    case 'menu':
      chooseMenuItem(request.command);
      return null;
    case 'closeWindow':
      app.closeWindows();
      return null;
    case 'unresponsive':
      app.reportUnresponsive();
      return null;
    case 'sleep':
      powerMonitor.emit('suspend');
      powerMonitor.emit('resume');
      return null;
    case 'menuItems':
      return menuItems().map(({ id, label, enabled, checked }) => ({ id, label, enabled, checked }));
    case 'dialogs':
      return shown;
  }
}

process.on('message', (request: ControlRequest) => {
  try {
    process.send?.({ id: request.id, value: perform(request) });
  } catch (error) {
    process.send?.({ id: request.id, error: error instanceof Error ? error.message : String(error) });
  }
});
// The channel alone must not keep the process alive.
process.channel?.unref();
