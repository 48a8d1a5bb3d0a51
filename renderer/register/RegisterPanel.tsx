import { useCallback, useState } from 'react';
import { issueDateChange } from '../../shared/register/normalising';
import type { RegisterProblem } from '../../shared/register/registerProblem';
import { useWorkspace, useWorkspaceValue } from '../app/useWorkspace';
import type { OpenDocument } from '../app/workspaceState';
import { useMessages } from '../messages/useMessages';
import { useSessionValue } from '../session/useSession';
import { EntityCard } from './EntityCard';
import { EntityList, LIST_START, type ListPlace } from './EntityList';
import { IssueDateField } from './IssueDateField';
import { goToSpot } from './linkActions';
import { ProblemList } from './ProblemList';
import './register.css';
import { useRegisterProblems } from './useRegisterProblems';

/** The register of entities: all of them, one of them, or what does not agree in it. */
export function RegisterPanel({ open }: { readonly open: OpenDocument }) {
  const workspace = useWorkspace();
  const { register: words } = useMessages();
  const { session } = open;
  const [place, setPlace] = useState(LIST_START);
  const onPlace = useCallback(
    (change: Partial<ListPlace>) => setPlace(before => ({ ...before, ...change })),
    [],
  );
  const [view, setView] = useState<'entities' | 'problems'>('entities');
  const issueDate = useSessionValue(state => state.document.issueDate);
  const id = useWorkspaceValue(state => state.shownEntity);
  const entities = useSessionValue(state => state.document.entities);
  const entity = id === null ? undefined : entities.get(id);
  const found = useRegisterProblems(open);

  if (entity) {
    return (
      <EntityCard
        key={entity.id}
        open={open}
        entity={entity}
        problems={found?.of.get(entity.id) ?? []}
        onBack={() => workspace.update({ shownEntity: null })}
      />
    );
  }
  const goTo = (problem: RegisterProblem, focus: boolean) => {
    const [about] = problem.entities;
    if (problem.mention) goToSpot(workspace, problem.mention, focus);
    else if (about !== undefined) workspace.update({ shownEntity: about });
    else if (problem.kind === 'noIssueDate') {
      document.querySelector<HTMLInputElement>('.issue-date input')?.focus();
    }
  };
  return (
    <>
      <div className="register-head">
        <IssueDateField
          value={issueDate}
          onChange={day => session.edit('issueDate.set', issueDateChange(session.document, day))}
        />
        <button
          type="button"
          className="button button-small"
          onClick={() => workspace.dialog({ kind: 'normalise' })}
        >
          {words.normalise}
        </button>
      </div>
      <fieldset className="register-views chips">
        <legend className="visually-hidden">{words.view}</legend>
        <button
          type="button"
          className="chip"
          aria-pressed={view === 'entities'}
          onClick={() => setView('entities')}
        >
          {words.entities}
        </button>
        <button
          type="button"
          className="chip"
          aria-pressed={view === 'problems'}
          onClick={() => setView('problems')}
        >
          {words.problems(found?.all.length ?? 0)}
        </button>
      </fieldset>
      {view === 'entities' ? (
        <EntityList open={open} place={place} onPlace={onPlace} flagged={found?.of ?? null} />
      ) : (
        <ProblemList problems={found?.all ?? null} onOpen={goTo} />
      )}
    </>
  );
}
