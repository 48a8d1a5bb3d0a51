import type { Workspace } from '../app/workspace';
import { accept, dismiss, goToNeighbour, reopen, seamAtCaret } from '../review/reviewActions';
import {
  acceptCurrent,
  acceptName,
  dismissCurrent,
  goToNextSuggestion,
  reviewsSuggestions,
} from '../suggestions/suggestionActions';
import { type CommandBindings, withDocument } from './commandBinding';

/** Whether there is anything to decide: findings, or suggestions while their tab is in front. */
const hasAny = (workspace: Workspace): boolean => {
  const { open } = workspace;
  if (!open) return false;
  return reviewsSuggestions(workspace)
    ? open.suggestions.getState().list.total > 0
    : open.findings.getState().open.length > 0;
};

export const REVIEW_COMMANDS: CommandBindings = {
  'review.next': { enabled: hasAny, run: workspace => step(workspace, 1) },
  'review.previous': { enabled: hasAny, run: workspace => step(workspace, -1) },
  'review.accept': {
    enabled: hasAny,
    run: workspace => (reviewsSuggestions(workspace) ? acceptCurrent(workspace) : accept(workspace)),
  },
  'review.dismiss': {
    enabled: hasAny,
    run: workspace => (reviewsSuggestions(workspace) ? dismissCurrent(workspace) : dismiss(workspace)),
  },
  'review.acceptAll': {
    enabled: hasAny,
    run: workspace =>
      workspace.dialog({ kind: reviewsSuggestions(workspace) ? 'acceptSuggestions' : 'acceptAll' }),
  },
  'suggest.review': {
    enabled: withDocument,
    run: workspace => {
      const tab = reviewsSuggestions(workspace) ? 'findings' : 'suggestions';
      workspace.update({ inspectorTab: tab });
      if (!workspace.getState().settings.inspectorOpen) workspace.changeSettings({ inspectorOpen: true });
      if (tab === 'suggestions' && hasAny(workspace)) goToNextSuggestion(workspace, 1);
    },
  },
  'suggest.acceptName': {
    enabled: workspace => reviewsSuggestions(workspace) && hasAny(workspace),
    run: acceptName,
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

function step(workspace: Workspace, direction: 1 | -1): void {
  if (reviewsSuggestions(workspace)) goToNextSuggestion(workspace, direction);
  else goToNeighbour(workspace, direction);
}
