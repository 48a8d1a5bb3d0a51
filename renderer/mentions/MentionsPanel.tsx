import { useEffect, useRef, useState } from 'react';
import { tagKeyOf } from '../../shared/commands/tagKeys';
import { indexOfBlock } from '../../shared/document/document';
import type { MentionPlace } from '../../shared/edits/changeMentions';
import { withType } from '../../shared/edits/patchMentions';
import type { PlacedMention } from '../../shared/edits/tagging';
import { useWorkspace } from '../app/useWorkspace';
import { VirtualList } from '../app/VirtualList';
import type { OpenDocument } from '../app/workspaceState';
import { useMessages } from '../messages/useMessages';
import { MentionDetails } from '../register/MentionDetails';
import { useSessionValue } from '../session/useSession';
import { changeMany, placesNow } from './changeMany';
import { MentionFilters } from './MentionFilters';
import { MentionHead } from './MentionHead';
import { MentionLine } from './MentionLine';
import './mentions.css';
import { mentionMeant } from './mentionAt';
import type { MentionFilter } from './mentionFilter';
import type { MentionList, MentionOrder } from './mentionList';
import { OrphanList } from './OrphanList';
import { SelectedMentions } from './SelectedMentions';
import { useMentionList } from './useMentionList';
import { useRowSelection } from './useRowSelection';

/** CSS pixels. */
const ROW = 32;

const NO_LIST: MentionList = {
  count: 0,
  mentions: 0,
  at: () => null,
  between: () => [],
  head: () => null,
  rowOf: () => -1,
};

/** Every mention of the document: to go to, to retype, to remove, one or many at a time. */
export function MentionsPanel({ open }: { readonly open: OpenDocument }) {
  const workspace = useWorkspace();
  const messages = useMessages();
  const { session } = open;
  const [filter, setFilter] = useState<MentionFilter>({ words: '', types: null });
  const [order, setOrder] = useState<MentionOrder>('order');
  const tagset = useSessionValue(state => state.document.tagset);
  const entities = useSessionValue(state => state.document.entities);
  const made = useMentionList(open, filter, order);
  const list = made ?? NO_LIST;
  const rows = useRowSelection(list);
  const hasFocus = useRef(false);

  // The mention at the caret is the active row, unless the editor is working in the list.
  const caret = useSessionValue(state => state.selection);
  const [atCaret, setAtCaret] = useState<PlacedMention | null>(null);
  const { selectOnly } = rows;
  useEffect(() => {
    const at = caret && mentionMeant(session);
    const block = at && session.document.blocks[at.index];
    setAtCaret(at && block ? { index: at.index, block, mention: at.mention } : null);
    if (!at || hasFocus.current) return;
    const row = list.rowOf(at.index, at.id);
    selectOnly(row, list.at(row));
  }, [session, caret, list, selectOnly]);

  // A row that was removed, or retyped into another group, leaves its place to the next.
  const followed = useRef(list);
  useEffect(() => {
    if (followed.current === list) return;
    followed.current = list;
    const one = rows.selected.size === 1;
    const gone = rows.selected.size === 0;
    const here = list.at(rows.active)?.mention.id;
    if (hasFocus.current && (gone || (one && (here === undefined || !rows.selected.has(here))))) rows.stay();
  });

  const goTo = (row: number, focus: boolean) => {
    const placed = list.at(row);
    if (!placed) return;
    // A sorted list may be a moment behind the text.
    const index = indexOfBlock(session.document, placed.block.id, placed.index);
    if (index < 0) return;
    const { start, end } = placed.mention;
    const selection = { anchor: { index, offset: start }, focus: { index, offset: end } };
    workspace.view?.reveal(selection, { flash: true, focus });
  };

  const places = (): readonly MentionPlace[] => [...placesNow(session.document, rows.settled())];
  const retypeSelected = (type: string) => {
    changeMany(workspace, open, 'tag.retype', rows.settled(), mention => withType(mention, type)).catch(
      workspace.unexpected,
    );
  };
  const removeSelected = () => {
    const chosen = rows.settled();
    const remove = async () => {
      if (!(await changeMany(workspace, open, 'tag.remove', chosen, () => null))) return;
      rows.clear();
      if (chosen.size > 1) workspace.notice(words => words.mentions.removed(chosen.size));
    };
    remove().catch(workspace.unexpected);
  };

  // The filter may leave out the mention at the caret: its details are shown all the same.
  const [onlyChosen] = rows.selected.size === 1 ? [...rows.selected.values()] : [];
  const detailed = onlyChosen ?? (rows.selected.size === 0 ? atCaret : null);
  const rowActions = { places, retype: retypeSelected, remove: removeSelected };

  // Commands of the menu and palette work on the rows, as they are now, while the list has the keyboard.
  useEffect(() => {
    if (hasFocus.current) workspace.mentionRows = rowActions;
  });
  useEffect(
    () => () => {
      workspace.mentionRows = null;
    },
    [workspace],
  );

  return (
    <>
      <MentionFilters
        open={open}
        filter={filter}
        onFilter={setFilter}
        order={order}
        onOrder={setOrder}
        shown={list.mentions}
      />
      {list.count === 0 ? (
        made && <NoMentions filtered={filter.words !== '' || filter.types !== null} />
      ) : (
        <VirtualList
          label={messages.mentions.list}
          className="mentions"
          count={list.count}
          rowHeight={ROW}
          active={rows.active}
          multiple
          selectsAll
          isOption={row => list.head(row) === null}
          isSelected={row => rows.selected.has(list.at(row)?.mention.id ?? '')}
          onActive={(row, event) => {
            rows.move(row, event);
            if (!event.shiftKey && !event.ctrlKey && !event.metaKey) goTo(row, false);
          }}
          onOpen={row => goTo(row, true)}
          onKey={event => {
            if (event.key.toLowerCase() === 'a' && (event.ctrlKey || event.metaKey)) {
              rows.selectAll();
              return true;
            }
            if (event.altKey || event.ctrlKey || event.metaKey || rows.selected.size === 0) return false;
            const pressed = tagKeyOf(event.key);
            const type = pressed === null ? undefined : tagset.find(({ key }) => tagKeyOf(key) === pressed);
            if (type && !event.shiftKey) retypeSelected(type.id);
            else if (event.key === 'Delete' || event.key === 'Backspace') removeSelected();
            else return false;
            return true;
          }}
          onFocus={() => {
            hasFocus.current = true;
            workspace.mentionRows = rowActions;
          }}
          onBlur={() => {
            hasFocus.current = false;
            workspace.mentionRows = null;
          }}
          render={row => {
            const head = list.head(row);
            if (head) return <MentionHead head={head} order={order} tagset={tagset} entities={entities} />;
            const placed = list.at(row);
            return placed && <MentionLine placed={placed} tagset={tagset} entities={entities} />;
          }}
        />
      )}
      <OrphanList open={open} />
      {detailed && <MentionDetails key={detailed.mention.id} open={open} placed={detailed} />}
      {rows.selected.size > 0 && (
        <SelectedMentions
          count={rows.selected.size}
          tagset={tagset}
          onLink={() => workspace.dialog({ kind: 'linkEntity', places: places() })}
          onRetype={retypeSelected}
          onRemove={removeSelected}
        />
      )}
    </>
  );
}

function NoMentions({ filtered }: { readonly filtered: boolean }) {
  const { mentions: words } = useMessages();
  if (filtered) {
    return (
      <div className="empty">
        <strong>{words.filtered}</strong>
      </div>
    );
  }
  return (
    <div className="empty">
      <strong>{words.none}</strong>
      <p>{words.noneHint}</p>
    </div>
  );
}
