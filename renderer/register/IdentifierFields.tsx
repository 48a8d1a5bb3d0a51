import { useId, useState } from 'react';
import { IDENTIFIER_SCHEMES, type Identifier, type IdentifierScheme } from '../../shared/document/entity';
import {
  isWellFormed,
  readIdentifier,
  sameIdentifier,
  schemeForm,
  schemeName,
} from '../../shared/register/identifiers';
import type { Message } from '../../shared/source/fileError';
import { Icon } from '../app/Icon';
import { useLocale, useMessages } from '../messages/useMessages';

interface IdentifierFieldsProps {
  readonly identifiers: readonly Identifier[];
  readonly onChange: (identifiers: readonly Identifier[]) => void;
}

/** The identifiers of an entity, and a row to add one; addresses are reduced to what they identify. */
export function IdentifierFields({ identifiers, onChange }: IdentifierFieldsProps) {
  const { register: words } = useMessages();
  const locale = useLocale();
  const [scheme, setScheme] = useState<IdentifierScheme>('wikidata');
  const [typed, setTyped] = useState('');
  const [wrong, setWrong] = useState<Message | null>(null);
  const hint = useId();
  const addTyped = () => {
    const read = readIdentifier(scheme, typed);
    if (read.kind === 'malformed') {
      setWrong(read.message);
      return;
    }
    setTyped('');
    onChange([...identifiers, read.identifier]);
  };
  return (
    <fieldset className="identifiers">
      <legend>{words.identifiers}</legend>
      {identifiers.length > 0 && (
        <ul>
          {identifiers.map(one => (
            <li key={`${one.scheme}:${one.value}`} className="identifier">
              <span className="identifier-scheme">{schemeName(one.scheme)[locale]}</span>
              <span className="identifier-value truncate" title={one.value}>
                {one.value}
              </span>
              {!isWellFormed(one) && (
                <span className="entity-flag" title={schemeForm(one.scheme)[locale]}>
                  <Icon name="warning" />
                </span>
              )}
              <button
                type="button"
                className="button button-icon"
                aria-label={words.removeIdentifier(one.value)}
                title={words.removeIdentifier(one.value)}
                onClick={() => onChange(identifiers.filter(other => !sameIdentifier(one, other)))}
              >
                <Icon name="close" />
              </button>
            </li>
          ))}
        </ul>
      )}
      <div className="identifier-new">
        <select
          className="field"
          aria-label={words.scheme}
          value={scheme}
          onChange={event => {
            setScheme(event.target.value as IdentifierScheme);
            setWrong(null);
          }}
        >
          {IDENTIFIER_SCHEMES.map(one => (
            <option key={one} value={one}>
              {schemeName(one)[locale]}
            </option>
          ))}
        </select>
        <input
          className="field"
          aria-label={words.identifier}
          placeholder={schemeForm(scheme)[locale]}
          value={typed}
          aria-invalid={wrong !== null}
          aria-describedby={wrong ? hint : undefined}
          onChange={event => {
            setTyped(event.target.value);
            setWrong(null);
          }}
          onKeyDown={event => {
            if (event.key === 'Enter' && !event.nativeEvent.isComposing && typed.trim() !== '') addTyped();
          }}
        />
        <button
          type="button"
          className="button button-small"
          disabled={typed.trim() === ''}
          aria-label={words.addIdentifier}
          onClick={addTyped}
        >
          {words.add}
        </button>
      </div>
      {wrong && (
        <p className="field-wrong" id={hint} role="alert">
          {wrong[locale]}
        </p>
      )}
    </fieldset>
  );
}
