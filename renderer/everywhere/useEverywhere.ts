import { useEffect, useState } from 'react';
import { useWorkspace } from '../app/useWorkspace';
import type { OpenDocument } from '../app/workspaceState';
import { EverywhereStore } from './everywhereStore';

/** Offers to tag the rest of the occurrences for as long as a document's panes are shown. */
export function useEverywhere(open: OpenDocument): EverywhereStore {
  const workspace = useWorkspace();
  const [everywhere] = useState(() => new EverywhereStore(workspace, open));
  useEffect(() => {
    workspace.everywhere = everywhere;
    return () => {
      if (workspace.everywhere === everywhere) workspace.everywhere = null;
      everywhere.dispose();
    };
  }, [workspace, everywhere]);
  return everywhere;
}
