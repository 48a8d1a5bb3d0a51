import { useMemo, useState } from 'react';
import { ChoiceActions, ChoiceList } from '../app/ChoiceList';
import { Dialog } from '../app/Dialog';
import { Icon } from '../app/Icon';
import { useWorkspace, useWorkspaceValue } from '../app/useWorkspace';
import type { OpenDocument } from '../app/workspaceState';
import { TagBadge } from '../mentions/TagBadge';
import { useLocale, useMessages } from '../messages/useMessages';
import '../review/acceptAll.css';
import { acceptGroups } from './suggestionActions';
import { type NameGroup, orderedGroups } from './suggestionGroups';
import './suggestions.css';

/** CSS pixels. */
const ROW = 48;

/** Every name that is sure, each to be left out, before all their places are tagged as one step. */
export function AcceptSuggestionsDialog({ open }: { readonly open: OpenDocument }) {
  const workspace = useWorkspace();
  const { suggestions: words, acceptAll, findings, common } = useMessages();
  const { types, order } = useWorkspaceValue(state => state.suggested);
  // What was suggested when the dialog came up; nothing changes under it.
  const [list] = useState(() => open.suggestions.getState().list);
  const [threshold, setThreshold] = useState(workspace.getState().settings.bulkConfidence);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const groups = useMemo(
    () => surePlaces(orderedGroups(list.groups, types, order), threshold),
    [list, types, order, threshold],
  );
  const chosen = groups.filter(({ key }) => !left.has(key)).flatMap(({ places }) => places);
  const total = groups.reduce((sum, { places }) => sum + places.length, 0);
  const right =
    chosen.reduce((sum, { suggestion }) => sum + suggestion.confidence, 0) / Math.max(1, chosen.length);
  const close = () => workspace.dialog(null);
  const toggle = (row: number) => {
    const key = groups[row]?.key;
    if (key === undefined) return;
    const next = new Set(left);
    if (!next.delete(key)) next.add(key);
    setLeft(next);
  };
  const accept = () => {
    close();
    if (threshold !== workspace.getState().settings.bulkConfidence) {
      workspace.changeSettings({ bulkConfidence: threshold });
    }
    acceptGroups(
      workspace,
      chosen.map(({ suggestion }) => suggestion),
    );
  };
  return (
    <Dialog
      title={words.acceptTitle}
      size="large"
      onCancel={close}
      actions={
        <ChoiceActions
          labels={{ all: acceptAll.all, nothing: acceptAll.nothing, apply: words.tagMany(chosen.length) }}
          chosen={chosen.length}
          onAll={() => setLeft(new Set())}
          onNothing={() => setLeft(new Set(groups.map(({ key }) => key)))}
          onCancel={close}
          onApply={accept}
        />
      }
    >
      <p className="dialog-hint">{words.acceptLead}</p>
      <label className="confidence">
        <span>{acceptAll.threshold}</span>
        <input
          className="slider"
          type="range"
          min={50}
          max={100}
          value={Math.round(threshold * 100)}
          onChange={event => setThreshold(Number(event.target.value) / 100)}
        />
        <output className="number">{common.percent(threshold)}</output>
      </label>
      <p className="number" aria-live="polite">
        {acceptAll.chosen(chosen.length, total)}
        {chosen.length > 0 && <span className="accept-all-right"> {findings.rightIn(right)}</span>}
      </p>
      {groups.length === 0 ? (
        <p className="dialog-hint">{words.noneSure}</p>
      ) : (
        <ChoiceList
          label={words.acceptList}
          count={groups.length}
          rowHeight={ROW}
          isChosen={row => !left.has(groups[row]?.key ?? '')}
          onToggle={toggle}
          render={row => {
            const group = groups[row];
            return group && <GroupLine open={open} group={group} chosen={!left.has(group.key)} />;
          }}
        />
      )}
    </Dialog>
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
      <span className="change-check" data-chosen={chosen ? true : undefined} aria-hidden="true">
        {chosen && <Icon name="accept" />}
      </span>
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
