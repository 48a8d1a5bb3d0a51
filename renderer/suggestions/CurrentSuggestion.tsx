import type { KeyboardEvent } from 'react';
import { useWorkspace } from '../app/useWorkspace';
import type { OpenDocument } from '../app/workspaceState';
import { useKeysOf } from '../commands/useKeysOf';
import { useLocale, useMessages } from '../messages/useMessages';
import { useSessionValue } from '../session/useSession';
import { SuggestionContext } from './SuggestionContext';
import { acceptCurrent, acceptName, dismissCurrent } from './suggestionActions';
import type { NameGroup } from './suggestionGroups';
import { useSuggestions } from './useSuggestions';

/** UTF-16 code units on either side. */
const CONTEXT = 40;

interface CurrentSuggestionProps {
  readonly open: OpenDocument;
  readonly groups: readonly NameGroup[];
}

/** The place the editor is at: more of the text around it, the whole reason, and what can be done. */
export function CurrentSuggestion({ open, groups }: CurrentSuggestionProps) {
  const workspace = useWorkspace();
  const { suggestions: words, findings } = useMessages();
  const locale = useLocale();
  const tagset = useSessionValue(state => state.document.tagset);
  const keysOf = useKeysOf();
  const { current } = useSuggestions(open.suggestions);
  const group = current && groups.find(({ key }) => key === current.key);
  const row = group ? group.places.findIndex(({ suggestion }) => suggestion === current) : -1;
  const placed = group?.places[row];
  if (!current || !group || !placed) return null;
  const { type, confidence, reason } = current;
  return (
    <section className="current-finding" aria-label={words.current}>
      <p className="current-words">
        <SuggestionContext document={open.session.document} placed={placed} context={CONTEXT} />
      </p>
      <p className="current-reason">
        {reason[locale]}
        {group.places.length > 1 && ` · ${words.placeOf(row + 1, group.places.length)}`}
      </p>
      <p className="current-confidence">
        <meter min={0} max={1} value={confidence} aria-label={findings.confidence} />
        {findings.rightIn(confidence)}
      </p>
      <div className="current-actions">
        <button
          type="button"
          className="button button-primary button-small"
          title={keysOf('review.accept')}
          onClick={() => acceptCurrent(workspace)}
        >
          {words.accept}
        </button>
        {group.places.length > 1 && (
          <button
            type="button"
            className="button button-small"
            title={keysOf('suggest.acceptName')}
            onClick={() => acceptName(workspace)}
          >
            {words.everywhere(group.places.length)}
          </button>
        )}
        <button
          type="button"
          className="button button-small"
          title={keysOf('review.dismiss')}
          onClick={() => dismissCurrent(workspace)}
        >
          {words.dismiss}
        </button>
        <select
          className="field suggestion-type"
          aria-label={words.acceptAs}
          value={type}
          onKeyDown={showTypes}
          onChange={event => acceptCurrent(workspace, event.target.value)}
        >
          {tagset.map(({ id, name }) => (
            <option key={id} value={id}>
              {name[locale]}
            </option>
          ))}
        </select>
      </div>
    </section>
  );
}

/** On some systems a key changes a closed menu at once, which would accept the suggestion; here it opens the menu. */
function showTypes(event: KeyboardEvent<HTMLSelectElement>): void {
  const { key, ctrlKey, altKey, metaKey, currentTarget } = event;
  if (ctrlKey || altKey || metaKey) return;
  if (key !== ' ' && key.length > 1 && !/^(?:Arrow|Page|Home|End)/.test(key)) return;
  event.preventDefault();
  currentTarget.showPicker();
}
