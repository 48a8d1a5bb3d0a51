import { useEffect, useState } from 'react';
import {
  applyNormalForms,
  type NormalProposal,
  type NormalProposals,
  proposeNormalForms,
} from '../../shared/register/normalising';
import { ChoiceActions, ChoiceList } from '../app/ChoiceList';
import { Dialog } from '../app/Dialog';
import { Icon } from '../app/Icon';
import { finishInSlices } from '../app/timeSlices';
import { useWorkspace } from '../app/useWorkspace';
import type { OpenDocument } from '../app/workspaceState';
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
  const { register } = useMessages();
  const { normalising: words } = register;
  const { session } = open;
  const [issueDate, setIssueDate] = useState(session.document.issueDate);
  const [found, setFound] = useState<NormalProposals | null>(null);
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  useEffect(() => {
    let wanted = true;
    setFound(null);
    finishInSlices(
      proposeNormalForms(session.document, issueDate),
      () => wanted,
      result => {
        setFound(result);
        setTicked(sureOnes(result));
      },
    );
    return () => {
      wanted = false;
    };
  }, [session, issueDate]);

  const { proposals: all, waiting } = found ?? NO_PROPOSALS;
  const close = () => workspace.dialog(null);
  const apply = () => {
    close();
    const chosen = all.filter(({ spot }) => ticked.has(spot.id));
    session.edit('normalise', applyNormalForms(session.document, chosen, issueDate));
    workspace.notice(messages => messages.register.normalising.done(chosen.length));
  };
  const toggle = (row: number) => {
    const id = all[row]?.spot.id;
    if (id === undefined) return;
    const next = new Set(ticked);
    if (!next.delete(id)) next.add(id);
    setTicked(next);
  };

  return (
    <Dialog
      title={words.title}
      size="large"
      onCancel={close}
      actions={
        <ChoiceActions
          labels={{ all: words.all, nothing: words.nothing, apply: words.apply(ticked.size) }}
          chosen={ticked.size}
          onAll={() => setTicked(new Set(all.map(({ spot }) => spot.id)))}
          onNothing={() => setTicked(new Set())}
          onCancel={close}
          onApply={apply}
        />
      }
    >
      <p className="dialog-hint">{words.lead}</p>
      <div className="normalise-head">
        <IssueDateField value={issueDate} onChange={setIssueDate} />
        <button
          type="button"
          className="button button-small"
          disabled={all.length === 0}
          onClick={() => setTicked(sureOnes({ proposals: all, waiting }))}
        >
          {words.sure}
        </button>
      </div>
      <p className="number" aria-live="polite">
        {found === null ? words.looking : words.chosen(ticked.size, all.length)}
        {waiting > 0 && <span className="normalise-waiting"> {words.waiting(waiting)}</span>}
      </p>
      {found && all.length === 0 ? (
        <p className="dialog-hint">{words.none}</p>
      ) : (
        <ChoiceList
          label={words.list}
          count={all.length}
          rowHeight={ROW}
          isChosen={row => ticked.has(all[row]?.spot.id ?? '')}
          onToggle={toggle}
          render={row => {
            const proposal = all[row];
            return proposal && <ProposalLine proposal={proposal} ticked={ticked.has(proposal.spot.id)} />;
          }}
        />
      )}
    </Dialog>
  );
}

function ProposalLine({ proposal, ticked }: { readonly proposal: NormalProposal; readonly ticked: boolean }) {
  const { register } = useMessages();
  const { normalising: words } = register;
  const tagset = useSessionValue(state => state.document.tagset);
  const { spot, type, value, certain, instead } = proposal;
  return (
    <div className="proposal-line">
      <span className="change-check" data-chosen={ticked ? true : undefined} aria-hidden="true">
        {ticked && <Icon name="accept" />}
      </span>
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

function sureOnes({ proposals: all }: NormalProposals): ReadonlySet<string> {
  return new Set(all.flatMap(({ spot, certain }) => (certain ? spot.id : [])));
}
