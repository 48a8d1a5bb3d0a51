import { useCallback, useEffect, useMemo, useState } from 'react';
import { TextEditor } from '../editor/TextEditor';
import type { TextController } from '../editor/textController';
import { EverywhereCard } from '../everywhere/EverywhereCard';
import { useEverywhere } from '../everywhere/useEverywhere';
import { useMessages } from '../messages/useMessages';
import { OutlinePanel } from '../outline/OutlinePanel';
import { FindBar } from '../search/FindBar';
import { MatchHighlights } from '../search/MatchHighlights';
import { useFind } from '../search/useFind';
import { SeriesCard } from '../series/SeriesCard';
import { useSeries } from '../series/useSeries';
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
  const find = useFind(open);
  const series = useSeries(open);
  const everywhere = useEverywhere(open);
  const [view, setView] = useState<TextController | null>(null);
  const onReady = useCallback(
    (ready: TextController | null) => {
      workspace.view = ready;
      setView(ready);
    },
    [workspace],
  );
  // An editor who has opened a text goes on in it.
  useEffect(() => {
    if (workspace.getState().dialog === null) view?.focus();
  }, [workspace, view]);
  return (
    <SessionContext value={open.session}>
      <div className="panes">
        {settings.outlineOpen && <OutlinePanel open={open} />}
        <main className="text-pane" data-pane="text" aria-label={messages.panes.text}>
          <FindBar find={find} />
          <TextEditor
            session={open.session}
            findings={open.findings}
            suggestions={open.suggestions}
            settings={settings}
            actions={actions}
            onReady={onReady}
          />
          <SeriesCard series={series} />
          <EverywhereCard everywhere={everywhere} />
          {view && <MatchHighlights view={view} find={find} />}
        </main>
        {settings.inspectorOpen && <Inspector open={open} />}
      </div>
    </SessionContext>
  );
}
