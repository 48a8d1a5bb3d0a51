import type { Entity } from '../../shared/document/entity';
import type { Tagset } from '../../shared/document/tagset';
import { Icon } from '../app/Icon';
import { TagBadge } from '../mentions/TagBadge';
import { useMessages } from '../messages/useMessages';

interface EntityLineProps {
  readonly entity: Entity;
  readonly tagset: Tagset;
  readonly mentions: number;
  /** Says that something about it does not agree. */
  readonly isFlagged: boolean;
}

/** One entity: type, name and number of mentions; under them its other names and identifiers. */
export function EntityLine({ entity, tagset, mentions, isFlagged }: EntityLineProps) {
  const { register: words, common } = useMessages();
  const { type, name, aliases, identifiers } = entity;
  const more = [...aliases, ...identifiers.map(({ value }) => value)].join(' · ');
  return (
    <div className="entity-line">
      <TagBadge type={type} tagset={tagset} />
      <span className="entity-name truncate" title={name} lang="zh-CN">
        {name}
      </span>
      {isFlagged && (
        <span className="entity-flag" title={words.problem}>
          <Icon name="warning" />
          <span className="visually-hidden">{words.problem}</span>
        </span>
      )}
      <span className="entity-count number" title={words.mentions(mentions)}>
        <span aria-hidden="true">{common.number(mentions)}</span>
        <span className="visually-hidden">{words.mentions(mentions)}</span>
      </span>
      {more !== '' && (
        <span className="entity-more truncate" title={more} lang="zh-CN">
          {more}
        </span>
      )}
    </div>
  );
}
