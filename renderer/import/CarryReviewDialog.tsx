import { useMemo } from 'react';
import type { CarriedOver } from '../../shared/anchoring/carryOver';
import { allMentions } from '../../shared/edits/tagging';
import { ChoiceActions } from '../app/ChoiceList';
import { Dialog } from '../app/Dialog';
import { giveUp } from '../app/showFile';
import { useChoice } from '../app/useChoice';
import { useWorkspace } from '../app/useWorkspace';
import type { ShownDialog } from '../app/workspaceState';
import { useMessages } from '../messages/useMessages';
import { acceptCarried } from './carryFlow';
import { type MovedRow, PlacementReview } from './PlacementReview';

/** What became of corrections, mentions and decisions on the changed source, before the document is shown over it. */
export function CarryReviewDialog({
  dialog,
}: {
  readonly dialog: Extract<ShownDialog, { kind: 'carryReview' }>;
}) {
  const workspace = useWorkspace();
  const { exchange } = useMessages();
  const words = exchange.import;
  const { file, carried } = dialog;
  const { report, document } = carried;
  const rows = useMemo(() => movedRows(carried), [carried]);
  const choice = useChoice(
    rows,
    ({ key }) => key,
    () => true,
  );
  const cancel = () => (workspace.open ? workspace.dialog(null) : giveUp(workspace, file));

  return (
    <Dialog
      title={words.carryTitle}
      size="large"
      onCancel={cancel}
      actions={
        <ChoiceActions
          apply={words.carryAccept}
          choice={choice}
          canApply
          onCancel={cancel}
          onApply={() => {
            const kept = new Set(choice.chosen.map(({ key }) => key));
            acceptCarried(workspace, file, carried, kept).catch(workspace.unexpected);
          }}
        />
      }
    >
      <ul className="carry-summary">
        <li>
          {words.carryCorrections(
            report.corrections.kept,
            report.corrections.made,
            report.corrections.lost.length,
          )}
        </li>
        <li>{words.exact(report.mentions.exact)}</li>
        <li>{words.carryDecisions(report.decisions.kept, report.decisions.lapsed)}</li>
      </ul>
      {report.corrections.lost.length > 0 && (
        <details className="import-orphans">
          <summary>{words.lostCorrections(report.corrections.lost.length)}</summary>
          <ul>
            {report.corrections.lost.slice(0, 200).map(({ original, replacement }, n) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes
              <li key={n} lang="zh-CN">
                <del>{shown(original)}</del> → {shown(replacement)}
              </li>
            ))}
          </ul>
        </details>
      )}
      <PlacementReview tagset={document.tagset} choice={choice} orphans={document.orphans} />
    </Dialog>
  );
}

function shown(text: string): string {
  return text.replace(/\r\n|[\r\n]/g, '⏎') || '∅';
}

function movedRows({ document, report }: CarriedOver): MovedRow[] {
  const scores = new Map(report.mentions.moved.map(({ id, score }) => [id, score]));
  if (scores.size === 0) return [];
  const rows: MovedRow[] = [];
  for (const { block, mention } of allMentions(document)) {
    const score = scores.get(mention.id);
    if (score === undefined) continue;
    const { start, end, type, id } = mention;
    const { text } = block.body;
    rows.push({ key: id, type, quote: text.slice(start, end), score, text, start, end });
  }
  return rows;
}
