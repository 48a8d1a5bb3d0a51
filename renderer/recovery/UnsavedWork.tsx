import { useEffect, useState } from 'react';
import type { UnsavedWork as Work } from '../../shared/ipc/contract';
import { Icon } from '../app/Icon';
import { openRequested } from '../app/openFlow';
import { useWorkspace } from '../app/useWorkspace';
import { useLocale, useMessages } from '../messages/useMessages';
import './recovery.css';

/** The welcome screen's list of work that is in no annotation file. Not shown where there is none. */
export function UnsavedWork() {
  const workspace = useWorkspace();
  const { recovery } = useMessages();
  const words = recovery.unsaved;
  const locale = useLocale();
  const [list, setList] = useState<readonly Work[]>([]);
  useEffect(() => {
    let shown = true;
    workspace.kanwu
      .unsavedWork(null)
      .then(found => shown && setList(found))
      .catch(workspace.unexpected);
    return () => {
      shown = false;
    };
  }, [workspace]);
  if (list.length === 0) return null;
  const time = new Intl.DateTimeFormat(locale === 'zh' ? 'zh-CN' : 'en', {
    dateStyle: 'medium',
    timeStyle: 'short',
  });
  const discard = (id: string) =>
    workspace.kanwu.discardUnsaved({ id }).then(setList).catch(workspace.unexpected);
  return (
    <section className="recents unsaved" aria-labelledby="unsaved-title">
      <div className="recents-head">
        <h2 id="unsaved-title">{words.title}</h2>
      </div>
      <ul>
        {list.map(({ id, name, folder, changes, at, source }) => (
          <li key={id} className="recent">
            <button
              type="button"
              className="recent-open unsaved-open"
              aria-label={words.open(name)}
              title={`${folder}/${name}`}
              onClick={() => openRequested(workspace, { from: 'journal', id })}
            >
              <Icon name="file" />
              <span className="unsaved-name">
                <span className="truncate">{name}</span>
                <span className="recent-folder truncate">
                  {[words.changes(changes), words.source[source]].filter(part => part !== '').join(' · ')}
                </span>
              </span>
              <time className="recent-date" dateTime={at}>
                {time.format(new Date(at))}
              </time>
            </button>
            <button
              type="button"
              className="button button-icon unsaved-discard"
              aria-label={words.discard(name)}
              title={words.discard(name)}
              onClick={() => discard(id)}
            >
              <Icon name="close" />
            </button>
          </li>
        ))}
      </ul>
      <p className="recents-none">{words.hint}</p>
    </section>
  );
}
