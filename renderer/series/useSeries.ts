import { useEffect, useState } from 'react';
import { useWorkspace } from '../app/useWorkspace';
import type { Workspace } from '../app/workspace';
import type { OpenDocument } from '../app/workspaceState';
import { SeriesStore } from './seriesStore';

/** Pairs answered since the program started, whichever document they were offered in. */
const answeredIn = new WeakMap<Workspace, Set<string>>();

function answered(workspace: Workspace): Set<string> {
  const known = answeredIn.get(workspace) ?? new Set<string>();
  answeredIn.set(workspace, known);
  return known;
}

/** Offers of more of the same for as long as a document's panes are shown. */
export function useSeries(open: OpenDocument): SeriesStore {
  const workspace = useWorkspace();
  const [series] = useState(() => new SeriesStore(workspace, open, answered(workspace)));
  useEffect(() => {
    workspace.series = series;
    return () => {
      if (workspace.series === series) workspace.series = null;
      series.dispose();
    };
  }, [workspace, series]);
  return series;
}
