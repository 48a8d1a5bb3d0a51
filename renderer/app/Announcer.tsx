import { useEffect } from 'react';
import { mentionNews } from '../mentions/mentionNews';
import { useLocale } from '../messages/useMessages';
import { useWorkspace, useWorkspaceValue } from './useWorkspace';

/**
 * Tells a screen reader what was done to mentions: what the text view paints is not announced by itself, least of all what
 * a command does elsewhere than at the caret. Typing is not spoken of, nor what an undo does to the text.
 */
export function Announcer() {
  const workspace = useWorkspace();
  const locale = useLocale();
  const session = useWorkspaceValue(state => state.open?.session ?? null);
  const spoken = useWorkspaceValue(state => state.spoken);
  useEffect(
    () =>
      session?.onChange(event => {
        const news = event.from === 'typing' ? null : mentionNews(event);
        if (news) workspace.announce(news);
      }),
    [workspace, session],
  );
  return (
    <div className="visually-hidden" aria-live="polite" aria-atomic="true" data-announcer>
      {/* Another element each time: the same sentence twice is to be said twice. */}
      {spoken && <p key={spoken.id}>{spoken.message[locale]}</p>}
    </div>
  );
}
