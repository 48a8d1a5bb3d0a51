import type { Tagset } from '../../shared/document/tagset';
import { useLocale, useMessages } from '../messages/useMessages';

interface SelectedMentionsProps {
  readonly count: number;
  readonly tagset: Tagset;
  readonly onLink: () => void;
  readonly onRetype: (type: string) => void;
  readonly onRemove: () => void;
}

/** What can be done with the rows selected, each as one step. */
export function SelectedMentions({ count, tagset, onLink, onRetype, onRemove }: SelectedMentionsProps) {
  const locale = useLocale();
  const { mentions: words } = useMessages();
  return (
    <div className="selected-mentions">
      <p className="number">{words.chosen(count)}</p>
      <select
        className="field"
        aria-label={words.retype}
        value=""
        onChange={event => {
          if (event.target.value) onRetype(event.target.value);
        }}
      >
        <option value="">{words.retype}</option>
        {tagset.map(type => (
          <option key={type.id} value={type.id}>
            {type.name[locale]}
            {type.key && ` (${type.key})`}
          </option>
        ))}
      </select>
      {count > 1 && (
        <button type="button" className="button button-small" onClick={onLink}>
          {words.link}
        </button>
      )}
      <button type="button" className="button button-small" onClick={onRemove}>
        {words.remove}
      </button>
    </div>
  );
}
