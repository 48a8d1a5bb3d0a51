import type { KanwuDocument } from '../../shared/document/document';
import type { PlacedFinding } from '../../shared/edits/deciding';
import { useMessages } from '../messages/useMessages';
import { findingWords, visibleSpaces } from '../review/findingWords';

interface FindingContextProps {
  readonly document: KanwuDocument;
  readonly placed: PlacedFinding;
  /** UTF-16 code units on either side; twice as many of Latin text. */
  readonly context?: number;
}

/** The words at a finding: a break between them, or what is wrong with what would stand there instead. */
export function FindingContext({ document, placed, context }: FindingContextProps) {
  const messages = useMessages();
  const { before, after, found, proposed } = findingWords(document, placed, context);
  if (placed.finding.kind === 'break') {
    return (
      <span className="finding-words" lang="zh-CN">
        <span className="finding-before">
          <bdi>{before}</bdi>
        </span>
        <span className="finding-mark">⏎</span>
        <span className="finding-after">{after}</span>
      </span>
    );
  }
  return (
    <span className="finding-words" lang="zh-CN">
      <span className="finding-before">
        <bdi>{before}</bdi>
      </span>
      <span className="finding-change">
        <del className="finding-found">{visibleSpaces(found)}</del>
        {proposed !== null && (
          <ins className="finding-proposed">
            {proposed === '' ? messages.findings.nothing : visibleSpaces(proposed)}
          </ins>
        )}
      </span>
      <span className="finding-after">{after}</span>
    </span>
  );
}
