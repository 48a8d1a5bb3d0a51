import type { Message } from '../source/fileError';
import { type ExportLoss, type LossPlace, MOST_EXAMPLES } from './exportFormat';
import { LOSS_MESSAGES, type LossKind } from './lossMessages';

export type { LossKind };

const NOWHERE: LossPlace = { block: null, start: 0, end: 0, text: '' };

/** Code units of text shown of a place. */
const MOST_TEXT = 80;

/** Counts what a format cannot hold, with the first places of each kind. */
export class Losses {
  private readonly found = new Map<LossKind, { what: Message; count: number; examples: LossPlace[] }>();

  /** Counts one, or `count` without a place of their own. A place is only asked for while examples are wanted. */
  add(kind: LossKind, place: LossPlace | (() => LossPlace) = NOWHERE, count = 1): void {
    if (count === 0) return;
    let loss = this.found.get(kind);
    if (!loss) {
      loss = { what: LOSS_MESSAGES[kind], count: 0, examples: [] };
      this.found.set(kind, loss);
    }
    loss.count += count;
    if (place === NOWHERE || loss.examples.length >= MOST_EXAMPLES) return;
    const shown = typeof place === 'function' ? place() : place;
    const text = shown.text.length > MOST_TEXT ? `${shown.text.slice(0, MOST_TEXT)}…` : shown.text;
    loss.examples.push({ ...shown, text });
  }

  /** In the order in which each kind was first met. */
  list(): readonly ExportLoss[] {
    return [...this.found.values()];
  }
}
