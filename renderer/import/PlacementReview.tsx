import type { Tagset } from '../../shared/document/tagset';
import { ChoiceList } from '../app/ChoiceList';
import { Ticked } from '../app/Ticked';
import type { Choice } from '../app/useChoice';
import '../findings/findings.css';
import { TagBadge } from '../mentions/TagBadge';
import { useMessages } from '../messages/useMessages';
import '../review/acceptAll.css';
import './import.css';

/** A mention that was found elsewhere than the file says, or with other words. */
export interface MovedRow {
  readonly key: string;
  readonly type: string;
  /** What the mention was of. */
  readonly quote: string;
  /** 0–1. */
  readonly score: number;
  /** The text there now, and where in it the mention stands (UTF-16 code units). */
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

interface PlacementReviewProps {
  readonly tagset: Tagset;
  readonly choice: Choice<MovedRow>;
  readonly orphans: readonly { readonly type: string; readonly text: string }[];
}

/** CSS pixels. */
const ROW = 48;
/** UTF-16 code units on either side. */
const CONTEXT = 20;
const MOST_ORPHANS = 200;

/** What was moved, each in its context and to be left out; and what has no place. */
export function PlacementReview({ tagset, choice, orphans }: PlacementReviewProps) {
  const { exchange, common } = useMessages();
  const words = exchange.import;
  const moved = choice.items.length;
  return (
    <>
      {moved > 0 && (
        <>
          <h3 className="import-heading">{words.moved(moved)}</h3>
          <ChoiceList
            label={words.moved(moved)}
            choice={choice}
            rowHeight={ROW}
            render={(row, isChosen) => {
              const words = row.text.slice(row.start, row.end);
              return (
                <div className="moved-line">
                  <Ticked chosen={isChosen} />
                  <TagBadge type={row.type} tagset={tagset} />
                  <span className="moved-words truncate" lang="zh-CN">
                    {row.text.slice(Math.max(0, row.start - CONTEXT), row.start)}
                    <mark>{words}</mark>
                    {row.text.slice(row.end, row.end + CONTEXT)}
                    {words !== row.quote && <span className="moved-was">（{row.quote}）</span>}
                  </span>
                  <span className="number moved-score">{common.percent(row.score)}</span>
                </div>
              );
            }}
          />
        </>
      )}
      {orphans.length > 0 && (
        <details className="import-orphans">
          <summary>{words.orphans(orphans.length)}</summary>
          <ul>
            {orphans.slice(0, MOST_ORPHANS).map(({ type, text }, n) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes
              <li key={n} lang="zh-CN">
                <TagBadge type={type} tagset={tagset} /> {text}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
