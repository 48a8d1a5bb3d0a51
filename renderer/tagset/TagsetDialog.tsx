import { useRef, useState } from 'react';
import type { Change } from '../../shared/document/change';
import type { TagAttribute, TagType } from '../../shared/document/tagset';
import {
  type AttributeEdit,
  addAttribute,
  moveAttribute,
  removeAttribute,
  updateAttribute,
  valuesOf,
} from '../../shared/edits/tagAttributes';
import {
  addType,
  type Fate,
  moveType,
  removingType,
  type TagsetEdit,
  updateType,
} from '../../shared/edits/tagsetEdits';
import { Dialog } from '../app/Dialog';
import { useWorkspace } from '../app/useWorkspace';
import type { OpenDocument } from '../app/workspaceState';
import { editMany } from '../mentions/changeMany';
import { useLocale, useMessages } from '../messages/useMessages';
import { useSessionState } from '../session/useSession';
import { AttributeTable } from './AttributeTable';
import { RemoveType } from './RemoveType';
import './tagset.css';
import { newType } from './newType';
import { TagsetFileButtons } from './TagsetFileButtons';
import { TypeForm } from './TypeForm';
import { TypeList } from './TypeList';
import { attributeProblemText, typeProblemText } from './tagsetProblems';
import { useTypeUses } from './useTypeUses';

/** The document's types of mention. Each edit is in effect at once, and one step for Undo. */
export function TagsetDialog({ open }: { readonly open: OpenDocument }) {
  const workspace = useWorkspace();
  const messages = useMessages();
  const locale = useLocale();
  const { tagset: words } = messages;
  const { session } = open;
  const { tagset } = useSessionState(session).document;
  const { uses, settled } = useTypeUses(open);
  const [chosen, setChosen] = useState<string | null>(tagset[0]?.id ?? null);
  const [removing, setRemoving] = useState(false);
  // Not the type's id: a form whose id is changed in it keeps the keyboard.
  const [form, setForm] = useState(0);
  const list = useRef<HTMLDivElement>(null);
  const type = tagset.find(({ id }) => id === chosen);
  // While a removal is still being counted, the type that went has only its mentions of before.
  const unknown = settled ? [...uses.keys()].filter(id => !tagset.some(known => known.id === id)) : [];

  const edit = (change: Change) => session.edit('tagset', change);
  const tryEdit = (made: TagsetEdit): string | null => {
    if (made.kind === 'refused') return typeProblemText(made.problem, words, locale);
    edit(made.change);
    return null;
  };
  const tryAttribute = (made: AttributeEdit): string | null => {
    if (made.kind === 'refused') return attributeProblemText(made.problem, words, locale);
    edit(made.change);
    return null;
  };
  const choose = (id: string | null) => {
    setForm(form + 1);
    setChosen(id);
    setRemoving(false);
  };
  const toList = () => list.current?.querySelector<HTMLElement>('[role="listbox"]')?.focus();

  const add = (id?: string) => {
    const made = newType(session.document.tagset, words.newType, id);
    if (tryEdit(addType(session.document, made)) === null) choose(made.id);
  };
  const change = (id: string, update: Partial<TagType>) => {
    const problem = tryEdit(updateType(session.document, id, update));
    if (problem === null && update.id !== undefined) setChosen(update.id);
    return problem;
  };
  const remove = async (id: string, fate: Fate) => {
    const at = tagset.findIndex(other => other.id === id);
    const { mentions = 0, entities: meant = 0 } = uses.get(id) ?? {};
    const { dialog } = workspace.getState();
    const isMade = await editMany(workspace, open, 'tagset', mentions + meant, now =>
      removingType(now, id, fate),
    );
    // Where it took long, a dialog that showed how far it was has taken this one's place.
    if (workspace.open === open && workspace.getState().dialog === null) workspace.dialog(dialog);
    if (!isMade) return;
    choose((tagset[at + 1] ?? tagset[at - 1])?.id ?? null);
    toList();
  };
  const askToRemove = () => {
    if (!type) return;
    if (uses.has(type.id)) setRemoving(true);
    else remove(type.id, { kind: 'keep' });
  };
  const dropAttribute = (of: string, attribute: TagAttribute) => {
    const lost = valuesOf(session.document, of, attribute.id);
    edit(removeAttribute(session.document, of, attribute.id));
    if (lost > 0) workspace.notice(all => all.tagset.valuesLost(attribute.name.zh, attribute.name.en, lost));
  };

  return (
    <Dialog
      title={words.title}
      size="large"
      onCancel={() => workspace.dialog(null)}
      actions={<TagsetFileButtons open={open} onReplaced={() => choose(null)} />}
    >
      <div className="tagset">
        <div className="tagset-side" ref={list}>
          <TypeList
            tagset={tagset}
            uses={uses}
            chosen={chosen}
            onChoose={choose}
            onMove={(id, to) => edit(moveType(session.document, id, to))}
            onRemove={askToRemove}
          />
          <div className="tagset-buttons">
            <button type="button" className="button button-small" onClick={() => add()}>
              {words.add}
            </button>
            <button
              type="button"
              className="button button-small"
              disabled={!type || removing}
              onClick={askToRemove}
            >
              {words.remove}
            </button>
          </div>
          {unknown.map(id => (
            <p key={id} className="tagset-unknown">
              <span>{words.unknown(id, uses.get(id)?.mentions ?? 0)}</span>
              <button type="button" className="button button-small" onClick={() => add(id)}>
                {words.addUnknown}
              </button>
            </p>
          ))}
        </div>
        <div className="tagset-form">
          {!type && <p className="dialog-hint">{words.none}</p>}
          {type && removing && (
            <RemoveType
              type={type}
              tagset={tagset}
              use={uses.get(type.id) ?? { mentions: 0, entities: 0 }}
              onRemove={fate => remove(type.id, fate)}
              onCancel={() => setRemoving(false)}
            />
          )}
          {type && !removing && (
            <>
              <TypeForm key={form} type={type} onChange={update => change(type.id, update)} />
              <AttributeTable
                type={type}
                actions={{
                  add: attribute => tryAttribute(addAttribute(session.document, type.id, attribute)),
                  change: (id, update) =>
                    tryAttribute(updateAttribute(session.document, type.id, id, update)),
                  move: (id, to) => edit(moveAttribute(session.document, type.id, id, to)),
                  remove: attribute => dropAttribute(type.id, attribute),
                }}
              />
            </>
          )}
        </div>
      </div>
    </Dialog>
  );
}
