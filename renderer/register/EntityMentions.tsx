import { useRef, useState } from 'react';
import { indexOfBlock } from '../../shared/document/document';
import type { Entity } from '../../shared/document/entity';
import type { MentionPlace } from '../../shared/edits/changeMentions';
import type { PlacedMention } from '../../shared/edits/tagging';
import { splitEntity } from '../../shared/register/entityEdits';
import { placedText } from '../../shared/register/mentionsOfEntity';
import { useWorkspace } from '../app/useWorkspace';
import { VirtualList } from '../app/VirtualList';
import type { OpenDocument } from '../app/workspaceState';
import { TagBadge } from '../mentions/TagBadge';
import { useMessages } from '../messages/useMessages';
import { useSessionValue } from '../session/useSession';
import { goToSpot, unlink } from './linkActions';
import { useEntityMentions } from './useEntityMentions';

/** CSS pixels. */
const ROW = 30;
/** UTF-16 code units on either side of a mention. */
const CONTEXT = 20;

/** The mentions of an entity in their context: to go to, to part from it as a new entity, to unlink. */
export function EntityMentions({ open, entity }: { readonly open: OpenDocument; readonly entity: Entity }) {
  const workspace = useWorkspace();
  const { register: words } = useMessages();
  const { session } = open;
  const found = useEntityMentions(open, entity.id);
  const mentions = found ?? [];
  const [last, setActive] = useState(-1);
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const from = useRef(-1);
  const active = Math.min(last, mentions.length - 1);
  const chosen = mentions.filter(({ mention }) => selected.has(mention.id));

  const select = (row: number, many: boolean, extend: boolean) => {
    const id = mentions[row]?.mention.id;
    if (id === undefined) return;
    setActive(row);
    if (extend && from.current >= 0) {
      const [a, b] = [Math.min(row, from.current), Math.max(row, from.current)];
      setSelected(new Set(mentions.slice(a, b + 1).map(({ mention }) => mention.id)));
      return;
    }
    from.current = row;
    const next = new Set(many ? selected : []);
    if (!next.delete(id)) next.add(id);
    setSelected(next);
  };
  const goTo = (row: number, focus: boolean) => {
    const placed = mentions[row];
    if (placed)
      goToSpot(workspace, { id: placed.mention.id, block: placed.block.id, index: placed.index }, focus);
  };
  const places = (): readonly MentionPlace[] =>
    chosen.flatMap(({ index, block, mention }) => {
      const now = indexOfBlock(session.document, block.id, index);
      return now < 0 ? [] : [{ index: now, id: mention.id }];
    });
  const split = () => {
    const made = splitEntity(session.document, entity.id, places(), {}, session.context());
    if (!made) return;
    session.edit('entity.split', made.change);
    workspace.update({ shownEntity: made.entity.id });
  };

  if (mentions.length === 0) return <p className="entity-none">{found ? words.noMentions : ''}</p>;
  return (
    <>
      <VirtualList
        label={words.mentionList(entity.name)}
        className="entity-mentions"
        count={mentions.length}
        rowHeight={ROW}
        active={active}
        multiple
        selectsAll
        isSelected={row => selected.has(mentions[row]?.mention.id ?? '')}
        onActive={(row, event) => {
          const many = event.ctrlKey || event.metaKey;
          select(row, many, event.shiftKey);
          if (!many && !event.shiftKey) goTo(row, false);
        }}
        onOpen={row => goTo(row, true)}
        onKey={event => {
          if (event.key.toLowerCase() === 'a' && (event.ctrlKey || event.metaKey)) {
            setSelected(new Set(mentions.map(({ mention }) => mention.id)));
          } else if (event.key === ' ' && active >= 0) select(active, true, false);
          else return false;
          return true;
        }}
        render={row => {
          const placed = mentions[row];
          return placed && <InContext placed={placed} entity={entity} />;
        }}
      />
      {chosen.length > 0 && (
        <div className="selected-mentions">
          <p />
          {chosen.length < mentions.length && (
            <button type="button" className="button button-small" onClick={split}>
              {words.split(chosen.length)}
            </button>
          )}
          <button
            type="button"
            className="button button-small"
            onClick={() => {
              unlink(workspace, open, places());
              setSelected(new Set());
            }}
          >
            {words.unlink(chosen.length)}
          </button>
        </div>
      )}
    </>
  );
}

function InContext({ placed, entity }: { readonly placed: PlacedMention; readonly entity: Entity }) {
  const tagset = useSessionValue(state => state.document.tagset);
  const { start, end, type } = placed.mention;
  const { text } = placed.block.body;
  return (
    <div className="in-context" lang="zh-CN">
      <span className="in-context-before" aria-hidden="true">
        <bdi>{text.slice(Math.max(0, start - CONTEXT), start)}</bdi>
      </span>
      <strong className="in-context-words truncate">{placedText(placed)}</strong>
      <span className="in-context-after" aria-hidden="true">
        {text.slice(end, end + CONTEXT)}
      </span>
      {type !== entity.type && <TagBadge type={type} tagset={tagset} />}
    </div>
  );
}
