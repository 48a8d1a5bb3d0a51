import { useRef } from 'react';
import type { TagAttribute, TagType } from '../../shared/document/tagset';
import { Icon } from '../app/Icon';
import { SettledField } from '../app/SettledField';
import { useLocale, useMessages } from '../messages/useMessages';

export interface AttributeActions {
  readonly add: (attribute: TagAttribute) => string | null;
  readonly change: (id: string, update: Partial<TagAttribute>) => string | null;
  readonly move: (id: string, to: number) => void;
  readonly remove: (attribute: TagAttribute) => void;
}

const KINDS = ['text', 'choice', 'date', 'id'] as const satisfies readonly TagAttribute['kind'][];

/** What is recorded of a type's mentions beside the type. */
export function AttributeTable({
  type,
  actions,
}: {
  readonly type: TagType;
  readonly actions: AttributeActions;
}) {
  const { tagset: words } = useMessages();
  const attributes = type.attributes ?? [];
  // A row whose id is changed in it is still the same row, and keeps the keyboard.
  const keys = useRef(new Map<string, number>());
  const made = useRef(0);
  const keyOf = (id: string): number => {
    const key = keys.current.get(id) ?? made.current++;
    keys.current.set(id, key);
    return key;
  };
  const change: AttributeActions['change'] = (id, update) => {
    const problem = actions.change(id, update);
    if (problem !== null || update.id === undefined) return problem;
    keys.current.set(update.id, keyOf(id));
    keys.current.delete(id);
    return problem;
  };
  const add = () => {
    const ids = new Set(attributes.map(({ id }) => id));
    let n = attributes.length + 1;
    while (ids.has(`a${n}`)) n++;
    actions.add({ id: `a${n}`, name: words.newAttribute(n), kind: 'text', choices: [] });
  };
  return (
    <fieldset className="type-attributes">
      <legend className="settled-label">{words.attributes}</legend>
      {attributes.length > 0 && (
        <div className="type-attribute settled-label" aria-hidden="true">
          <span>{words.nameZh}</span>
          <span>{words.nameEn}</span>
          <span>{words.id}</span>
          <span>{words.kind}</span>
        </div>
      )}
      {attributes.map((attribute, at) => (
        <AttributeRow
          key={keyOf(attribute.id)}
          attribute={attribute}
          at={at}
          last={at === attributes.length - 1}
          actions={{ ...actions, change }}
        />
      ))}
      <button type="button" className="button button-small type-attribute-add" onClick={add}>
        {words.addAttribute}
      </button>
    </fieldset>
  );
}

interface AttributeRowProps {
  readonly attribute: TagAttribute;
  readonly at: number;
  readonly last: boolean;
  readonly actions: AttributeActions;
}

function AttributeRow({ attribute, at, last, actions }: AttributeRowProps) {
  const locale = useLocale();
  const { tagset: words } = useMessages();
  const { id, name, kind, choices } = attribute;
  const change = (update: Partial<TagAttribute>) => actions.change(id, update);
  const named = name[locale];
  return (
    <fieldset className="type-attribute">
      <legend className="visually-hidden">{named}</legend>
      <SettledField
        label={words.nameZh}
        bare
        lang="zh-CN"
        maxLength={40}
        value={name.zh}
        onSettled={zh => change({ name: { ...name, zh } })}
      />
      <SettledField
        label={words.nameEn}
        bare
        lang="en"
        maxLength={60}
        value={name.en}
        onSettled={en => change({ name: { ...name, en } })}
      />
      <SettledField
        label={words.id}
        bare
        maxLength={32}
        value={id}
        onSettled={next => change({ id: next })}
      />
      <select
        className="field"
        aria-label={words.kind}
        value={kind}
        onChange={event => {
          const chosen = KINDS.find(one => one === event.target.value);
          if (chosen) change({ kind: chosen, choices: chosen === 'choice' ? words.firstChoices : [] });
        }}
      >
        {KINDS.map(one => (
          <option key={one} value={one}>
            {words.kinds[one]}
          </option>
        ))}
      </select>
      <span className="type-attribute-buttons">
        <IconButton
          name="up"
          label={words.moveUp(named)}
          off={at === 0}
          onClick={() => actions.move(id, at - 1)}
        />
        <IconButton
          name="down"
          label={words.moveDown(named)}
          off={last}
          onClick={() => actions.move(id, at + 1)}
        />
        <IconButton
          name="close"
          label={words.removeAttribute(named)}
          onClick={() => actions.remove(attribute)}
        />
      </span>
      {kind === 'choice' && (
        <div className="type-choices">
          <SettledField
            label={words.choices}
            bare
            placeholder={words.choices}
            value={choices.join('、')}
            onSettled={text => change({ choices: choicesOf(text) })}
          />
        </div>
      )}
    </fieldset>
  );
}

/** Choices are parted by any comma, an enumeration comma or a semicolon; none twice. */
function choicesOf(text: string): readonly string[] {
  const parts = text.split(/[、，,；;]/).map(part => part.trim());
  return [...new Set(parts.filter(Boolean))];
}

interface IconButtonProps {
  readonly name: 'up' | 'down' | 'close';
  readonly label: string;
  readonly off?: boolean;
  readonly onClick: () => void;
}

function IconButton({ name, label, off = false, onClick }: IconButtonProps) {
  return (
    <button
      type="button"
      className="button button-icon button-small"
      aria-label={label}
      title={label}
      disabled={off}
      onClick={onClick}
    >
      <Icon name={name} />
    </button>
  );
}
