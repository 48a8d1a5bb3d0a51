import { useSyncExternalStore } from 'react';
import { OfferCard } from '../app/OfferCard';
import { useMessages } from '../messages/useMessages';
import type { SeriesStore } from './seriesStore';

/** «3 more of the same: 己经 → 已经». */
export function SeriesCard({ series }: { readonly series: SeriesStore }) {
  const { series: words } = useMessages();
  const offer = useSyncExternalStore(series.subscribe, series.getOffer);
  return (
    <OfferCard
      label={words.label}
      actions={[{ label: words.review, command: 'review.series', run: series.review }]}
      onDismiss={series.dismiss}
    >
      {offer && (
        <p>
          {words.more(offer.sure)} <span className="offer-pair">{offer.form.wrong}</span>
          <span className="offer-arrow"> → </span>
          <span className="offer-pair">{offer.form.right}</span>
        </p>
      )}
    </OfferCard>
  );
}
