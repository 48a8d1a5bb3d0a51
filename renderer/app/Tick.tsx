import type { ReactNode } from 'react';

interface TickProps {
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  readonly children: ReactNode;
}

/** A setting that is on or off. */
export function Tick({ checked, onChange, children }: TickProps) {
  return (
    <label className="choice">
      <input type="checkbox" checked={checked} onChange={event => onChange(event.target.checked)} />
      {children}
    </label>
  );
}
