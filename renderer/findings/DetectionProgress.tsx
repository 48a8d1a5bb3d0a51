import { useFindingsValue, useWorkspaceValue } from '../app/useWorkspace';
import { useMessages } from '../messages/useMessages';
import type { FindingsStore } from './findingsStore';
import { LookingProgress } from './LookingProgress';

/** How far the detectors have come. */
export function DetectionProgress({ findings }: { readonly findings: FindingsStore }) {
  const { findings: words } = useMessages();
  const progress = useFindingsValue(findings, state => state.progress);
  const failed = useWorkspaceValue(state => state.detectionFailed);
  return <LookingProgress done={failed ? null : progress} said={words.looking} label={words.lookingShort} />;
}
