import { useEffect, useState } from 'react';
import type { OpenDocument } from '../app/workspaceState';
import { useMessages } from '../messages/useMessages';
import { useSuggestions } from './useSuggestions';

/** Milliseconds of looking before it is worth mentioning. */
const PATIENCE = 300;

/** How far the suggester has come, once that takes noticeably long. */
export function SuggestionProgress({ open }: { readonly open: OpenDocument }) {
  const { suggestions: words } = useMessages();
  const { progress } = useSuggestions(open.suggestions);
  const looking = progress !== null && progress < 1;
  const [long, setLong] = useState(false);
  useEffect(() => {
    setLong(false);
    if (!looking) return;
    const timer = setTimeout(() => setLong(true), PATIENCE);
    return () => clearTimeout(timer);
  }, [looking]);
  if (!looking || !long) return null;
  return (
    <div className="detection">
      <p className="number">{words.looking(progress)}</p>
      <progress max={1} value={progress} aria-label={words.lookingShort} />
    </div>
  );
}
