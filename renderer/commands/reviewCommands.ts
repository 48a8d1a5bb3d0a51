import type { Workspace } from '../app/workspace';
import { accept, dismiss, goToNeighbour, reopen, seamAtCaret } from '../review/reviewActions';
import type { CommandBindings } from './commandBinding';

const hasFindings = ({ open }: Workspace): boolean => (open?.findings.getState().open.length ?? 0) > 0;

export const REVIEW_COMMANDS: CommandBindings = {
  'review.next': { enabled: hasFindings, run: workspace => goToNeighbour(workspace, 1) },
  'review.previous': { enabled: hasFindings, run: workspace => goToNeighbour(workspace, -1) },
  'review.accept': { enabled: hasFindings, run: workspace => accept(workspace) },
  'review.dismiss': { enabled: hasFindings, run: workspace => dismiss(workspace) },
  'review.acceptAll': {
    enabled: hasFindings,
    run: workspace => workspace.dialog({ kind: 'acceptAll' }),
  },
  'review.series': {
    enabled: workspace => workspace.series?.isOffered() ?? false,
    run: workspace => workspace.series?.review(),
  },
  'review.reopen': {
    enabled: ({ open }) => open !== null && seamAtCaret(open) !== null,
    run: workspace => reopen(workspace),
  },
};
