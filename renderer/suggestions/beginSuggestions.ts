import type { Workspace } from '../app/workspace';
import type { FindingsStore } from '../findings/findingsStore';
import type { SuggestionsStore } from './suggestionsStore';

/** Milliseconds after which suggesting begins in a window that is never idle. */
const LONGEST_WAIT = 1000;

/**
 * Begins with suggestions once the detectors have looked through the text and the window has shown what they found, so that
 * findings are as quick as without; or at once where the editor looks for suggestions. The function returned stops waiting.
 */
export function beginAfterFindings(
  workspace: Workspace,
  findings: FindingsStore,
  suggestions: SuggestionsStore,
): () => void {
  let stopWaiting = () => {};
  const begin = () => {
    if (!suggestions.hasBegun) suggestions.begin(workspace.view?.firstVisible() ?? 0);
  };
  const look = () => {
    stopWaiting();
    const { settings, inspectorTab, suggestionsFailed, detectionFailed } = workspace.getState();
    if (suggestionsFailed) return;
    if (!settings.suggestions) {
      suggestions.end();
      return;
    }
    if (suggestions.hasBegun) return;
    if (inspectorTab === 'suggestions') begin();
    else if (findings.getState().progress === 1 || detectionFailed) {
      stopWaiting = whenIdle(begin);
    }
  };
  const stops = [findings.subscribe(look), workspace.subscribe(look)];
  return () => {
    stopWaiting();
    for (const stop of stops) stop();
  };
}

function whenIdle(work: () => void): () => void {
  const asked = requestIdleCallback(work, { timeout: LONGEST_WAIT });
  return () => cancelIdleCallback(asked);
}
