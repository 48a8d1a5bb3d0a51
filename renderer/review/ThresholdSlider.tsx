import { useMessages } from '../messages/useMessages';
import './acceptAll.css';

interface ThresholdSliderProps {
  /** Confidence, 0–1. */
  readonly value: number;
  readonly onChange: (value: number) => void;
}

/** From which confidence on changes are taken, 50–100 %. */
export function ThresholdSlider({ value, onChange }: ThresholdSliderProps) {
  const { acceptAll, common } = useMessages();
  return (
    <label className="confidence">
      <span>{acceptAll.threshold}</span>
      <input
        className="slider"
        type="range"
        min={50}
        max={100}
        value={Math.round(value * 100)}
        onChange={event => onChange(Number(event.target.value) / 100)}
      />
      <output className="number">{common.percent(value)}</output>
    </label>
  );
}
