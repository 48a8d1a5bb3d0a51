import { useMemo } from 'react';
import type { Entity } from '../../shared/document/entity';
import { mergingEntities } from '../../shared/register/entityEdits';
import { namesOf } from '../../shared/register/findEntity';
import { pause } from '../app/timeSlices';
import { useWorkspace } from '../app/useWorkspace';
import type { OpenDocument } from '../app/workspaceState';
import { editMany } from '../mentions/changeMany';
import { totalOf } from '../mentions/mentionCounts';
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
  const merge = async (into: Entity) => {
    workspace.dialog(null);
    // Closing the dialog, showing the card of the one that stays and making the change have a turn each.
    await pause();
    workspace.update({ shownEntity: into.id });
    const context = session.context();
    const mentions = totalOf(open.mentionCounts.getCounts());
    const isMade = await editMany(workspace, open, 'entity.merge', mentions, document =>
      mergingEntities(document, [id], into.id, context),
    );
    if (isMade) workspace.notice(messages => messages.register.merged(1, into.name));
    else if (workspace.open === open) workspace.update({ shownEntity: id });
  };
  return (
    <EntityPicker
      open={open}
      title={register.link.merge(entity.name)}
      lead={register.link.mergeLead}
      texts={texts}
      type={entity.type}
      except={id}
      onPick={into => {
        merge(into).catch(workspace.unexpected);
      }}
      onCancel={() => workspace.dialog(null)}
    />
  );
}
