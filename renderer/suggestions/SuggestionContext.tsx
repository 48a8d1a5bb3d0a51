import { indexOfBlock, type KanwuDocument } from '../../shared/document/document';
import { colorOf } from '../mentions/TagBadge';
import type { PlacedSuggestion } from './suggestionGroups';

interface SuggestionContextProps {
  readonly document: KanwuDocument;
  readonly placed: PlacedSuggestion;
  /** UTF-16 code units on either side. */
  readonly context: number;
}

/** The words of a suggestion in the text around them. */
export function SuggestionContext({ document, placed, context }: SuggestionContextProps) {
  const { suggestion, near } = placed;
  const { block, start, end, type } = suggestion;
  const text = document.blocks[indexOfBlock(document, block, near)]?.body.text ?? '';
  const tag = colorOf(document.tagset.find(({ id }) => id === type));
  return <WordsInContext text={text} start={start} end={end} tag={tag} context={context} />;
}

/** `[start, end)` of a text marked in a tag's colour, with what stands on either side. */
export function WordsInContext(props: {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly tag: number;
  readonly context: number;
}) {
  const { text, start, end, tag, context } = props;
  return (
    <span className="finding-words" lang="zh-CN">
      <span className="finding-before">
        <bdi>{whole(text.slice(Math.max(0, start - context), start))}</bdi>
      </span>
      <mark className="suggestion-mark" data-tag={tag}>
        {text.slice(start, end)}
      </mark>
      <span className="finding-after">{whole(text.slice(end, end + context))}</span>
    </span>
  );
}

/** Without halves of characters at the ends. */
function whole(text: string): string {
  return text.replace(/^[\udc00-\udfff]|[\ud800-\udbff]$/g, '');
}
