import { useEffect, useId, useState } from 'react';
import type { NormalFormKind } from '../../shared/document/tagset';
import { fitsWords, normalFormOf } from '../../shared/register/normalForms/normalForm';
import { normalFormHint, normalFormProblem } from '../../shared/register/normalForms/normalSyntax';
import type { Message } from '../../shared/source/fileError';
import { useLocale, useMessages } from '../messages/useMessages';
import { useSessionValue } from '../session/useSession';

interface NormalFormFieldProps {
  readonly kind: NormalFormKind;
  /** The words of the mention. */
  readonly text: string;
  readonly normal: string | undefined;
  /** Normal form of the date before in the block. */
  readonly before: string | null;
  /** Null takes the normal form away. */
  readonly onChange: (normal: string | null) => void;
}

/** The normal form of a mention, with the computed one offered where it has another. */
export function NormalFormField({ kind, text, normal, before, onChange }: NormalFormFieldProps) {
  const { register } = useMessages();
  const { details: words } = register;
  const locale = useLocale();
  const issueDate = useSessionValue(state => state.document.issueDate);
  const [typed, setTyped] = useState(normal ?? '');
  const [wrong, setWrong] = useState<Message | null>(null);
  const hint = useId();
  useEffect(() => {
    setTyped(normal ?? '');
    setWrong(null);
  }, [normal]);
  const read = normalFormOf(kind, text, { issueDate, before });
  const offered = read.kind === 'value' && read.value !== normal ? read : null;
  const isOff = normal !== undefined && wrong === null && !fitsWords(kind, text, normal);

  const settle = () => {
    const form = typed.trim();
    const problem = form === '' ? null : normalFormProblem(kind, form);
    setWrong(problem);
    if (problem === null && form !== (normal ?? '')) onChange(form === '' ? null : form);
  };

  return (
    <>
      <div className="mention-normal">
        <input
          className="field number"
          aria-label={words.normal}
          placeholder={words.normal}
          title={normalFormHint(kind)[locale]}
          value={typed}
          aria-invalid={wrong !== null || isOff}
          aria-describedby={wrong || isOff ? hint : undefined}
          onChange={event => {
            setTyped(event.target.value);
            setWrong(null);
          }}
          onBlur={settle}
          onKeyDown={event => {
            if (event.key === 'Enter' && !event.nativeEvent.isComposing) settle();
          }}
        />
        {offered && (
          <button type="button" className="button button-small" onClick={() => onChange(offered.value)}>
            <span className="truncate">
              {offered.certain ? words.use(offered.value) : words.guess(offered.value)}
            </span>
          </button>
        )}
      </div>
      {(wrong || isOff) && (
        <p className="field-wrong" id={hint} role="alert">
          {wrong ? wrong[locale] : words.off}
        </p>
      )}
      {read.kind === 'needsIssueDate' && normal === undefined && (
        <p className="entity-made">{words.needsIssueDate}</p>
      )}
    </>
  );
}
