import type { ExportFormat, ExportOption } from '../../shared/exports';
import type { ExportChoice } from '../../shared/settings/settings';
import { useLocale, useMessages } from '../messages/useMessages';

interface ExportOptionsProps {
  readonly format: ExportFormat;
  readonly choice: ExportChoice;
  readonly disabled: boolean;
  readonly onChoose: (choice: ExportChoice) => void;
}

/** What a format lets the editor choose; of which text it is made, where it can be made of either. */
export function ExportOptions({ format, choice, disabled, onChoose }: ExportOptionsProps) {
  const { exchange } = useMessages();
  const words = exchange.export;
  if (!format.ofOriginal && format.options.length === 0) return null;
  const ofOriginal = format.ofOriginal && choice.text === 'original';
  const set = (id: string, value: string) =>
    onChoose({ ...choice, options: { ...choice.options, [id]: value } });
  return (
    <fieldset className="export-options" disabled={disabled}>
      <legend className="visually-hidden">{format.name.en}</legend>
      {format.ofOriginal && (
        <label className="export-option">
          <span>{words.text}</span>
          <select
            className="field"
            value={choice.text}
            onChange={event =>
              onChoose({ ...choice, text: event.target.value === 'original' ? 'original' : 'corrected' })
            }
          >
            <option value="corrected">{words.corrected}</option>
            <option value="original">{words.original}</option>
          </select>
        </label>
      )}
      {format.options.map(option => (
        <OptionControl
          key={option.id}
          option={option}
          value={choice.options[option.id] ?? option.preset}
          disabled={ofOriginal && option.ofCorrections === true}
          onSet={value => set(option.id, value)}
        />
      ))}
      {ofOriginal && format.kind === 'edition' && (
        <p className="dialog-hint export-hint">{words.originalHint}</p>
      )}
    </fieldset>
  );
}

interface OptionControlProps {
  readonly option: ExportOption;
  readonly value: string;
  readonly disabled: boolean;
  readonly onSet: (value: string) => void;
}

function OptionControl({ option, value, disabled, onSet }: OptionControlProps) {
  const locale = useLocale();
  if (option.kind === 'flag') {
    return (
      <label className="choice export-flag">
        <input
          type="checkbox"
          checked={value === 'yes' && !disabled}
          disabled={disabled}
          onChange={event => onSet(event.target.checked ? 'yes' : 'no')}
        />
        {option.name[locale]}
      </label>
    );
  }
  return (
    <label className="export-option">
      <span>{option.name[locale]}</span>
      <select
        className="field"
        value={value}
        disabled={disabled}
        onChange={event => onSet(event.target.value)}
      >
        {option.choices.map(({ value: each, name }) => (
          <option key={each} value={each}>
            {name[locale]}
          </option>
        ))}
      </select>
    </label>
  );
}
