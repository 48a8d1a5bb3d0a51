import { type KeyboardEvent, useMemo } from 'react';
import { useWorkspace, useWorkspaceValue } from '../app/useWorkspace';
import { VirtualList } from '../app/VirtualList';
import type { OpenDocument } from '../app/workspaceState';
import '../findings/findings.css';
import { TagBadge } from '../mentions/TagBadge';
import { useLocale, useMessages } from '../messages/useMessages';
import { useSessionValue } from '../session/useSession';
import { CurrentSuggestion } from './CurrentSuggestion';
import { NoSuggestions } from './NoSuggestions';
import { SuggestionFilters } from './SuggestionFilters';
import { SuggestionProgress } from './SuggestionProgress';
import { acceptCurrent, acceptName, dismissCurrent, goToSuggestion } from './suggestionActions';
import { type NameGroup, orderedGroups } from './suggestionGroups';
import './suggestions.css';
import { useSuggestions } from './useSuggestions';

/** CSS pixels. */
const ROW = 46;

/** What is suggested, by name, and the place the editor is at with all that can be done about it. */
export function SuggestionsPanel({ open }: { readonly open: OpenDocument }) {
  const workspace = useWorkspace();
  const messages = useMessages();
  const { list, current } = useSuggestions(open.suggestions);
  const { types, order } = useWorkspaceValue(state => state.suggested);
  const groups = useMemo(() => orderedGroups(list.groups, types, order), [list, types, order]);
  const active = useMemo(
    () => (current ? groups.findIndex(({ key }) => key === current.key) : -1),
    [groups, current],
  );
  const goTo = (row: number, focus: boolean) => {
    const first = groups[row]?.places[0];
    if (first) goToSuggestion(workspace, first, focus);
  };

  /** J and K besides the commands' own keys, for the list is no place to type in. */
  const onKey = (event: KeyboardEvent): boolean => {
    if (event.altKey || event.ctrlKey || event.metaKey || active < 0) return false;
    const key = event.key.toLowerCase();
    const type = open.session.document.tagset.find(
      ({ key: typeKey }) => typeKey !== '' && typeKey === event.key,
    );
    if (key === 'j') (event.shiftKey ? acceptName : acceptCurrent)(workspace);
    else if (key === 'k' || event.key === 'Delete') dismissCurrent(workspace);
    else if (type) acceptCurrent(workspace, type.id);
    else return false;
    return true;
  };

  return (
    <>
      <SuggestionProgress open={open} />
      {(list.total > 0 || types !== null) && <SuggestionFilters open={open} list={list} shown={groups} />}
      {groups.length === 0 ? (
        <NoSuggestions open={open} hidden={list.total} />
      ) : (
        <VirtualList
          label={messages.suggestions.list}
          className="suggestions"
          count={groups.length}
          rowHeight={ROW}
          active={active}
          onActive={row => goTo(row, false)}
          onOpen={row => goTo(row, true)}
          onKey={onKey}
          render={row => {
            const group = groups[row];
            return group && <NameLine group={group} />;
          }}
        />
      )}
      <CurrentSuggestion open={open} groups={groups} />
    </>
  );
}

function NameLine({ group }: { readonly group: NameGroup }) {
  const { suggestions: words, common } = useMessages();
  const locale = useLocale();
  const tagset = useSessionValue(state => state.document.tagset);
  const { places, text, type, confidence } = group;
  const reason = places[0]?.suggestion.reason[locale] ?? '';
  return (
    <div className="suggestion-line">
      <TagBadge type={type} tagset={tagset} />
      <span className="suggestion-name truncate" title={text} lang="zh-CN">
        {text}
      </span>
      {places.length > 1 && (
        <span className="suggestion-count number" title={words.places(places.length)}>
          ×{common.number(places.length)}
        </span>
      )}
      <span className="suggestion-confidence number">{common.percent(confidence)}</span>
      <span className="suggestion-reason truncate" title={reason}>
        {reason}
      </span>
    </div>
  );
}
