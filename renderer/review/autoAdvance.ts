import type { PlacedFinding } from '../../shared/edits/deciding';
import type { Workspace } from '../app/workspace';
import { isQueuedFrom } from '../findings/queueOrder';
import { goToFinding, queue } from './findingQueue';

/** Milliseconds to wait for what the detectors say of the text a decision has just changed. */
const WAIT = 120;

interface Pending {
  readonly finish: () => void;
}

const pending = new WeakMap<Workspace, Pending>();

/**
 * Moves on to the finding after `decided`. The blocks a correction touched are being looked at again at that moment
 * and may hold the next one, so where the next of `list` (the queue before the decision) was among them, this waits
 * for the detectors, though not longer than {@link WAIT}.
 */
export function advanceFrom(
  workspace: Workspace,
  decided: PlacedFinding,
  list: readonly PlacedFinding[],
): void {
  const { open, settings } = workspace.getState();
  if (!open || !settings.autoAdvance) return;
  pending.get(workspace)?.finish();
  const following = list[list.findIndex(placed => placed.finding === decided.finding) + 1];
  const next = following && queue(workspace).find(placed => placed.finding === following.finding);
  if (next) {
    goToFinding(workspace, next);
    return;
  }
  const { findings } = open;
  const finish = () => {
    if (pending.get(workspace)?.finish !== finish) return;
    pending.delete(workspace);
    clearTimeout(timer);
    stop();
    if (workspace.open?.findings !== findings || findings.getState().current) return;
    const rest = queue(workspace);
    const target = rest.find(placed => isQueuedFrom(placed, decided)) ?? rest[0];
    if (target) goToFinding(workspace, target);
  };
  const before = queue(workspace);
  const stop = findings.subscribe(() => {
    if (queue(workspace).length > before.length) finish();
  });
  const timer = setTimeout(finish, WAIT);
  pending.set(workspace, { finish });
}

/** Does a pending move at once, for the editor has pressed the next key already. */
export function flushAdvance(workspace: Workspace): void {
  pending.get(workspace)?.finish();
}
