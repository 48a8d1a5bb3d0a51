import { useSyncExternalStore } from 'react';
import { OfferCard } from '../app/OfferCard';
import { useMessages } from '../messages/useMessages';
import './everywhere.css';
import type { EverywhereStore } from './everywhereStore';

/** «7 more of 上街区». */
export function EverywhereCard({ everywhere }: { readonly everywhere: EverywhereStore }) {
  const { everywhere: words } = useMessages();
  const offer = useSyncExternalStore(everywhere.subscribe, everywhere.getOffer);
  return (
    <OfferCard
      label={words.label}
      className="everywhere"
      actions={[
        { label: words.tagAll, command: 'tag.everywhere', run: everywhere.tagSure },
        { label: words.choose, command: 'tag.occurrences', run: everywhere.choose },
      ]}
      onDismiss={everywhere.dismiss}
    >
      {offer && offer.sure > 0 && (
        <p className="everywhere-words">
          {words.more(offer.sure)} <span className="offer-pair everywhere-name truncate">{offer.text}</span>
        </p>
      )}
    </OfferCard>
  );
}
