import { type KeyboardEvent, type RefObject, useEffect, useRef, useState } from 'react';
import { isInputMethod } from '../commands/keys';

interface QueryFieldProps {
  readonly input: RefObject<HTMLInputElement | null>;
  readonly label: string;
  readonly value: string;
  readonly describedBy?: string | undefined;
  readonly invalid?: boolean;
  readonly onValue: (value: string) => void;
  readonly onEnter: (event: KeyboardEvent<HTMLInputElement>) => void;
}

/** A field that hands on what is typed, but nothing of what an input method has only half composed. */
export function QueryField({ input, label, value, describedBy, invalid, onValue, onEnter }: QueryFieldProps) {
  const [text, setText] = useState(value);
  const composing = useRef(false);
  useEffect(() => setText(value), [value]);
  const hand = (next: string) => {
    setText(next);
    if (!composing.current && next !== value) onValue(next);
  };
  return (
    <input
      ref={input}
      className="find-input"
      type="text"
      aria-label={label}
      placeholder={label}
      aria-invalid={invalid}
      aria-describedby={describedBy}
      spellCheck={false}
      autoComplete="off"
      value={text}
      onChange={event => hand(event.target.value)}
      onCompositionStart={() => {
        composing.current = true;
      }}
      onCompositionEnd={event => {
        composing.current = false;
        hand(event.currentTarget.value);
      }}
      onKeyDown={event => {
        if (event.key !== 'Enter' || isInputMethod(event.nativeEvent)) return;
        event.preventDefault();
        onEnter(event);
      }}
    />
  );
}
