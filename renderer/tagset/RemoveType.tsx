import { useEffect, useRef, useState } from 'react';
import type { Tagset, TagType } from '../../shared/document/tagset';
import type { Fate, TypeUse } from '../../shared/edits/tagsetEdits';
import { useLocale, useMessages } from '../messages/useMessages';

interface RemoveTypeProps {
  readonly type: TagType;
  readonly tagset: Tagset;
  readonly use: TypeUse;
  readonly onRemove: (fate: Fate) => void;
  readonly onCancel: () => void;
}

/** Asks what becomes of the mentions of a type that is taken away. */
export function RemoveType({ type, tagset, use, onRemove, onCancel }: RemoveTypeProps) {
  const locale = useLocale();
  const { tagset: words, common } = useMessages();
  const others = tagset.filter(({ id }) => id !== type.id);
  const [kind, setKind] = useState<Fate['kind']>('keep');
  const [to, setTo] = useState(others[0]?.id ?? '');
  const question = useRef<HTMLElement>(null);
  useEffect(() => question.current?.querySelector('input')?.focus(), []);
  const choice = (value: Fate['kind'], label: string) => (
    <label className="choice">
      <input type="radio" name="fate" checked={kind === value} onChange={() => setKind(value)} />
      {label}
    </label>
  );
  return (
    <section ref={question} className="type-remove" aria-labelledby="type-remove-question">
      <h3 id="type-remove-question">{words.removeQuestion(type.name[locale], use.mentions, use.entities)}</h3>
      <fieldset className="choices">
        <legend className="visually-hidden">{words.fate}</legend>
        {choice('keep', words.keepMentions)}
        {others.length > 0 && (
          <div className="type-retype">
            {choice('retype', words.retypeMentions)}
            <select
              className="field"
              aria-label={words.retypeMentions}
              value={to}
              onChange={event => {
                setTo(event.target.value);
                setKind('retype');
              }}
            >
              {others.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name[locale]}
                </option>
              ))}
            </select>
          </div>
        )}
        {choice('delete', words.deleteMentions)}
      </fieldset>
      <div className="type-remove-buttons">
        <button type="button" className="button" onClick={onCancel}>
          {common.cancel}
        </button>
        <button
          type="button"
          className="button button-primary"
          onClick={() => onRemove(kind === 'retype' ? { kind, to } : { kind })}
        >
          {words.removeType}
        </button>
      </div>
    </section>
  );
}
