import type { Register } from '../../shared/document/entity';
import type { Tagset } from '../../shared/document/tagset';
import { useLocale, useMessages } from '../messages/useMessages';
import type { ListHead, MentionOrder } from './mentionList';

interface MentionHeadProps {
  readonly head: ListHead;
  readonly order: MentionOrder;
  readonly tagset: Tagset;
  readonly entities: Register;
}

/** What the rows under it have in common, and how many they are. */
export function MentionHead({ head: { key, count }, order, tagset, entities }: MentionHeadProps) {
  const locale = useLocale();
  const { mentions: words, common } = useMessages();
  const type = order === 'type' ? tagset.find(({ id }) => id === key) : undefined;
  const name =
    order === 'type'
      ? (type?.name[locale] ?? words.unknownType(key))
      : (entities.get(key)?.name ?? words.notLinked);
  return (
    <div className="mention-head">
      <span className="truncate" title={name}>
        {name}
      </span>
      <span className="badge number">{common.number(count)}</span>
    </div>
  );
}
