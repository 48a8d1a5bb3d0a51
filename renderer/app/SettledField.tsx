import { useEffect, useId, useRef, useState } from 'react';
import './settledField.css';

interface SettledFieldProps {
  readonly label: string;
  readonly value: string;
  /** Takes what was typed; returns what is wrong with it, else null. */
  readonly onSettled: (value: string) => string | null;
  readonly lang?: string;
  readonly maxLength?: number;
  readonly multiline?: boolean;
  readonly placeholder?: string;
  /** The label is for screen readers only. */
  readonly bare?: boolean;
  readonly autoFocus?: boolean;
}

/**
 * A field whose text is taken when it is left, or by Enter: one edit for each, not for each key. What is refused stays to be
 * corrected, with the reason below.
 */
export function SettledField(props: SettledFieldProps) {
  const { label, value, onSettled, lang, maxLength, multiline, placeholder, bare, autoFocus } = props;
  const [typed, setTyped] = useState(value);
  const taken = useRef(value);
  const [problem, setProblem] = useState<string | null>(null);
  const id = useId();
  useEffect(() => {
    setTyped(value);
    setProblem(null);
    taken.current = value;
  }, [value]);
  const settle = () => {
    const next = typed.trim();
    if (next === value || next === taken.current) {
      setTyped(value);
      setProblem(null);
      return;
    }
    const wrong = onSettled(next);
    if (wrong === null) taken.current = next;
    setProblem(wrong);
  };
  // A field that goes away with the keyboard in it (a command went to another mention) is left, too.
  const leave = useRef(settle);
  useEffect(() => {
    leave.current = settle;
  });
  useEffect(() => () => leave.current(), []);
  const field = {
    className: multiline ? 'field settled-area' : 'field',
    lang,
    maxLength,
    placeholder,
    value: typed,
    'aria-label': bare ? label : undefined,
    'aria-invalid': problem !== null,
    'aria-describedby': problem === null ? undefined : `${id}-problem`,
    'data-autofocus': autoFocus ? true : undefined,
    onBlur: settle,
  };
  return (
    <div className="settled-field">
      {!bare && (
        <label className="settled-label" htmlFor={id}>
          {label}
        </label>
      )}
      {multiline ? (
        <textarea id={id} rows={2} {...field} onChange={event => setTyped(event.target.value)} />
      ) : (
        <input
          id={id}
          {...field}
          onChange={event => setTyped(event.target.value)}
          onKeyDown={event => {
            if (event.key === 'Enter' && !event.nativeEvent.isComposing) settle();
          }}
        />
      )}
      {problem !== null && (
        <span className="settled-problem" id={`${id}-problem`} role="alert">
          {problem}
        </span>
      )}
    </div>
  );
}
