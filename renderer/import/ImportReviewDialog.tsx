import { useMemo } from 'react';
import { extendedTagset } from '../../shared/anchoring/extendedTagset';
import { workingText } from '../../shared/document/document';
import { ChoiceActions } from '../app/ChoiceList';
import { Dialog } from '../app/Dialog';
import { useChoice } from '../app/useChoice';
import { useWorkspace } from '../app/useWorkspace';
import type { OpenDocument, ShownDialog } from '../app/workspaceState';
import { useMessages } from '../messages/useMessages';
import { acceptImport } from './importFlow';
import { type MovedRow, PlacementReview } from './PlacementReview';

interface ImportReviewDialogProps {
  readonly open: OpenDocument;
  readonly dialog: Extract<ShownDialog, { kind: 'importReview' }>;
}

/** UTF-16 code units of the text kept with a row. */
const AROUND = 40;

/** Where imported mentions stand in the open text, before they are taken in as one step. */
export function ImportReviewDialog({ open, dialog: { plan } }: ImportReviewDialogProps) {
  const workspace = useWorkspace();
  const { exchange } = useMessages();
  const words = exchange.import;
  const { exact, moved } = plan;
  const { tagset: own } = open.session.document;
  const tagset = useMemo(() => extendedTagset(own, plan.imported.tagset, plan.types), [own, plan]);
  const orphans = useMemo(() => plan.orphans.map(({ type, quote }) => ({ type, text: quote })), [plan]);
  const rows = useMemo((): MovedRow[] => {
    // Of a book the text alone takes 20 ms to put together.
    if (moved.length === 0) return [];
    const text = workingText(open.session.document);
    return moved.map(({ mention, start, end, score }, n) => {
      const from = Math.max(0, start - AROUND);
      return {
        key: String(n),
        type: mention.type,
        quote: mention.quote,
        score,
        text: text.slice(from, end + AROUND).replace(/\s/g, ' '),
        start: start - from,
        end: end - from,
      };
    });
  }, [open, moved]);
  const choice = useChoice(
    rows,
    ({ key }) => key,
    () => true,
  );
  const close = () => workspace.dialog(null);
  const apply = () => {
    close();
    const keys = new Set(choice.chosen.map(({ key }) => key));
    const taken = new Set([...exact, ...moved.filter((_, n) => keys.has(String(n)))]);
    acceptImport(workspace, plan, taken).catch(workspace.unexpected);
  };
  const count = exact.length + choice.chosen.length;

  return (
    <Dialog
      title={words.reviewTitle}
      size="large"
      onCancel={close}
      actions={
        <ChoiceActions
          apply={words.accept(count)}
          choice={choice}
          canApply={count + plan.orphans.length > 0}
          onCancel={close}
          onApply={apply}
        />
      }
    >
      <p>{words.exact(exact.length)}</p>
      <PlacementReview tagset={tagset} choice={choice} orphans={orphans} />
    </Dialog>
  );
}
