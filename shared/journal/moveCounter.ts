import { continuesTyping, type Step } from '../document/history';
import { decodeSelection, type SelectionCode } from './record';

type StepHead = Pick<Step, 'label' | 'at' | 'before' | 'after'>;

/** How a `step` record begins (see `encodeStep`); its changes, which may be long, come after. */
const STEP_HEAD =
  /^\{"t":"step","label":("(?:[^"\\]|\\.)*"),"at":(-?\d+),"b":(null|\[[\d,]*\]),"a":(null|\[[\d,]*\]),"j":([01]),/;

/**
 * Counts the steps, undos and redos of a journal as replaying does, without replaying: typing that joined the step before
 * is part of it. A word is one change to its editor, whatever the records it came in.
 */
export class MoveCounter {
  #count = 0;
  #done: StepHead[] = [];
  #undone: StepHead[] = [];

  get count(): number {
    return this.#count;
  }

  /** Takes the next record (JSON) that is work. */
  take(record: string): void {
    const head = STEP_HEAD.exec(record);
    if (head) this.#step(headOf(head), head[5] === '1');
    else this.#travel(record.startsWith('{"t":"undo"'));
  }

  #step(step: StepHead, joinsTyping: boolean): void {
    const last = this.#done[this.#done.length - 1];
    this.#undone = [];
    if (joinsTyping && last && continuesTyping(last, step)) {
      this.#done[this.#done.length - 1] = { ...last, after: step.after, at: step.at };
      return;
    }
    this.#done.push(step);
    this.#count++;
  }

  #travel(back: boolean): void {
    const step = (back ? this.#done : this.#undone).pop();
    if (step) (back ? this.#undone : this.#done).push(step);
    this.#count++;
  }
}

function headOf([, label = '""', at, before = 'null', after = 'null']: RegExpExecArray): StepHead {
  return {
    label: JSON.parse(label) as string,
    at: Number(at),
    before: decodeSelection(JSON.parse(before) as SelectionCode),
    after: decodeSelection(JSON.parse(after) as SelectionCode),
  };
}
