import { useRef, useSyncExternalStore } from 'react';
import { useWorkspace, useWorkspaceValue } from '../app/useWorkspace';
import { commandKeys, shownKeys } from '../commands/keys';
import { useMessages } from '../messages/useMessages';
import '../series/series.css';
import './everywhere.css';
import type { EverywhereStore } from './everywhereStore';

/** «7 more of 上街区», at the bottom of the text. The region is always there, to be read out. */
export function EverywhereCard({ everywhere }: { readonly everywhere: EverywhereStore }) {
  const workspace = useWorkspace();
  const { everywhere: words } = useMessages();
  const platform = useWorkspaceValue(state => state.start?.platform ?? 'linux');
  const offer = useSyncExternalStore(everywhere.subscribe, everywhere.getOffer);
  const card = useRef<HTMLDivElement>(null);
  const keysOf = (id: string) => {
    const keys = commandKeys(id);
    return keys ? shownKeys(keys, platform) : undefined;
  };
  const dismiss = () => {
    const focused = card.current?.contains(document.activeElement);
    everywhere.dismiss();
    if (focused) workspace.view?.focus();
  };
  return (
    <div className="series everywhere" role="status" aria-label={words.label} ref={card}>
      {offer && offer.sure > 0 && (
        <div className="series-card">
          <p className="everywhere-words">
            {words.more(offer.sure)}{' '}
            <span className="series-pair everywhere-name truncate">{offer.text}</span>
          </p>
          <button
            type="button"
            className="button button-small"
            title={keysOf('tag.everywhere')}
            onClick={everywhere.tagSure}
          >
            {words.tagAll}
          </button>
          <button
            type="button"
            className="button button-small button-quiet"
            title={keysOf('tag.occurrences')}
            onClick={everywhere.choose}
          >
            {words.choose}
          </button>
          <button type="button" className="button button-small button-quiet" onClick={dismiss}>
            {words.dismiss}
          </button>
        </div>
      )}
    </div>
  );
}
