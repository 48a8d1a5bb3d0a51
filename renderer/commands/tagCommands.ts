import type { TagType } from '../../shared/document/tagset';
import type { Workspace } from '../app/workspace';
import { holdEdge, moveEdge, selectMention } from '../mentions/extentActions';
import { mentionMeant } from '../mentions/mentionAt';
import { showDetails } from '../mentions/showDetails';
import { goToMention, removeAtCaret, tagSelection } from '../mentions/tagActions';
import { acceptAs } from '../suggestions/suggestionActions';
import { type CommandBinding, type CommandBindings, withDocument } from './commandBinding';

/** Whether there is a mention at the caret. */
const inText = ({ open }: Workspace): boolean => open !== null && mentionMeant(open.session) !== null;

const atMention = (workspace: Workspace): boolean => workspace.mentionRows !== null || inText(workspace);

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
  'tag.edgeLeft': { enabled: inText, run: workspace => moveEdge(workspace, 'character', -1) },
  'tag.edgeRight': { enabled: inText, run: workspace => moveEdge(workspace, 'character', 1) },
  'tag.edgeWordLeft': { enabled: inText, run: workspace => moveEdge(workspace, 'word', -1) },
  'tag.edgeWordRight': { enabled: inText, run: workspace => moveEdge(workspace, 'word', 1) },
  'tag.holdStart': { enabled: inText, run: workspace => holdEdge(workspace, 'start') },
  'tag.holdEnd': { enabled: inText, run: workspace => holdEdge(workspace, 'end') },
  'tag.outer': { enabled: inText, run: workspace => selectMention(workspace, 'outer') },
  'tag.inner': { enabled: inText, run: workspace => selectMention(workspace, 'inner') },
  'tag.tagset': { enabled: withDocument, run: workspace => workspace.dialog({ kind: 'tagset' }) },
  'tag.details': { enabled: inText, run: showDetails },
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
