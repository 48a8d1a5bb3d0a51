import { type ReactNode, useState } from 'react';
import { PercentSlider } from '../app/PercentSlider';
import { useWorkspace } from '../app/useWorkspace';
import { useMessages } from '../messages/useMessages';

/** Lowest percent from which on many things are done at once. */
const LOWEST = 50;

interface BulkThreshold {
  /** Confidence, 0–1. */
  readonly threshold: number;
  readonly slider: ReactNode;
  /** Makes what was chosen the setting. */
  readonly keep: () => void;
}

/** From which confidence on a dialog lists what it would do at once: the setting, until its slider is moved. */
export function useBulkThreshold(): BulkThreshold {
  const workspace = useWorkspace();
  const { acceptAll } = useMessages();
  const { bulkConfidence } = workspace.getState().settings;
  const [threshold, setThreshold] = useState(bulkConfidence);
  return {
    threshold,
    slider: (
      <PercentSlider label={acceptAll.threshold} value={threshold} lowest={LOWEST} onChange={setThreshold} />
    ),
    keep: () => {
      if (threshold !== bulkConfidence) workspace.changeSettings({ bulkConfidence: threshold });
    },
  };
}
