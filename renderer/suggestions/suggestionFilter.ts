import type { Settings } from '../../shared/settings/settings';
import type { SuggestionFilter } from './openSuggestions';

/** What of the suggestions is shown, by the settings. */
export function suggestionFilter({ minimumSuggestion, unsuggestedTypes }: Settings): SuggestionFilter {
  return { minimum: minimumSuggestion, unsuggested: unsuggestedTypes };
}

/** Whether other suggestions are shown by one than by the other. */
export function suggestionsDiffer(a: Settings, b: Settings): boolean {
  return (
    a.minimumSuggestion !== b.minimumSuggestion ||
    a.unsuggestedTypes.join('\n') !== b.unsuggestedTypes.join('\n')
  );
}
