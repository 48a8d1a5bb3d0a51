import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { KanwuDocument } from '../../shared/document/document';
import type { Entity } from '../../shared/document/entity';
import {
  type EntityUpdate,
  editEntity,
  removingEntities,
  renameEntity,
} from '../../shared/register/entityEdits';
import type { RegisterProblem } from '../../shared/register/registerProblem';
import { Icon } from '../app/Icon';
import { useWorkspace } from '../app/useWorkspace';
import type { OpenDocument } from '../app/workspaceState';
import { editMany } from '../mentions/changeMany';
import { totalOf } from '../mentions/mentionCounts';
import { useLocale, useMessages } from '../messages/useMessages';
import { useSessionValue } from '../session/useSession';
import { EntityMentions } from './EntityMentions';
import { IdentifierFields } from './IdentifierFields';

/** Problems shown on the card; the list of problems has all. */
const MOST_PROBLEMS = 3;

interface EntityCardProps {
  readonly open: OpenDocument;
  readonly entity: Entity;
  readonly problems: readonly RegisterProblem[];
  readonly onBack: () => void;
}

/** One entity: what it is called, what identifies it, its mentions; every field is kept as it is left. */
export function EntityCard({ open, entity, problems, onBack }: EntityCardProps) {
  const workspace = useWorkspace();
  const { register: words } = useMessages();
  const locale = useLocale();
  const { session } = open;
  const tagset = useSessionValue(state => state.document.tagset);
  const card = useRef<HTMLElement>(null);
  const { id, name, type, aliases, identifiers, note = '', who, when } = entity;
  const change = (update: EntityUpdate) =>
    session.edit('entity.edit', editEntity(session.document, id, update, session.context()));
  const remove = async () => {
    const mentions = totalOf(open.mentionCounts.getCounts());
    const plan = (document: KanwuDocument) => removingEntities(document, [id]);
    if (!(await editMany(workspace, open, 'entity.remove', mentions, plan))) return;
    workspace.notice(messages => messages.register.removed(1));
    onBack();
  };

  // Whoever asked for the card, in a list, a dialog or the text, goes on in it; but not whoever only turned to the tab.
  useEffect(() => {
    if (document.activeElement?.getAttribute('role') === 'tab') return;
    card.current?.querySelector<HTMLElement>('button')?.focus();
  }, []);

  return (
    <section
      ref={card}
      className="entity-card"
      aria-label={words.card(name)}
      onKeyDown={event => {
        if (event.key !== 'Escape' || event.nativeEvent.isComposing) return;
        event.stopPropagation();
        onBack();
      }}
    >
      <div className="entity-head">
        <button type="button" className="button button-small button-quiet" onClick={onBack}>
          ‹ {words.back}
        </button>
        <span className="entity-head-space" />
        <button
          type="button"
          className="button button-small"
          onClick={() => workspace.dialog({ kind: 'mergeEntity', entity: id })}
        >
          {words.mergeWith}
        </button>
        <button
          type="button"
          className="button button-small"
          onClick={() => {
            remove().catch(workspace.unexpected);
          }}
        >
          {words.removeOne}
        </button>
      </div>
      <div className="entity-fields">
        {problems
          .slice(0, MOST_PROBLEMS)
          .map(({ message }) => message()[locale])
          .map(message => (
            <p key={message} className="entity-problem">
              <Icon name="warning" />
              <span>{message}</span>
            </p>
          ))}
        {problems.length > MOST_PROBLEMS && (
          <p className="entity-made">{words.moreProblems(problems.length - MOST_PROBLEMS)}</p>
        )}
        <Field label={words.name}>
          <KeptInput
            kept={name}
            onKeep={typed =>
              session.edit('entity.rename', renameEntity(session.document, id, typed, session.context()))
            }
          />
        </Field>
        <Field label={words.type}>
          <select className="field" value={type} onChange={event => change({ type: event.target.value })}>
            {!tagset.some(known => known.id === type) && <option value={type}>{type}</option>}
            {tagset.map(known => (
              <option key={known.id} value={known.id}>
                {known.name[locale]}
              </option>
            ))}
          </select>
        </Field>
        <Field label={words.aliases}>
          <KeptInput
            kept={aliases.join('、')}
            placeholder={words.aliasesHint}
            onKeep={typed => change({ aliases: typed.split(/[,，、;；]/) })}
          />
        </Field>
        <Field label={words.note}>
          <KeptInput kept={note} onKeep={typed => change({ note: typed })} />
        </Field>
        <IdentifierFields identifiers={identifiers} onChange={next => change({ identifiers: next })} />
        <p className="entity-made">
          {words.madeBy(who, new Date(when).toLocaleString(locale === 'zh' ? 'zh-CN' : 'en-GB'))}
        </p>
      </div>
      <EntityMentions open={open} entity={entity} />
    </section>
  );
}

function Field({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the control is the child
    <label className="entity-field">
      <span>{label}</span>
      {children}
    </label>
  );
}

interface KeptInputProps {
  readonly kept: string;
  readonly placeholder?: string;
  readonly onKeep: (typed: string) => void;
}

/** A field whose text is kept by Enter or when it is left; Escape gives up what was typed. */
function KeptInput({ kept, placeholder, onKeep }: KeptInputProps) {
  const [typed, setTyped] = useState(kept);
  useEffect(() => setTyped(kept), [kept]);
  const keep = () => {
    if (typed !== kept) onKeep(typed);
    if (typed.trim() === '') setTyped(kept);
  };
  return (
    <input
      className="field"
      lang="zh-CN"
      value={typed}
      placeholder={placeholder}
      onChange={event => setTyped(event.target.value)}
      onBlur={keep}
      onKeyDown={event => {
        if (event.nativeEvent.isComposing) return;
        if (event.key === 'Enter') keep();
        if (event.key === 'Escape' && typed !== kept) {
          event.stopPropagation();
          setTyped(kept);
        }
      }}
    />
  );
}
