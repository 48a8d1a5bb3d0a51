import type { LossPlace } from '../../shared/exports';
import { useWorkspace } from '../app/useWorkspace';
import { useMessages } from '../messages/useMessages';
import { goToPlace } from './goToPlace';

/** Places in the text, each a button that goes there; what has no place is only named. */
export function PlaceList({
  places,
  count,
}: {
  readonly places: readonly LossPlace[];
  /** Of all; more than are listed are counted. */
  readonly count: number;
}) {
  const workspace = useWorkspace();
  const { exchange } = useMessages();
  const words = exchange.export;
  return (
    <ul className="place-list">
      {places.map((place, n) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the list is made once and never changes
        <li key={n}>
          {place.block === null ? (
            <span className="place truncate" lang="zh-CN" title={place.text}>
              {place.text}
            </span>
          ) : (
            <button
              type="button"
              className="place place-button truncate"
              lang="zh-CN"
              title={words.goTo(place.text)}
              onClick={() => goToPlace(workspace, place)}
            >
              {place.text}
            </button>
          )}
        </li>
      ))}
      {count > places.length && <li className="place-more">{words.more(count - places.length)}</li>}
    </ul>
  );
}
