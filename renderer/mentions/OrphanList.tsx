import type { StoredMention } from '../../shared/annotation/format';
import { addMention } from '../../shared/edits/tagging';
import type { OpenDocument } from '../app/workspaceState';
import { useMessages } from '../messages/useMessages';
import { useSessionValue } from '../session/useSession';
import './orphans.css';
import { TagBadge } from './TagBadge';

/** Mentions without a place in the text: to be placed on the words selected, or deleted. Nothing where there are none. */
export function OrphanList({ open }: { readonly open: OpenDocument }) {
  const { exchange } = useMessages();
  const words = exchange.import;
  const { session } = open;
  const orphans = useSessionValue(() => session.orphans);
  const tagset = useSessionValue(state => state.document.tagset);
  const hasWords = useSessionValue(({ selection }) => {
    if (!selection) return false;
    const { anchor, focus } = selection;
    return anchor.index === focus.index && anchor.offset !== focus.offset;
  });
  if (orphans.length === 0) return null;
  return (
    <details className="orphans">
      <summary>{words.notPlaced(orphans.length)}</summary>
      <ul>
        {orphans.slice(0, MOST).map(orphan => (
          <li key={orphan.id} className="orphan">
            <TagBadge type={orphan.type} tagset={tagset} />
            <span className="orphan-text truncate" lang="zh-CN" title={context(orphan)}>
              {orphan.text}
            </span>
            <button
              type="button"
              className="button button-small"
              disabled={!hasWords}
              title={hasWords ? undefined : words.placeHint}
              onClick={() => placeOrphan(open, orphan)}
            >
              {words.placeHere}
            </button>
            <button
              type="button"
              className="button button-small button-quiet"
              onClick={() => session.setOrphans(session.orphans.filter(other => other !== orphan))}
            >
              {words.deleteOrphan}
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}

/** Listed at most; as they are placed or deleted the others follow. */
const MOST = 200;

/** What stood around it where it was made. */
function context({ prefix, text, suffix }: StoredMention): string {
  return `…${prefix}【${text}】${suffix}…`.replace(/\s+/g, ' ');
}

/** Tags the selection as the orphan says, with all that was recorded with it, in the place of the orphan. */
export function placeOrphan({ session }: OpenDocument, orphan: StoredMention): void {
  const { selection } = session.getState();
  if (!selection || selection.anchor.index !== selection.focus.index) return;
  const { index } = selection.focus;
  const { type, entity, note, normal, attributes } = orphan;
  const added = addMention(
    session.document,
    index,
    selection.anchor.offset,
    selection.focus.offset,
    type,
    session.context(),
  );
  if (!added.mention) return;
  const details = {
    ...(entity === undefined ? {} : { entity }),
    ...(note === undefined ? {} : { note }),
    ...(normal === undefined ? {} : { normal }),
    ...(attributes === undefined ? {} : { attributes }),
  };
  const patches = added.change.patches.map(patch => ({
    ...patch,
    after: patch.after.map(block => ({
      ...block,
      mentions: block.mentions.map(each => (each.id === added.mention?.id ? { ...each, ...details } : each)),
    })),
  }));
  session.edit('tag.add', { ...added.change, patches });
  session.setOrphans(session.orphans.filter(other => other !== orphan));
}
