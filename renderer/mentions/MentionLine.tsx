import type { Register } from '../../shared/document/entity';
import type { Tagset } from '../../shared/document/tagset';
import type { PlacedMention } from '../../shared/edits/tagging';
import { mentionText } from './mentionFilter';
import { TagBadge } from './TagBadge';

/** UTF-16 code units after the mention. */
const CONTEXT = 24;

interface MentionLineProps {
  readonly placed: PlacedMention;
  readonly tagset: Tagset;
  readonly entities: Register;
}

/** One row of the list: type, text, what follows it in the document, and what it stands for. */
export function MentionLine({ placed, tagset, entities }: MentionLineProps) {
  const { block, mention } = placed;
  const text = mentionText(block, mention);
  const entity = mention.entity === undefined ? undefined : entities.get(mention.entity)?.name;
  const means = [mention.normal, entity === text ? undefined : entity].filter(Boolean).join(' · ');
  return (
    <div className="mention-line">
      <TagBadge type={mention.type} tagset={tagset} />
      <span className="mention-text truncate" title={text} lang="zh-CN">
        {text}
      </span>
      <span className="mention-context truncate" aria-hidden="true" lang="zh-CN">
        {block.body.text.slice(mention.end, mention.end + CONTEXT)}
      </span>
      {means && (
        <span className="mention-means truncate" title={means} lang="zh-CN">
          {means}
        </span>
      )}
    </div>
  );
}
