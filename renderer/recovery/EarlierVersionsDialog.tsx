import { useEffect, useState } from 'react';
import type { EarlierVersion } from '../../shared/ipc/contract';
import { Dialog } from '../app/Dialog';
import { useWorkspace } from '../app/useWorkspace';
import type { OpenDocument } from '../app/workspaceState';
import { useLocale, useMessages } from '../messages/useMessages';
import './recovery.css';
import { restoreVersion } from './restoreVersion';

/** Versions of the annotation file that saving replaced; one of them can be brought back as unsaved work. */
export function EarlierVersionsDialog({ open }: { readonly open: OpenDocument }) {
  const workspace = useWorkspace();
  const { recovery, common } = useMessages();
  const words = recovery.earlier;
  const locale = useLocale();
  const [versions, setVersions] = useState<readonly EarlierVersion[] | null>(null);
  const [chosen, setChosen] = useState<string | null>(null);
  const { documentId } = open.file;
  useEffect(() => {
    workspace.kanwu
      .earlierVersions({ documentId })
      .then(list => {
        setVersions(list);
        setChosen(list[0]?.id ?? null);
      })
      .catch(workspace.unexpected);
  }, [workspace, documentId]);
  const time = new Intl.DateTimeFormat(locale === 'zh' ? 'zh-CN' : 'en', {
    dateStyle: 'medium',
    timeStyle: 'medium',
  });
  const when = (at: string) => time.format(new Date(at));
  const version = versions?.find(({ id }) => id === chosen) ?? null;
  const close = () => workspace.dialog(null);
  return (
    <Dialog
      title={words.title}
      onCancel={close}
      actions={
        <>
          <button type="button" className="button" onClick={close}>
            {common.cancel}
          </button>
          <button
            type="button"
            className="button button-primary"
            disabled={!version}
            onClick={() =>
              version &&
              restoreVersion(workspace, open, version.id, when(version.at)).catch(workspace.unexpected)
            }
          >
            {words.restore}
          </button>
        </>
      }
    >
      <p className="dialog-hint">{words.lead}</p>
      {versions?.length === 0 && <p>{words.none}</p>}
      {versions !== null && versions.length > 0 && (
        <fieldset className="earlier-versions">
          <legend className="visually-hidden">{words.list}</legend>
          {versions.map(({ id, at, size }, n) => (
            <label key={id} className="choice earlier-version">
              <input
                type="radio"
                name="earlier-version"
                checked={id === chosen}
                data-autofocus={n === 0}
                onChange={() => setChosen(id)}
              />
              <time dateTime={at}>{when(at)}</time>
              <span className="number">{recovery.megabytes(size)}</span>
            </label>
          ))}
        </fieldset>
      )}
    </Dialog>
  );
}
