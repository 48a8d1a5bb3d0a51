import type { Workspace } from '../app/workspace';
import type { FindingsStore } from '../findings/findingsStore';
import type { SuggestionsStore } from './suggestionsStore';

/**
 * Begins with suggestions once the detectors have looked through the text, so that findings are as quick as without;
 * or at once where the editor looks for suggestions. The function returned stops waiting.
 */
export function beginAfterFindings(
  workspace: Workspace,
  findings: FindingsStore,
  suggestions: SuggestionsStore,
): () => void {
  const look = () => {
    const { settings, inspectorTab, suggestionsFailed, detectionFailed } = workspace.getState();
    if (suggestionsFailed) return;
    if (!settings.suggestions) {
      suggestions.end();
      return;
    }
    if (suggestions.hasBegun) return;
    const looking = findings.getState().progress < 1 && !detectionFailed;
    if (looking && inspectorTab !== 'suggestions') return;
    suggestions.begin(workspace.view?.firstVisible() ?? 0);
  };
  const stops = [findings.subscribe(look), workspace.subscribe(look)];
  return () => {
    for (const stop of stops) stop();
  };
}
