import { useRef, useSyncExternalStore } from 'react';
import { useWorkspace, useWorkspaceValue } from '../app/useWorkspace';
import { commandKeys, shownKeys } from '../commands/keys';
import { useMessages } from '../messages/useMessages';
import './series.css';
import type { SeriesStore } from './seriesStore';

/** «3 more of the same: 己经 → 已经», at the bottom of the text. The region is always there, to be read out. */
export function SeriesCard({ series }: { readonly series: SeriesStore }) {
  const workspace = useWorkspace();
  const { series: words } = useMessages();
  const platform = useWorkspaceValue(state => state.start?.platform ?? 'linux');
  const offer = useSyncExternalStore(series.subscribe, series.getOffer);
  const keys = commandKeys('review.series');
  const card = useRef<HTMLDivElement>(null);
  const dismiss = () => {
    const focused = card.current?.contains(document.activeElement);
    series.dismiss();
    if (focused) workspace.view?.focus();
  };
  return (
    <div className="series" role="status" aria-label={words.label} ref={card}>
      {offer && (
        <div className="series-card">
          <p>
            {words.more(offer.sure)} <span className="series-pair">{offer.form.wrong}</span>
            <span className="series-arrow"> → </span>
            <span className="series-pair">{offer.form.right}</span>
          </p>
          <button
            type="button"
            className="button button-small"
            title={keys ? shownKeys(keys, platform) : undefined}
            onClick={series.review}
          >
            {words.review}
          </button>
          <button type="button" className="button button-small button-quiet" onClick={dismiss}>
            {words.dismiss}
          </button>
        </div>
      )}
    </div>
  );
}
