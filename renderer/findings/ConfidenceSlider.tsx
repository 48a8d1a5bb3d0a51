import { useEffect, useRef, useState } from 'react';
import { PercentSlider } from '../app/PercentSlider';

/** Milliseconds after the last move before the new confidence becomes a setting. */
const SETTLED = 400;

interface ConfidenceSliderProps {
  readonly label: string;
  /** The setting, 0–1. */
  readonly kept: number;
  /** Lowest percent that can be chosen. */
  readonly lowest?: number;
  /** While it moves. */
  readonly onMove?: (confidence: number) => void;
  /** Once it has come to rest, also when the slider goes away before. */
  readonly onSettled: (confidence: number) => void;
}

/** Chooses a confidence in whole percent; what it ends at is kept as a setting. */
export function ConfidenceSlider({ label, kept, lowest = 0, onMove, onSettled }: ConfidenceSliderProps) {
  const [value, setValue] = useState(kept);
  const pending = useRef<{ readonly timer: ReturnType<typeof setTimeout>; readonly settle: () => void }>(
    null,
  );
  useEffect(() => setValue(kept), [kept]);
  useEffect(
    () => () => {
      pending.current?.settle();
    },
    [],
  );
  return (
    <PercentSlider
      label={label}
      value={value}
      lowest={lowest}
      onChange={next => {
        setValue(next);
        onMove?.(next);
        if (pending.current) clearTimeout(pending.current.timer);
        const settle = () => {
          clearTimeout(timer);
          pending.current = null;
          onSettled(next);
        };
        const timer = setTimeout(settle, SETTLED);
        pending.current = { timer, settle };
      }}
    />
  );
}
