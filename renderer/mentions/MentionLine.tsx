import type { Tagset } from '../../shared/document/tagset';
import type { PlacedMention } from '../../shared/edits/tagging';
import { mentionText } from './mentionList';
import { TagBadge } from './TagBadge';

/** UTF-16 code units after the mention. */
const CONTEXT = 24;

/** One row of the list: type, text, and what follows it in the document. */
export function MentionLine({ placed, tagset }: { readonly placed: PlacedMention; readonly tagset: Tagset }) {
  const { block, mention } = placed;
  const text = mentionText(block, mention);
  return (
    <div className="mention-line">
      <TagBadge type={mention.type} tagset={tagset} />
      <span className="mention-text truncate" title={text} lang="zh-CN">
        {text}
      </span>
      <span className="mention-context truncate" aria-hidden="true" lang="zh-CN">
        {block.body.text.slice(mention.end, mention.end + CONTEXT)}
      </span>
    </div>
  );
}
