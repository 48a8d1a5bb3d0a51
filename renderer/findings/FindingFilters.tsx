import type { PlacedFinding } from '../../shared/edits/deciding';
import { FINDING_KINDS, type FindingKind } from '../../shared/findings/finding';
import { useWorkspace, useWorkspaceValue } from '../app/useWorkspace';
import type { OpenDocument } from '../app/workspaceState';
import { useMessages } from '../messages/useMessages';
import { ConfidenceSlider } from './ConfidenceSlider';
import { enabledKinds } from './enabledKinds';
import { countsByKind, expectedPrecision } from './findingRows';

interface FindingFiltersProps {
  readonly open: OpenDocument;
  /** Of all kinds. */
  readonly all: readonly PlacedFinding[];
  /** Of the kinds chosen. */
  readonly shown: readonly PlacedFinding[];
}

/** Which findings the queue shows: kinds, and a least confidence that says how many remain and how many are right. */
export function FindingFilters({ open, all, shown }: FindingFiltersProps) {
  const workspace = useWorkspace();
  const messages = useMessages();
  const kinds = useWorkspaceValue(state => state.kinds);
  const minimum = useWorkspaceValue(state => state.settings.minimumConfidence);
  const counts = countsByKind(all);
  const listed = FINDING_KINDS.filter(kind => counts.has(kind) || kinds?.has(kind));

  const toggle = (kind: FindingKind) => {
    const next = new Set(kinds);
    if (!next.delete(kind)) next.add(kind);
    workspace.update({ kinds: next.size === 0 ? null : next });
  };

  return (
    <div className="finding-filters">
      {listed.length > 1 && (
        <fieldset className="chips">
          <legend className="visually-hidden">{messages.findings.kindFilter}</legend>
          {listed.map(kind => (
            <button
              key={kind}
              type="button"
              className="chip"
              aria-pressed={kinds?.has(kind) ?? false}
              onClick={() => toggle(kind)}
            >
              {messages.kinds[kind]}
              <span className="number chip-count">{messages.common.number(counts.get(kind) ?? 0)}</span>
            </button>
          ))}
        </fieldset>
      )}
      <ConfidenceSlider
        label={messages.findings.confidence}
        kept={minimum}
        onMove={next => open.findings.filter(next, enabledKinds(workspace.getState().settings))}
        onSettled={next => workspace.changeSettings({ minimumConfidence: next })}
      />
      <p className="finding-remain number">
        {messages.findings.remain(shown.length, expectedPrecision(shown))}
      </p>
    </div>
  );
}
