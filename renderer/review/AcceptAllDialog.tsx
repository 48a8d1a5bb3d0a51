import { useMemo, useState } from 'react';
import type { PlacedFinding } from '../../shared/edits/deciding';
import type { Finding } from '../../shared/findings/finding';
import { ChoiceActions, ChoiceList } from '../app/ChoiceList';
import { Dialog } from '../app/Dialog';
import { Icon } from '../app/Icon';
import { useFindingsValue, useWorkspace, useWorkspaceValue } from '../app/useWorkspace';
import type { OpenDocument } from '../app/workspaceState';
import { FindingContext } from '../findings/FindingContext';
import { expectedPrecision } from '../findings/findingRows';
import { useLocale, useMessages } from '../messages/useMessages';
import './acceptAll.css';
import { hasProposal } from '../../shared/edits/deciding';
import { acceptedWords, findingWords } from './findingWords';
import { ofKinds } from './openFindings';
import { acceptMany } from './reviewActions';

/** CSS pixels. */
const ROW = 66;

/** Every change a bulk acceptance would make, each to be left out, before it is made as one step. */
export function AcceptAllDialog({ open }: { readonly open: OpenDocument }) {
  const workspace = useWorkspace();
  const messages = useMessages();
  const locale = useLocale();
  const { acceptAll: words } = messages;
  const kinds = useWorkspaceValue(state => state.kinds);
  const all = useFindingsValue(open.findings, state => state.open);
  const [threshold, setThreshold] = useState(workspace.getState().settings.bulkConfidence);
  const [left, setLeft] = useState<ReadonlySet<Finding>>(new Set());
  const listed = useMemo(
    () => ofKinds(all, kinds).filter(placed => hasProposal(placed) && placed.finding.confidence >= threshold),
    [all, kinds, threshold],
  );
  const chosen = listed.filter(({ finding }) => !left.has(finding));
  const onlyBreaks = listed.length > 0 && listed.every(({ finding }) => finding.kind === 'break');
  const close = () => workspace.dialog(null);

  const toggle = (row: number) => {
    const finding = listed[row]?.finding;
    if (!finding) return;
    const next = new Set(left);
    if (!next.delete(finding)) next.add(finding);
    setLeft(next);
  };
  const accept = () => {
    close();
    if (threshold !== workspace.getState().settings.bulkConfidence) {
      workspace.changeSettings({ bulkConfidence: threshold });
    }
    acceptMany(workspace, chosen);
  };

  return (
    <Dialog
      title={words.title}
      size="large"
      onCancel={close}
      actions={
        <ChoiceActions
          labels={{ all: words.all, nothing: words.nothing, apply: words.accept(chosen.length) }}
          chosen={chosen.length}
          onAll={() => setLeft(new Set())}
          onNothing={() => setLeft(new Set(listed.map(({ finding }) => finding)))}
          onCancel={close}
          onApply={accept}
        />
      }
    >
      <p className="dialog-hint">
        {onlyBreaks && `${words.joinAll(messages.common.percent(threshold))}${locale === 'zh' ? '' : ' '}`}
        {words.lead}
      </p>
      <label className="confidence">
        <span>{words.threshold}</span>
        <input
          className="slider"
          type="range"
          min={50}
          max={100}
          value={Math.round(threshold * 100)}
          onChange={event => setThreshold(Number(event.target.value) / 100)}
        />
        <output className="number">{messages.common.percent(threshold)}</output>
      </label>
      <p className="number" aria-live="polite">
        {words.chosen(chosen.length, listed.length)}
        {chosen.length > 0 && (
          <span className="accept-all-right"> {messages.findings.rightIn(expectedPrecision(chosen))}</span>
        )}
      </p>
      {listed.length === 0 ? (
        <p className="dialog-hint">{words.none}</p>
      ) : (
        <ChoiceList
          label={words.list}
          count={listed.length}
          rowHeight={ROW}
          isChosen={row => {
            const finding = listed[row]?.finding;
            return finding !== undefined && !left.has(finding);
          }}
          onToggle={toggle}
          render={row => {
            const placed = listed[row];
            return placed && <ChangeLine open={open} placed={placed} chosen={!left.has(placed.finding)} />;
          }}
        />
      )}
    </Dialog>
  );
}

interface ChangeLineProps {
  readonly open: OpenDocument;
  readonly placed: PlacedFinding;
  readonly chosen: boolean;
}

function ChangeLine({ open, placed, chosen }: ChangeLineProps) {
  const messages = useMessages();
  const locale = useLocale();
  const { finding } = placed;
  const { document } = open.session;
  const dropHyphen = finding.kind === 'break' && finding.dropHyphen;
  const after = acceptedWords(findingWords(document, placed), dropHyphen);
  return (
    <div className="change-line">
      <span className="change-check" data-chosen={chosen ? true : undefined} aria-hidden="true">
        {chosen && <Icon name="accept" />}
      </span>
      <FindingContext document={document} placed={placed} />
      <span className="finding-confidence number">{messages.common.percent(finding.confidence)}</span>
      <span className="change-after truncate" lang="zh-CN">
        → {after}
      </span>
      <span className="change-reason truncate" title={finding.reason[locale]}>
        {messages.kinds[finding.kind]}
        {locale === 'zh' ? '：' : ': '}
        {finding.reason[locale]}
      </span>
    </div>
  );
}
