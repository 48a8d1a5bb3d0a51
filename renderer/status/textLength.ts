import type { Block } from '../../shared/document/block';
import { touchesText } from '../../shared/document/change';
import type { EditingSession } from '../session/session';

/** Length of the working text without its separators, kept up with every change at the cost of the change. */
export class TextLength {
  /** UTF-16 code units of all blocks' texts. */
  private length: number;
  private readonly stop: () => void;

  constructor(session: EditingSession) {
    this.length = sum(session.document.blocks);
    this.stop = session.onChange(({ changes }) => {
      for (const change of changes) {
        if (!touchesText(change)) continue;
        for (const { before, after } of change.patches) this.length += sum(after) - sum(before);
      }
    });
  }

  getLength = (): number => this.length;

  dispose(): void {
    this.stop();
  }
}

function sum(blocks: readonly Block[]): number {
  let length = 0;
  for (const { body } of blocks) length += body.text.length;
  return length;
}
