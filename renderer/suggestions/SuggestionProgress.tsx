import type { OpenDocument } from '../app/workspaceState';
import { LookingProgress } from '../findings/LookingProgress';
import { useMessages } from '../messages/useMessages';
import { useSuggestions } from './useSuggestions';

/** How far the suggester has come. */
export function SuggestionProgress({ open }: { readonly open: OpenDocument }) {
  const { suggestions: words } = useMessages();
  const { progress } = useSuggestions(open.suggestions);
  return <LookingProgress done={progress} said={words.looking} label={words.lookingShort} />;
}
