import { useMemo } from 'react';
import type { Change } from '../../shared/document/change';
import type { Entity } from '../../shared/document/entity';
import { changingMentions, type MentionPlace } from '../../shared/edits/changeMentions';
import { addEntity, linked } from '../../shared/register/linking';
import { useWorkspace } from '../app/useWorkspace';
import type { OpenDocument } from '../app/workspaceState';
import { editMany } from '../mentions/changeMany';
import { useMessages } from '../messages/useMessages';
import { EntityPicker } from './EntityPicker';

interface LinkDialogProps {
  readonly open: OpenDocument;
  readonly places: readonly MentionPlace[];
}

/** Says of one mention or of many (上街区, 区, 该区) what they mean: an entity there is, or a new one. One step. */
export function LinkDialog({ open, places }: LinkDialogProps) {
  const workspace = useWorkspace();
  const { register } = useMessages();
  const { link: words } = register;
  const { session } = open;
  const { texts, type } = useMemo(() => chosenWords(open, places), [open, places]);
  const close = () => workspace.dialog(null);
  /** `made` puts the entity in the register. */
  const link = async ({ id, name }: Entity, made: Partial<Change>) => {
    close();
    const isMade = await editMany(workspace, open, 'entity.link', places.length, function* (document) {
      const links = yield* changingMentions(document, places, mention => linked(mention, id), places.length);
      return { ...links, ...made, patches: links.patches };
    });
    if (isMade && places.length > 1) {
      workspace.notice(messages => messages.register.link.done(places.length, name));
    }
  };
  const pick = (entity: Entity) => {
    link(entity, {}).catch(workspace.unexpected);
  };
  const make = (name: string) => {
    const made = addEntity({ type, name }, session.context());
    link(made.entity, made.change).catch(workspace.unexpected);
  };
  return (
    <EntityPicker
      open={open}
      title={words.title(texts[0] ?? '', places.length)}
      {...(texts.length > 1 ? { lead: words.texts(shortened(texts)) } : {})}
      texts={texts}
      type={type}
      onNew={make}
      onPick={pick}
      onCancel={close}
    />
  );
}

/** Different texts by which entities are ranked: thousands say no more, and each is compared with every name. */
const RANKED = 50;

/** Different texts shown. */
const SHOWN = 8;

function shortened(texts: readonly string[]): string {
  return texts.length <= SHOWN ? texts.join('、') : `${texts.slice(0, SHOWN).join('、')}…`;
}

/** The different texts of mentions in document order, and the type that most of them have. */
function chosenWords(
  { session }: OpenDocument,
  places: readonly MentionPlace[],
): { readonly texts: readonly string[]; readonly type: string } {
  const texts = new Set<string>();
  const types = new Map<string, number>();
  for (const { index, id } of places) {
    const block = session.document.blocks[index];
    const mention = block?.mentions.find(one => one.id === id);
    if (!block || !mention) continue;
    if (texts.size < RANKED) texts.add(block.body.text.slice(mention.start, mention.end));
    types.set(mention.type, (types.get(mention.type) ?? 0) + 1);
  }
  const [most] = [...types].sort(([, a], [, b]) => b - a);
  return { texts: [...texts], type: most?.[0] ?? 'PER' };
}
