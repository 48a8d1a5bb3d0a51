import { COMPARED, type Comparison } from '../../shared/annotation/compareDocuments';
import { useMessages } from '../messages/useMessages';

/** How many corrections, mentions and decisions differ, and the first of them. */
export function ComparisonView({ comparison: { counts, differences } }: { readonly comparison: Comparison }) {
  const { recovery, common } = useMessages();
  const words = recovery.changed;
  const all = COMPARED.reduce((sum, what) => sum + counts[what].mine + counts[what].theirs, 0);
  if (all === 0) return <p>{words.same}</p>;
  return (
    <>
      <table className="comparison-counts">
        <caption className="visually-hidden">{words.counts}</caption>
        <thead>
          <tr>
            <td />
            <th scope="col">{words.mine}</th>
            <th scope="col">{words.theirs}</th>
          </tr>
        </thead>
        <tbody>
          {COMPARED.map(what => (
            <tr key={what}>
              <th scope="row">{words.what[what]}</th>
              <td className="number">{common.number(counts[what].mine)}</td>
              <td className="number">{common.number(counts[what].theirs)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <ul className="comparison-list" aria-label={words.list}>
        {differences.map(({ what, side, at, text, answer }) => (
          <li key={`${side} ${what} ${at} ${text}`} data-side={side}>
            <span className="comparison-side">{words[side]}</span>
            <span>
              {answer !== null && `${words.answers[answer]} `}
              <span lang="zh-CN">{text}</span>
            </span>
          </li>
        ))}
      </ul>
      {differences.length < all && <p className="dialog-hint">{words.first(differences.length)}</p>}
    </>
  );
}
