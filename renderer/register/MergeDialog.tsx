import { useMemo } from 'react';
import { mergeEntities } from '../../shared/register/entityEdits';
import { namesOf } from '../../shared/register/findEntity';
import { useWorkspace } from '../app/useWorkspace';
import type { OpenDocument } from '../app/workspaceState';
import { useMessages } from '../messages/useMessages';
import { useSessionValue } from '../session/useSession';
import { EntityPicker } from './EntityPicker';

/** Merges an entity into another to be chosen, as one step. */
export function MergeDialog({ open, id }: { readonly open: OpenDocument; readonly id: string }) {
  const workspace = useWorkspace();
  const { register } = useMessages();
  const { session } = open;
  const entities = useSessionValue(state => state.document.entities);
  const entity = entities.get(id);
  const texts = useMemo(() => (entity ? namesOf(entity) : []), [entity]);
  if (!entity) return null;
  return (
    <EntityPicker
      open={open}
      title={register.link.merge(entity.name)}
      lead={register.link.mergeLead}
      texts={texts}
      type={entity.type}
      except={id}
      onPick={into => {
        session.edit('entity.merge', mergeEntities(session.document, [id], into.id, session.context()));
        workspace.update({ dialog: null, shownEntity: into.id });
        workspace.notice(messages => messages.register.merged(1, into.name));
      }}
      onCancel={() => workspace.dialog(null)}
    />
  );
}
