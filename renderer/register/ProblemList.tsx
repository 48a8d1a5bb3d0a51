import { useState } from 'react';
import type { RegisterProblem } from '../../shared/register/registerProblem';
import { Icon } from '../app/Icon';
import { VirtualList } from '../app/VirtualList';
import { useLocale, useMessages } from '../messages/useMessages';

/** CSS pixels. */
const ROW = 48;

interface ProblemListProps {
  /** Null while they are still looked for. */
  readonly problems: readonly RegisterProblem[] | null;
  /** Goes to the place. `focus`: the keyboard goes along. */
  readonly onOpen: (problem: RegisterProblem, focus: boolean) => void;
}

/** Everything that does not agree, each with the way to its place. */
export function ProblemList({ problems, onOpen }: ProblemListProps) {
  const { register: words } = useMessages();
  const locale = useLocale();
  const [last, setActive] = useState(-1);
  if (!problems || problems.length === 0) {
    return (
      <div className="empty" aria-live="polite">
        <strong>{problems ? words.noProblems : words.looking}</strong>
      </div>
    );
  }
  const active = Math.min(last, problems.length - 1);
  const open = (row: number, focus: boolean) => {
    const problem = problems[row];
    if (problem) onOpen(problem, focus);
  };
  return (
    <VirtualList
      label={words.problemList}
      className="problems"
      count={problems.length}
      rowHeight={ROW}
      active={active}
      onActive={(row, event) => {
        setActive(row);
        // An entity's card takes the place of the list: only when asked for.
        if (problems[row]?.mention || event.type === 'click') open(row, false);
      }}
      onOpen={row => open(row, true)}
      render={row => {
        const message = problems[row]?.message()[locale];
        return (
          <div className="problem-line" title={message}>
            <Icon name="warning" />
            <span className="problem-message">{message}</span>
          </div>
        );
      }}
    />
  );
}
