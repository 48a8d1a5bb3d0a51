import { useState } from 'react';
import type { OpenedSource } from '../../shared/ipc/contract';
import { ENCODING_NAMES, SOURCE_ENCODINGS } from '../../shared/source/encoding';
import { useMessages } from '../messages/useMessages';
import { Dialog } from './Dialog';
import { openRequested } from './openFlow';
import { useWorkspace } from './useWorkspace';
import type { OpenDocument } from './workspaceState';

/** Chooses the encoding in which the source is read again. Main asks about unsaved work. */
export function EncodingDialog({
  open,
  source,
}: {
  readonly open: OpenDocument;
  readonly source: OpenedSource;
}) {
  const workspace = useWorkspace();
  const messages = useMessages();
  const present = open.session.document.source.encoding;
  const [encoding, setEncoding] = useState(present);
  const { edited } = open.session.getState();
  const { encoding: words } = messages;

  const reopen = () => {
    workspace.dialog(null);
    const { documentId } = open.file;
    openRequested(workspace, { from: 'encoding', documentId, encoding }).catch(workspace.unexpected);
  };

  return (
    <Dialog
      title={words.title}
      onCancel={() => workspace.dialog(null)}
      actions={
        <>
          <button type="button" className="button" onClick={() => workspace.dialog(null)}>
            {messages.common.cancel}
          </button>
          <button
            type="button"
            className="button button-primary"
            disabled={encoding === present}
            onClick={reopen}
          >
            {words.reopen}
          </button>
        </>
      }
    >
      <p>{words.lead(open.file.name, ENCODING_NAMES[present])}</p>
      <p className="dialog-hint">{source.encodingCertain ? words.certain : words.uncertain}</p>
      <fieldset className="choices">
        <legend className="visually-hidden">{words.legend}</legend>
        {SOURCE_ENCODINGS.map(name => (
          <label key={name} className="choice">
            <input
              type="radio"
              name="encoding"
              value={name}
              checked={encoding === name}
              data-autofocus={name === present ? true : undefined}
              onChange={() => setEncoding(name)}
            />
            {ENCODING_NAMES[name]}
          </label>
        ))}
      </fieldset>
      {edited && <p className="dialog-hint">{words.edited}</p>}
    </Dialog>
  );
}
