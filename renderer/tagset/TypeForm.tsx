import { useId, useState } from 'react';
import { tagKeyOf } from '../../shared/commands/tagKeys';
import { impliedNormalForm, NORMAL_FORM_KINDS, type TagType } from '../../shared/document/tagset';
import { LONGEST_TYPE_ID } from '../../shared/edits/tagsetEdits';
import { SettledField } from '../app/SettledField';
import { useWorkspaceValue } from '../app/useWorkspace';
import { shownKeys } from '../commands/keys';
import { useLocale, useMessages } from '../messages/useMessages';

interface TypeFormProps {
  readonly type: TagType;
  /** Makes a change; returns what is wrong with it, else null. */
  readonly onChange: (update: Partial<TagType>) => string | null;
}

/** Colours of the palette by number, 1–12. */
const COLORS = Array.from({ length: 12 }, (_, n) => n + 1);

/** What can be set of a type itself. */
export function TypeForm({ type, onChange }: TypeFormProps) {
  const locale = useLocale();
  const { tagset: words } = useMessages();
  return (
    <div className="type-form">
      <div className="type-names">
        <SettledField
          label={words.nameZh}
          lang="zh-CN"
          value={type.name.zh}
          maxLength={40}
          onSettled={zh => onChange({ name: { ...type.name, zh } })}
        />
        <SettledField
          label={words.nameEn}
          lang="en"
          value={type.name.en}
          maxLength={60}
          onSettled={en => onChange({ name: { ...type.name, en } })}
        />
        <SettledField
          label={words.id}
          value={type.id}
          maxLength={LONGEST_TYPE_ID}
          onSettled={id => onChange({ id })}
        />
        <KeyField tagKey={type.key} onChange={key => onChange({ key })} />
        <NormalFormChoice type={type} onChange={normal => onChange({ normal })} />
      </div>
      <fieldset className="type-colors">
        <legend className="settled-label">{words.color}</legend>
        {COLORS.map(color => (
          <label key={color} className="type-color" data-tag={color}>
            <input
              type="radio"
              name="tag-color"
              className="visually-hidden"
              checked={type.color === color}
              onChange={() => onChange({ color })}
            />
            {words.colors[color - 1]}
          </label>
        ))}
      </fieldset>
      <SettledField
        label={words.description}
        lang={locale === 'zh' ? 'zh-CN' : 'en'}
        multiline
        maxLength={1000}
        placeholder={words.descriptionHint}
        value={type.description ?? ''}
        onSettled={description => onChange({ description })}
      />
    </div>
  );
}

const NORMAL_FORMS = ['none', ...NORMAL_FORM_KINDS] as const;

interface NormalFormChoiceProps {
  readonly type: TagType;
  readonly onChange: (normal: (typeof NORMAL_FORMS)[number]) => void;
}

function NormalFormChoice({ type, onChange }: NormalFormChoiceProps) {
  const { tagset: words } = useMessages();
  return (
    <label className="settled-field">
      <span className="settled-label">{words.normal}</span>
      <select
        className="field"
        value={type.normal ?? impliedNormalForm(type.id) ?? 'none'}
        onChange={({ target }) => onChange(NORMAL_FORMS.find(form => form === target.value) ?? 'none')}
      >
        {NORMAL_FORMS.map(form => (
          <option key={form} value={form}>
            {words.normals[form]}
          </option>
        ))}
      </select>
    </label>
  );
}

interface KeyFieldProps {
  readonly tagKey: string;
  readonly onChange: (key: string) => string | null;
}

/** Takes the key that is pressed in it; Backspace or Delete leave the type without one. */
function KeyField({ tagKey, onChange }: KeyFieldProps) {
  const { tagset: words } = useMessages();
  const platform = useWorkspaceValue(state => state.start?.platform ?? 'linux');
  const [problem, setProblem] = useState<string | null>(null);
  const id = useId();
  return (
    <div className="settled-field">
      <label className="settled-label" htmlFor={id}>
        {words.key}
      </label>
      <input
        id={id}
        className="field"
        readOnly
        value={tagKey === '' ? '' : shownKeys(`Alt+${tagKey.toUpperCase()}`, platform)}
        placeholder={words.keyHint}
        aria-invalid={problem !== null}
        aria-describedby={problem === null ? undefined : `${id}-problem`}
        onBlur={() => setProblem(null)}
        onKeyDown={event => {
          const { key, ctrlKey, metaKey, nativeEvent } = event;
          if (ctrlKey || metaKey || nativeEvent.isComposing || nativeEvent.keyCode === 229) return;
          if (key === 'Backspace' || key === 'Delete') setProblem(onChange(''));
          else if (key.length === 1) setProblem(onChange(tagKeyOf(key) ?? key));
          else return;
          event.preventDefault();
        }}
      />
      {problem !== null && (
        <span className="settled-problem" id={`${id}-problem`} role="alert">
          {problem}
        </span>
      )}
    </div>
  );
}
