import { useEffect, useState } from 'react';
import { useFindingsValue, useWorkspaceValue } from '../app/useWorkspace';
import { useMessages } from '../messages/useMessages';
import type { FindingsStore } from './findingsStore';

/** Milliseconds of looking before it is worth mentioning. */
const PATIENCE = 300;

/** How far the detectors have come, once that takes noticeably long. */
export function DetectionProgress({ findings }: { readonly findings: FindingsStore }) {
  const messages = useMessages();
  const done = useFindingsValue(findings, state => state.progress);
  const failed = useWorkspaceValue(state => state.detectionFailed);
  const looking = done < 1 && !failed;
  const [long, setLong] = useState(false);
  useEffect(() => {
    setLong(false);
    if (!looking) return;
    const timer = setTimeout(() => setLong(true), PATIENCE);
    return () => clearTimeout(timer);
  }, [looking]);
  if (!looking || !long) return null;
  return (
    <div className="detection">
      <p className="number">{messages.findings.looking(done)}</p>
      <progress max={1} value={done} aria-label={messages.findings.lookingShort} />
    </div>
  );
}
