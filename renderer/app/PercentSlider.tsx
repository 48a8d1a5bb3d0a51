import { useMessages } from '../messages/useMessages';
import './percentSlider.css';

interface PercentSliderProps {
  readonly label: string;
  /** 0–1. */
  readonly value: number;
  /** Lowest percent that can be chosen. */
  readonly lowest?: number;
  readonly onChange: (value: number) => void;
}

/** Chooses a share or a confidence in whole percent. */
export function PercentSlider({ label, value, lowest = 0, onChange }: PercentSliderProps) {
  const { common } = useMessages();
  return (
    <label className="confidence">
      <span>{label}</span>
      <input
        className="slider"
        type="range"
        min={lowest}
        max={100}
        value={Math.round(value * 100)}
        onChange={event => onChange(Number(event.target.value) / 100)}
      />
      <output className="number">{common.percent(value)}</output>
    </label>
  );
}
