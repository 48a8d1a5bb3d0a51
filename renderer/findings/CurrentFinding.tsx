import { hasProposal } from '../../shared/edits/deciding';
import { useFindingsValue, useWorkspace } from '../app/useWorkspace';
import type { OpenDocument } from '../app/workspaceState';
import { useKeysOf } from '../commands/useKeysOf';
import { useLocale, useMessages } from '../messages/useMessages';
import { accept, dismiss, dismissAlike } from '../review/reviewActions';
import { FindingContext } from './FindingContext';

/** UTF-16 code units on either side. */
const CONTEXT = 40;

/** The finding the editor is at: more of the text around it, the whole reason, and what can be done. */
export function CurrentFinding({ open }: { readonly open: OpenDocument }) {
  const workspace = useWorkspace();
  const messages = useMessages();
  const locale = useLocale();
  const placed = useFindingsValue(open.findings, state =>
    state.current ? (state.open.find(other => other.finding === state.current) ?? null) : null,
  );
  const keysOf = useKeysOf();
  if (!placed) return null;
  const { finding } = placed;
  const isBreak = finding.kind === 'break';
  return (
    <section className="current-finding" aria-label={messages.kinds[finding.kind]}>
      <p className="current-words">
        <FindingContext document={open.session.document} placed={placed} context={CONTEXT} />
      </p>
      <p className="current-reason">
        {finding.reason[locale]}
        {isBreak && finding.between.length > 0 && ` (${messages.findings.takesOut(finding.between.length)})`}
      </p>
      <p className="current-confidence">
        <meter min={0} max={1} value={finding.confidence} aria-label={messages.findings.confidence} />
        {messages.findings.rightIn(finding.confidence)}
      </p>
      {!hasProposal(placed) && <p className="current-confidence">{messages.findings.nothingProposed}</p>}
      <div className="current-actions">
        {hasProposal(placed) && (
          <button
            type="button"
            className="button button-primary button-small"
            title={keysOf('review.accept')}
            onClick={() => accept(workspace, placed)}
          >
            {isBreak ? messages.findings.join : messages.findings.accept}
          </button>
        )}
        <button
          type="button"
          className="button button-small"
          title={keysOf('review.dismiss')}
          onClick={() => dismiss(workspace, placed)}
        >
          {isBreak ? messages.findings.keep : messages.findings.dismiss}
        </button>
        <button
          type="button"
          className="button button-quiet button-small"
          onClick={() => dismissAlike(workspace, placed)}
        >
          {messages.findings.dismissLike}
        </button>
      </div>
    </section>
  );
}
