import { DEFAULT_TAGSET } from '../../shared/document/tagset';
import { replaceTagset } from '../../shared/edits/tagsetEdits';
import { useWorkspace, useWorkspaceValue } from '../app/useWorkspace';
import type { OpenDocument } from '../app/workspaceState';
import { useMessages } from '../messages/useMessages';
import { useSessionState } from '../session/useSession';
import { exportTagset, importTagset } from './tagsetFlow';

interface TagsetFileButtonsProps {
  readonly open: OpenDocument;
  /** Other types are in the document now. */
  readonly onReplaced: () => void;
}

/** Where the types come from and go to: files, and what new documents begin with. */
export function TagsetFileButtons({ open, onReplaced }: TagsetFileButtonsProps) {
  const workspace = useWorkspace();
  const { tagset: words, common } = useMessages();
  const { session } = open;
  const { tagset } = useSessionState(session).document;
  const first = useWorkspaceValue(state => state.settings.tagset) ?? DEFAULT_TAGSET;
  const isFirst = JSON.stringify(tagset) === JSON.stringify(first);
  const isOwn = JSON.stringify(tagset) === JSON.stringify(DEFAULT_TAGSET);
  return (
    <div className="tagset-actions">
      <button
        type="button"
        className="button"
        onClick={() => importTagset(workspace, open).then(done => done && onReplaced(), workspace.unexpected)}
      >
        {words.importFile}
      </button>
      <button
        type="button"
        className="button"
        onClick={() => exportTagset(workspace, open).catch(workspace.unexpected)}
      >
        {words.exportFile}
      </button>
      <button
        type="button"
        className="button"
        disabled={isOwn}
        onClick={() => {
          session.edit('tagset', replaceTagset(session.document, DEFAULT_TAGSET));
          onReplaced();
        }}
      >
        {words.own}
      </button>
      <button
        type="button"
        className="button"
        aria-disabled={isFirst}
        onClick={() => workspace.changeSettings({ tagset: isOwn ? null : tagset })}
      >
        {isFirst ? words.isDefault : words.makeDefault}
      </button>
      <button type="button" className="button button-primary" onClick={() => workspace.dialog(null)}>
        {common.close}
      </button>
    </div>
  );
}
