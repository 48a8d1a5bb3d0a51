import type { Workspace } from '../app/workspace';
import { linkChosen, linkedEntity, mentionsChosen, showEntity, unlinkChosen } from '../register/linkActions';
import { type CommandBindings, withDocument } from './commandBinding';

const anyChosen = (workspace: Workspace): boolean =>
  workspace.mentionRows !== null || mentionsChosen(workspace).length > 0;

export const REGISTER_COMMANDS: CommandBindings = {
  'tag.link': { enabled: anyChosen, run: linkChosen },
  'tag.unlink': {
    enabled: workspace => workspace.mentionRows !== null || linkedEntity(workspace) !== null,
    run: unlinkChosen,
  },
  'tag.showEntity': {
    enabled: workspace => linkedEntity(workspace) !== null,
    run: workspace => showEntity(workspace, linkedEntity(workspace)),
  },
  'tag.normalise': {
    enabled: withDocument,
    run: workspace => workspace.dialog({ kind: 'normalise' }),
  },
};
