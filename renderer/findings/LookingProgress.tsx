import { useEffect, useState } from 'react';

/** Milliseconds of looking before it is worth mentioning. */
const PATIENCE = 300;

export interface LookingProgressProps {
  /** Share looked through, 0–1; null while nothing is being looked for. */
  readonly done: number | null;
  readonly said: (done: number) => string;
  readonly label: string;
}

/** How far detectors or suggester have come, once that takes noticeably long. */
export function LookingProgress({ done, said, label }: LookingProgressProps) {
  const looking = done !== null && done < 1;
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
      <p className="number">{said(done)}</p>
      <progress max={1} value={done} aria-label={label} />
    </div>
  );
}
