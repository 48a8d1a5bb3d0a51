import type { Mention } from '../../shared/document/mention';
import type { TagAttribute, TagType } from '../../shared/document/tagset';
import type { MentionUpdate } from '../../shared/edits/tagging';
import { SettledField } from '../app/SettledField';
import { useLocale, useMessages } from '../messages/useMessages';

interface AttributeFieldsProps {
  readonly mention: Mention;
  /** The mention's type; undefined where the tagset does not know it. */
  readonly type: TagType | undefined;
  readonly onChange: (update: MentionUpdate) => void;
}

/** What is recorded of one mention: the attributes of its type, a note, and who tagged it when. */
export function AttributeFields({ mention, type, onChange }: AttributeFieldsProps) {
  const locale = useLocale();
  const { details: words } = useMessages();
  const values = mention.attributes ?? {};
  const known = type?.attributes ?? [];
  const others = Object.keys(values).filter(id => !known.some(attribute => attribute.id === id));
  const set = (id: string, value: string) => {
    const { [id]: _, ...rest } = values;
    const next = value === '' ? rest : { ...rest, [id]: value };
    onChange({ attributes: Object.keys(next).length === 0 ? null : next });
  };
  const when = new Date(mention.when);
  return (
    <div className="mention-attributes">
      {known.map(attribute => (
        <AttributeField
          key={attribute.id}
          attribute={attribute}
          value={values[attribute.id] ?? ''}
          onSettled={value => set(attribute.id, value)}
        />
      ))}
      {others.map(id => (
        <SettledField
          key={id}
          label={words.otherValue(id)}
          value={values[id] ?? ''}
          onSettled={value => {
            set(id, value);
            return null;
          }}
        />
      ))}
      <SettledField
        label={words.note}
        lang="zh-CN"
        maxLength={2000}
        value={mention.note ?? ''}
        onSettled={note => {
          onChange({ note: note === '' ? null : note });
          return null;
        }}
      />
      <p className="mention-by number">
        {words.by(mention.who, Number.isNaN(when.getTime()) ? mention.when : when.toLocaleString(locale))}
      </p>
    </div>
  );
}

interface AttributeFieldProps {
  readonly attribute: TagAttribute;
  readonly value: string;
  readonly onSettled: (value: string) => void;
}

const DATE = /^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/;

function AttributeField({ attribute, value, onSettled }: AttributeFieldProps) {
  const locale = useLocale();
  const { details: words } = useMessages();
  const { name, kind, choices } = attribute;
  if (kind === 'choice') {
    return (
      <label className="settled-field">
        <span className="settled-label">{name[locale]}</span>
        <select className="field" value={value} onChange={event => onSettled(event.target.value)}>
          <option value="">{words.none}</option>
          {choices.map(choice => (
            <option key={choice} value={choice}>
              {choice}
            </option>
          ))}
          {value !== '' && !choices.includes(value) && (
            <option value={value}>{words.notInList(value)}</option>
          )}
        </select>
      </label>
    );
  }
  return (
    <SettledField
      label={name[locale]}
      maxLength={500}
      value={value}
      {...(kind === 'date' ? { placeholder: 'YYYY-MM-DD' } : {})}
      onSettled={typed => {
        if (kind === 'date' && typed !== '' && !DATE.test(typed)) return words.badDate;
        if (kind === 'id' && /\s/.test(typed)) return words.badId;
        onSettled(typed);
        return null;
      }}
    />
  );
}
