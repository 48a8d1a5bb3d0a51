import { useCallback, useMemo } from 'react';
import { TextEditor } from '../editor/TextEditor';
import type { TextView } from '../editor/textView';
import { useMessages } from '../messages/useMessages';
import { OutlinePanel } from '../outline/OutlinePanel';
import { SessionContext } from '../session/useSession';
import { editorActions } from './editorActions';
import { Inspector } from './Inspector';
import { useWorkspace, useWorkspaceValue } from './useWorkspace';
import type { OpenDocument } from './workspaceState';

/** The outline, the text and the inspector of one document. */
export function DocumentPanes({ open }: { readonly open: OpenDocument }) {
  const workspace = useWorkspace();
  const messages = useMessages();
  const settings = useWorkspaceValue(state => state.settings);
  const actions = useMemo(() => editorActions(workspace), [workspace]);
  const onReady = useCallback(
    (view: TextView | null) => {
      workspace.view = view;
    },
    [workspace],
  );
  return (
    <SessionContext value={open.session}>
      <div className="panes">
        {settings.outlineOpen && <OutlinePanel open={open} />}
        <main className="text-pane" data-pane="text" aria-label={messages.panes.text}>
          <TextEditor
            session={open.session}
            findings={open.findings}
            settings={settings}
            actions={actions}
            onReady={onReady}
          />
        </main>
        {settings.inspectorOpen && <Inspector open={open} />}
      </div>
    </SessionContext>
  );
}
