import { EXPORT_FORMATS, type ExportFormat } from '../../shared/exports';
import { useLocale, useMessages } from '../messages/useMessages';

interface ExportFormatListProps {
  /** Id of the format chosen. */
  readonly chosen: string;
  readonly disabled: boolean;
  readonly onChoose: (format: ExportFormat) => void;
}

const KINDS = ['edition', 'data', 'list'] as const;

/** Every format by kind, each with a line that says who reads it. One radio group: the arrow keys go through all. */
export function ExportFormatList({ chosen, disabled, onChoose }: ExportFormatListProps) {
  const { exchange } = useMessages();
  const locale = useLocale();
  const words = exchange.export;
  return (
    <fieldset className="export-formats" disabled={disabled}>
      <legend className="visually-hidden">{words.formats}</legend>
      {KINDS.map(kind => {
        const formats = EXPORT_FORMATS.filter(format => format.kind === kind);
        if (formats.length === 0) return null;
        return (
          <div key={kind} className="export-group">
            <h3 className="export-heading">{words.kinds[kind]}</h3>
            {formats.map(format => (
              <label key={format.id} className="export-format">
                <input
                  type="radio"
                  name="export-format"
                  checked={format.id === chosen}
                  data-autofocus={format.id === chosen ? true : undefined}
                  onChange={() => onChoose(format)}
                />
                <span>
                  <span className="export-name">{format.name[locale]}</span>
                  {format.about[locale] !== format.name[locale] && (
                    <span className="export-about">{format.about[locale]}</span>
                  )}
                </span>
              </label>
            ))}
          </div>
        );
      })}
    </fieldset>
  );
}
