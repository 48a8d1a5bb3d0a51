import { useSyncExternalStore } from 'react';
import type { SuggestionsState, SuggestionsStore } from './suggestionsStore';

export function useSuggestions(store: SuggestionsStore): SuggestionsState {
  return useSyncExternalStore(store.subscribe, store.getState);
}
