import { useMemo, useState } from 'react';
import { ChoiceDialog } from '../app/ChoiceDialog';
import { Ticked } from '../app/Ticked';
import { useChoice } from '../app/useChoice';
import { useWorkspace, useWorkspaceValue } from '../app/useWorkspace';
import type { OpenDocument } from '../app/workspaceState';
import { TagBadge } from '../mentions/TagBadge';
import { useLocale, useMessages } from '../messages/useMessages';
import '../review/acceptAll.css';
import { useBulkThreshold } from '../review/useBulkThreshold';
import { acceptGroups } from './suggestionActions';
import { type NameGroup, orderedGroups } from './suggestionGroups';
import './suggestions.css';

/** CSS pixels. */
const ROW = 48;

/** Every name that is sure, each to be left out, before all their places are tagged as one step. */
export function AcceptSuggestionsDialog({ open }: { readonly open: OpenDocument }) {
  const workspace = useWorkspace();
  const { suggestions: words, choice: choiceWords, findings } = useMessages();
  const { types, order } = useWorkspaceValue(state => state.suggested);
  // What was suggested when the dialog came up; nothing changes under it.
  const [list] = useState(() => open.suggestions.getState().list);
  const { threshold, slider, keep } = useBulkThreshold();
  const groups = useMemo(
    () => surePlaces(orderedGroups(list.groups, types, order), threshold),
    [list, types, order, threshold],
  );
  const choice = useChoice(
    groups,
    ({ key }) => key,
    () => true,
  );
  const chosen = choice.chosen.flatMap(({ places }) => places);
  const total = groups.reduce((sum, { places }) => sum + places.length, 0);
  const right =
    chosen.reduce((sum, { suggestion }) => sum + suggestion.confidence, 0) / Math.max(1, chosen.length);
  const close = () => workspace.dialog(null);
  const accept = () => {
    close();
    keep();
    acceptGroups(
      workspace,
      chosen.map(({ suggestion }) => suggestion),
    );
  };
  return (
    <ChoiceDialog
      title={words.acceptTitle}
      lead={words.acceptLead}
      head={slider}
      count={
        <>
          {choiceWords.chosen(chosen.length, total)}
          {chosen.length > 0 && <span className="accept-all-right"> {findings.rightIn(right)}</span>}
        </>
      }
      choice={choice}
      listLabel={words.acceptList}
      none={words.noneSure}
      rowHeight={ROW}
      render={(group, isChosen) => <GroupLine open={open} group={group} chosen={isChosen} />}
      apply={words.tagMany(chosen.length)}
      onApply={accept}
      onCancel={close}
    />
  );
}

/** The groups with those of their places that are at least as sure as that. */
function surePlaces(groups: readonly NameGroup[], threshold: number): readonly NameGroup[] {
  return groups.flatMap(group => {
    const places = group.places.filter(({ suggestion }) => suggestion.confidence >= threshold);
    return places.length === 0 ? [] : { ...group, places };
  });
}

interface GroupLineProps {
  readonly open: OpenDocument;
  readonly group: NameGroup;
  readonly chosen: boolean;
}

function GroupLine({ open, group, chosen }: GroupLineProps) {
  const locale = useLocale();
  const { common } = useMessages();
  const { type, text, places, confidence } = group;
  const reason = places[0]?.suggestion.reason[locale] ?? '';
  return (
    <div className="suggestion-choice">
      <Ticked chosen={chosen} />
      <TagBadge type={type} tagset={open.session.document.tagset} />
      <span className="suggestion-name truncate" title={text} lang="zh-CN">
        {text}
      </span>
      <span className="suggestion-count number">
        {places.length > 1 && `×${common.number(places.length)}`}
      </span>
      <span className="finding-confidence number">{common.percent(confidence)}</span>
      <span className="change-reason truncate" title={reason}>
        {reason}
      </span>
    </div>
  );
}
