import { useEffect, useState } from 'react';
import {
  applyingNormalForms,
  type NormalProposal,
  type NormalProposals,
  proposeNormalForms,
} from '../../shared/register/normalising';
import { ChoiceDialog } from '../app/ChoiceDialog';
import { Ticked } from '../app/Ticked';
import { finishInSlices } from '../app/timeSlices';
import { useChoice } from '../app/useChoice';
import { useWorkspace } from '../app/useWorkspace';
import type { OpenDocument } from '../app/workspaceState';
import { editMany } from '../mentions/changeMany';
import { TagBadge } from '../mentions/TagBadge';
import { useMessages } from '../messages/useMessages';
import { useSessionValue } from '../session/useSession';
import { IssueDateField } from './IssueDateField';
import './register.css';

/** CSS pixels. */
const ROW = 34;
const NO_PROPOSALS: NormalProposals = { proposals: [], waiting: 0 };

/** Normal forms for all dates and amounts, each to be left out, given as one step; asks for the day of issue. */
export function NormaliseDialog({ open }: { readonly open: OpenDocument }) {
  const workspace = useWorkspace();
  const { register, choice: choiceWords } = useMessages();
  const { normalising: words } = register;
  const { session } = open;
  const [issueDate, setIssueDate] = useState(session.document.issueDate);
  const [found, setFound] = useState<NormalProposals | null>(null);
  useEffect(() => {
    let wanted = true;
    setFound(null);
    finishInSlices(proposeNormalForms(session.document, issueDate), () => wanted, setFound);
    return () => {
      wanted = false;
    };
  }, [session, issueDate]);

  const { proposals, waiting } = found ?? NO_PROPOSALS;
  const choice = useChoice(
    proposals,
    // Reckoned from another day of issue it is another proposal.
    proposal => proposal,
    ({ certain }) => certain,
  );
  const { chosen } = choice;
  const close = () => workspace.dialog(null);
  const apply = async () => {
    close();
    const isMade = await editMany(workspace, open, 'normalise', chosen.length, document =>
      applyingNormalForms(document, chosen, issueDate),
    );
    if (isMade) workspace.notice(messages => messages.register.normalising.done(chosen.length));
  };

  return (
    <ChoiceDialog
      title={words.title}
      lead={words.lead}
      head={
        <div className="normalise-head">
          <IssueDateField value={issueDate} onChange={setIssueDate} />
          <button
            type="button"
            className="button button-small"
            disabled={proposals.length === 0}
            onClick={choice.reset}
          >
            {words.sure}
          </button>
        </div>
      }
      count={
        <>
          {found === null ? words.looking : choiceWords.chosen(chosen.length, proposals.length)}
          {waiting > 0 && <span className="normalise-waiting"> {words.waiting(waiting)}</span>}
        </>
      }
      choice={choice}
      listLabel={words.list}
      none={found && words.none}
      rowHeight={ROW}
      render={(proposal, isChosen) => <ProposalLine proposal={proposal} chosen={isChosen} />}
      apply={words.apply(chosen.length)}
      onApply={apply}
      onCancel={close}
    />
  );
}

function ProposalLine({ proposal, chosen }: { readonly proposal: NormalProposal; readonly chosen: boolean }) {
  const { register } = useMessages();
  const { normalising: words } = register;
  const tagset = useSessionValue(state => state.document.tagset);
  const { spot, type, value, certain, instead } = proposal;
  return (
    <div className="proposal-line">
      <Ticked chosen={chosen} />
      <TagBadge type={type} tagset={tagset} />
      <span className="truncate" lang="zh-CN" title={spot.text}>
        {spot.text}
      </span>
      <span className="proposal-value number truncate" title={value}>
        {value}
      </span>
      <span className="proposal-doubt truncate">
        {instead !== null ? words.instead(instead) : certain ? '' : words.guess}
      </span>
    </div>
  );
}
