import { useEffect, useState } from 'react';
import { checkWords } from '../../shared/checks/checkWords';
import { type CheckItem, editionCheck } from '../../shared/checks/editionCheck';
import { Cancelled, runInSlices } from '../app/timeSlices';
import { useFindingsValue, useWorkspace } from '../app/useWorkspace';
import type { OpenDocument } from '../app/workspaceState';
import { useLocale, useMessages } from '../messages/useMessages';
import { PlaceList } from './PlaceList';

/** What is not settled yet, each with its places; nothing of it keeps the editor from exporting. */
export function EditionCheckList({ open }: { readonly open: OpenDocument }) {
  const workspace = useWorkspace();
  const { exchange } = useMessages();
  const locale = useLocale();
  const words = exchange.check;
  const [items, setItems] = useState<readonly CheckItem[] | null>(null);
  const looking = useFindingsValue(open.findings, state => state.progress < 1 && state.failure === null);

  useEffect(() => {
    const stop = new AbortController();
    const { document } = open.session;
    const matter = { document, findings: open.findings.getState().open };
    runInSlices(editionCheck(matter), undefined, stop.signal).then(
      found => !stop.signal.aborted && setItems(found),
      error => error instanceof Cancelled || workspace.unexpected(error),
    );
    return () => stop.abort();
  }, [workspace, open]);

  return (
    <section className="export-check" aria-label={words.title}>
      <h3 className="export-heading">{words.title}</h3>
      {items === null && <p className="dialog-hint">{words.looking}</p>}
      {items?.length === 0 && <p className="dialog-hint">{words.nothing}</p>}
      {items?.map(({ kind, count, places }) => (
        <details key={kind} className="check-item">
          <summary>{checkWords(kind, count)[locale]}</summary>
          <PlaceList places={places} count={count} />
        </details>
      ))}
      {looking && <p className="dialog-hint">{words.stillLooking}</p>}
    </section>
  );
}
