import type { Tagset } from '../../shared/document/tagset';
import { ChoiceList } from '../app/ChoiceList';
import { Icon } from '../app/Icon';
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
  readonly rows: readonly MovedRow[];
  readonly tagset: Tagset;
  readonly chosen: ReadonlySet<string>;
  readonly onToggle: (key: string) => void;
  readonly orphans: readonly { readonly type: string; readonly text: string }[];
}

/** CSS pixels. */
const ROW = 48;
/** UTF-16 code units on either side. */
const CONTEXT = 20;
const MOST_ORPHANS = 200;

/** What was moved, each in its context and to be left out; and what has no place. */
export function PlacementReview({ rows, tagset, chosen, onToggle, orphans }: PlacementReviewProps) {
  const { exchange, common } = useMessages();
  const words = exchange.import;
  return (
    <>
      {rows.length > 0 && (
        <>
          <h3 className="import-heading">{words.moved(rows.length)}</h3>
          <ChoiceList
            label={words.moved(rows.length)}
            count={rows.length}
            rowHeight={ROW}
            isChosen={row => chosen.has(rows[row]?.key ?? '')}
            onToggle={row => onToggle(rows[row]?.key ?? '')}
            render={n => {
              const row = rows[n];
              if (!row) return null;
              const words = row.text.slice(row.start, row.end);
              return (
                <div className="moved-line">
                  <span
                    className="change-check"
                    data-chosen={chosen.has(row.key) ? true : undefined}
                    aria-hidden="true"
                  >
                    {chosen.has(row.key) && <Icon name="accept" />}
                  </span>
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
