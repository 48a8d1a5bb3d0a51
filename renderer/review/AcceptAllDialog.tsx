import { useMemo } from 'react';
import type { PlacedFinding } from '../../shared/edits/deciding';
import { ChoiceDialog } from '../app/ChoiceDialog';
import { Ticked } from '../app/Ticked';
import { useChoice } from '../app/useChoice';
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
import { useBulkThreshold } from './useBulkThreshold';

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
  const { threshold, slider, keep } = useBulkThreshold();
  const listed = useMemo(
    () => ofKinds(all, kinds).filter(placed => hasProposal(placed) && placed.finding.confidence >= threshold),
    [all, kinds, threshold],
  );
  const choice = useChoice(
    listed,
    ({ finding }) => finding,
    () => true,
  );
  const { chosen } = choice;
  const onlyBreaks = listed.length > 0 && listed.every(({ finding }) => finding.kind === 'break');
  const close = () => workspace.dialog(null);
  const accept = () => {
    close();
    keep();
    acceptMany(workspace, chosen);
  };
  const joins = onlyBreaks
    ? `${words.joinAll(messages.common.percent(threshold))}${locale === 'zh' ? '' : ' '}`
    : '';

  return (
    <ChoiceDialog
      title={words.title}
      lead={`${joins}${words.lead}`}
      head={slider}
      count={
        <>
          {messages.choice.chosen(chosen.length, listed.length)}
          {chosen.length > 0 && (
            <span className="accept-all-right"> {messages.findings.rightIn(expectedPrecision(chosen))}</span>
          )}
        </>
      }
      choice={choice}
      listLabel={words.list}
      none={words.none}
      rowHeight={ROW}
      render={(placed, isChosen) => <ChangeLine open={open} placed={placed} chosen={isChosen} />}
      apply={words.accept(chosen.length)}
      onApply={accept}
      onCancel={close}
    />
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
      <Ticked chosen={chosen} />
      <FindingContext document={document} placed={placed} />
      <span className="finding-confidence number">{messages.common.percent(finding.confidence)}</span>
      <span className="change-after truncate" lang="zh-CN">
        → {after === '' ? messages.findings.nothing : after}
      </span>
      <span className="change-reason truncate" title={finding.reason[locale]}>
        {messages.kinds[finding.kind]}
        {locale === 'zh' ? '：' : ': '}
        {finding.reason[locale]}
      </span>
    </div>
  );
}
