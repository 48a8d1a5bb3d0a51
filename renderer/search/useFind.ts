import { useEffect, useState } from 'react';
import { useWorkspace } from '../app/useWorkspace';
import type { OpenDocument } from '../app/workspaceState';
import { FindStore } from './findStore';

/** Find and replace for as long as a document's panes are shown; commands reach it through the workspace. */
export function useFind(open: OpenDocument): FindStore {
  const workspace = useWorkspace();
  const [find] = useState(() => new FindStore(workspace, open));
  useEffect(() => {
    workspace.find = find;
    return () => {
      if (workspace.find === find) workspace.find = null;
      find.dispose();
    };
  }, [workspace, find]);
  return find;
}
