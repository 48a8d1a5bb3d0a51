import { type KeyboardEvent, useMemo } from 'react';
import type { PlacedFinding } from '../../shared/edits/deciding';
import { useFindingsValue, useWorkspace, useWorkspaceValue } from '../app/useWorkspace';
import { VirtualList } from '../app/VirtualList';
import type { OpenDocument } from '../app/workspaceState';
import { useLocale, useMessages } from '../messages/useMessages';
import { goToFinding } from '../review/findingQueue';
import { ofKinds } from '../review/openFindings';
import { accept, dismiss } from '../review/reviewActions';
import { CurrentFinding } from './CurrentFinding';
import { DetectionProgress } from './DetectionProgress';
import { FindingContext } from './FindingContext';
import { FindingFilters } from './FindingFilters';
import './findings.css';
import { findingRows } from './findingRows';
import { NoFindings } from './NoFindings';

/** CSS pixels. */
const HEAD = 30;
const ROW = 54;

/** The queue of open findings, and the one the editor is at with all that can be done about it. */
export function FindingsPanel({ open }: { readonly open: OpenDocument }) {
  const workspace = useWorkspace();
  const messages = useMessages();
  const kinds = useWorkspaceValue(state => state.kinds);
  const all = useFindingsValue(open.findings, state => state.open);
  const current = useFindingsValue(open.findings, state => state.current);
  const shown = useMemo(() => ofKinds(all, kinds), [all, kinds]);
  const rows = useMemo(() => findingRows(shown), [shown]);
  const active = rows.findIndex(row => row.kind === 'finding' && row.placed.finding === current);
  const isHead = useMemo(() => (index: number) => rows[index]?.kind === 'head', [rows]);
  const height = useMemo(() => (index: number) => (isHead(index) ? HEAD : ROW), [isHead]);
  const at = (index: number): PlacedFinding | null => {
    const row = rows[index];
    return row?.kind === 'finding' ? row.placed : null;
  };
  const onFinding = (index: number, act: (placed: PlacedFinding) => void) => {
    const placed = at(index);
    if (placed) act(placed);
  };

  /** J and K besides the commands' own keys, for the list is no place to type in. */
  const onKey = (event: KeyboardEvent): boolean => {
    if (event.altKey || event.ctrlKey || event.metaKey || active < 0) return false;
    const key = event.key.toLowerCase();
    if (key === 'j') accept(workspace);
    else if (key === 'k' || event.key === 'Delete') dismiss(workspace);
    else return false;
    return true;
  };

  return (
    <>
      <DetectionProgress findings={open.findings} />
      {(all.length > 0 || kinds !== null) && <FindingFilters open={open} all={all} shown={shown} />}
      {shown.length === 0 ? (
        <NoFindings open={open} hidden={all.length} />
      ) : (
        <VirtualList
          label={messages.findings.list}
          className="findings"
          count={rows.length}
          rowHeight={height}
          active={active}
          isOption={index => !isHead(index)}
          onActive={index => onFinding(index, placed => goToFinding(workspace, placed))}
          onOpen={index => onFinding(index, placed => goToFinding(workspace, placed, true))}
          onAction={(index, action) =>
            onFinding(index, placed =>
              action === 'accept' ? accept(workspace, placed) : dismiss(workspace, placed),
            )
          }
          onKey={onKey}
          render={index => {
            const row = rows[index];
            if (row?.kind === 'head') {
              return (
                <span className="finding-head">
                  {messages.kinds[row.of]}
                  <span className="badge number">{messages.common.number(row.count)}</span>
                </span>
              );
            }
            return row && <FindingLine open={open} placed={row.placed} />;
          }}
        />
      )}
      <CurrentFinding open={open} />
    </>
  );
}

function FindingLine({ open, placed }: { readonly open: OpenDocument; readonly placed: PlacedFinding }) {
  const messages = useMessages();
  const locale = useLocale();
  const { finding } = placed;
  const reason = finding.reason[locale];
  const isBreak = finding.kind === 'break';
  return (
    <div className="finding-line">
      <FindingContext document={open.session.document} placed={placed} />
      <span className="finding-confidence number">{messages.common.percent(finding.confidence)}</span>
      <span className="finding-reason truncate" title={reason}>
        {reason}
      </span>
      <span className="finding-buttons" aria-hidden="true">
        {(isBreak || finding.replacement !== null) && (
          <span className="row-button" data-action="accept">
            {isBreak ? messages.findings.join : messages.findings.accept}
          </span>
        )}
        <span className="row-button" data-action="dismiss">
          {isBreak ? messages.findings.keep : messages.findings.dismiss}
        </span>
      </span>
    </div>
  );
}
