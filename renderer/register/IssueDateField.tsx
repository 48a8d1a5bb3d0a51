import { useEffect, useId, useMemo, useState } from 'react';
import { parseDay } from '../../shared/register/normalForms/calendar';
import { guessIssueDate } from '../../shared/register/normalForms/issueDate';
import { normalFormOf } from '../../shared/register/normalForms/normalForm';
import { useMessages } from '../messages/useMessages';
import { useSession } from '../session/useSession';

interface IssueDateFieldProps {
  readonly value: string | null;
  /** A day `YYYY-MM-DD`, or null for none. */
  readonly onChange: (issueDate: string | null) => void;
}

/** The day of issue: typed in digits or as the paper prints it, or taken from where the text names it. */
export function IssueDateField({ value, onChange }: IssueDateFieldProps) {
  const { register: words } = useMessages();
  const session = useSession();
  const [typed, setTyped] = useState(value ?? '');
  const [wrong, setWrong] = useState(false);
  const hint = useId();
  useEffect(() => {
    setTyped(value ?? '');
    setWrong(false);
  }, [value]);
  const guess = useMemo(() => (value === null ? guessIssueDate(session.document) : null), [session, value]);

  const settle = () => {
    const day = dayOf(typed);
    setWrong(day === undefined);
    if (day === undefined || day === value) return;
    onChange(day);
  };

  return (
    <div className="issue-date">
      <label className="issue-date-label">
        <span>{words.issueDate}</span>
        <input
          className="field number"
          value={typed}
          placeholder={words.issueDateHint}
          aria-invalid={wrong}
          aria-describedby={wrong ? hint : undefined}
          onChange={event => {
            setTyped(event.target.value);
            setWrong(false);
          }}
          onBlur={settle}
          onKeyDown={event => {
            if (event.key === 'Enter' && !event.nativeEvent.isComposing) settle();
          }}
        />
      </label>
      {guess && typed === '' && (
        <button type="button" className="button button-small" onClick={() => onChange(guess.date)}>
          {words.guess(guess.date, guess.words)}
        </button>
      )}
      {wrong && (
        <p className="field-wrong" id={hint} role="alert">
          {words.issueDateWrong}
        </p>
      )}
    </div>
  );
}

/** What was typed as a day; null for nothing, undefined for what is none. */
function dayOf(typed: string): string | null | undefined {
  if (typed.trim() === '') return null;
  const read = normalFormOf('date', typed, { issueDate: null });
  return read.kind === 'value' && parseDay(read.value) ? read.value : undefined;
}
