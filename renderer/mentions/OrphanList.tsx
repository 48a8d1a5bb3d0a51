import type { Orphan } from '../../shared/document/orphan';
import { deleteOrphan, placeOrphan } from '../../shared/edits/orphans';
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
  const orphans = useSessionValue(state => state.document.orphans);
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
              onClick={() => placeOnSelection(open, orphan)}
            >
              {words.placeHere}
            </button>
            <button
              type="button"
              className="button button-small button-quiet"
              onClick={() => session.edit('orphan.delete', deleteOrphan(session.document, orphan))}
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
function context({ prefix, text, suffix }: Orphan): string {
  return `…${prefix}【${text}】${suffix}…`.replace(/\s+/g, ' ');
}

/** Places the orphan on the words selected, as one step. */
export function placeOnSelection({ session }: OpenDocument, orphan: Orphan): void {
  const { selection } = session.getState();
  if (!selection || selection.anchor.index !== selection.focus.index) return;
  const { anchor, focus } = selection;
  const { document } = session;
  const change = placeOrphan(document, focus.index, anchor.offset, focus.offset, orphan, session.context());
  session.edit('tag.add', change);
}
