import type { TagType } from '../../shared/document/tagset';
import type { Workspace } from '../app/workspace';
import { goToMention, mentionAt, moveEdge, removeAtCaret, tagSelection } from '../mentions/tagActions';
import { acceptAs } from '../suggestions/suggestionActions';
import { type CommandBinding, type CommandBindings, withDocument } from './commandBinding';

const atMention = (workspace: Workspace): boolean => {
  const { open } = workspace;
  if (workspace.mentionRows) return true;
  return open !== null && mentionAt(open.session.document, open.session.getState().selection) !== null;
};

export const TAG_COMMANDS: CommandBindings = {
  'tag.everywhere': {
    enabled: workspace => workspace.everywhere?.isPossible() ?? false,
    run: workspace => workspace.everywhere?.tagSure(),
  },
  'tag.occurrences': {
    enabled: workspace => workspace.everywhere?.isPossible() ?? false,
    run: workspace => workspace.everywhere?.choose(),
  },
  'tag.remove': { enabled: atMention, run: removeAtCaret },
  'tag.startLeft': { enabled: atMention, run: workspace => moveEdge(workspace, 'start', -1) },
  'tag.startRight': { enabled: atMention, run: workspace => moveEdge(workspace, 'start', 1) },
  'tag.endLeft': { enabled: atMention, run: workspace => moveEdge(workspace, 'end', -1) },
  'tag.endRight': { enabled: atMention, run: workspace => moveEdge(workspace, 'end', 1) },
  'tag.next': { enabled: withDocument, run: workspace => goToMention(workspace, 1) },
  'tag.previous': { enabled: withDocument, run: workspace => goToMention(workspace, -1) },
};

/** Tags with a type of the document's own tagset; such commands come and go with it. `also`: besides other tags. */
export function tagCommand({ id }: TagType, also: boolean): CommandBinding {
  return {
    enabled: withDocument,
    run: workspace => {
      if (also || !acceptAs(workspace, id)) tagSelection(workspace, id, also);
    },
  };
}
