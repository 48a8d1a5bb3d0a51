import { useState } from 'react';
import { Dialog } from '../app/Dialog';
import { giveUp } from '../app/showFile';
import { pause } from '../app/timeSlices';
import { useWorkspace, useWorkspaceValue } from '../app/useWorkspace';
import type { ShownDialog } from '../app/workspaceState';
import { useLocale, useMessages } from '../messages/useMessages';
import './import.css';
import { makeDocument, planOnto } from './importFlow';

/** Which of the documents a file holds, and what is to become of it. */
export function ImportDialog({ dialog }: { readonly dialog: Extract<ShownDialog, { kind: 'import' }> }) {
  const workspace = useWorkspace();
  const { exchange, common } = useMessages();
  const words = exchange.import;
  const locale = useLocale();
  const openName = useWorkspaceValue(state => state.open?.file.name ?? null);
  const { file, format, reading, isCurrent } = dialog;
  const [chosen, setChosen] = useState(0);
  const [onto, setOnto] = useState(openName !== null && !isCurrent);
  const imported = reading.documents[chosen];
  if (!imported) return null;
  const hasText = imported.text !== null;
  const ontoOpen = openName !== null && !isCurrent && (onto || !hasText);
  const possible = ontoOpen || hasText;

  const close = () => (isCurrent ? giveUp(workspace, file) : workspace.dialog(null));
  const go = async () => {
    workspace.dialog(null);
    // Taking the dialog away and giving the text the focus has a turn of its own.
    await pause();
    if (ontoOpen) await planOnto(workspace, imported);
    else await makeDocument(workspace, file, imported, isCurrent);
    for (const notice of reading.notices) workspace.notice(notice, 'warning');
  };

  return (
    <Dialog
      title={words.title}
      size="medium"
      onCancel={close}
      actions={
        <>
          <button type="button" className="button" onClick={close}>
            {common.cancel}
          </button>
          <button
            type="button"
            className="button button-primary"
            data-autofocus
            disabled={!possible}
            onClick={() => go().catch(workspace.unexpected)}
          >
            {ontoOpen ? words.review : words.open}
          </button>
        </>
      }
    >
      <p>{words.readAs(file.name, format.name[locale])}</p>
      {reading.documents.length > 1 && (
        <label className="labelled">
          {words.documents(reading.documents.length)}
          <select
            className="import-documents"
            size={Math.min(8, reading.documents.length)}
            value={chosen}
            onChange={event => setChosen(Number(event.target.value))}
          >
            {reading.documents.map(({ name, text, mentions }, n) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes, and names may be the same
              <option key={n} value={n}>
                {`${name} · ${words.mentions(mentions.length)} · ${(text ?? '').slice(0, 24)}`}
              </option>
            ))}
          </select>
        </label>
      )}
      <p className="dialog-hint">
        {words.holds(imported.mentions.length, imported.entities.length, imported.corrections.length)}
      </p>
      {openName !== null && !isCurrent && (
        <fieldset className="choices">
          <legend className="visually-hidden">{words.target}</legend>
          <label className="choice">
            <input type="radio" name="import-target" checked={ontoOpen} onChange={() => setOnto(true)} />
            {words.onto(openName)}
          </label>
          <label className="choice">
            <input
              type="radio"
              name="import-target"
              checked={!ontoOpen}
              disabled={!hasText}
              onChange={() => setOnto(false)}
            />
            {words.asNew}
          </label>
        </fieldset>
      )}
      {!hasText && <p className="dialog-hint">{possible ? words.noText : words.noTextAtAll}</p>}
      {ontoOpen && imported.corrections.length > 0 && (
        <p className="dialog-hint">{words.correctionsStay(imported.corrections.length)}</p>
      )}
    </Dialog>
  );
}
