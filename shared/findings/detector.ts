import type { TextBlock } from '../document/textBlock';
import type { Finding, FindingKind } from './finding';

/**
 * Finds one family of marks. Pure: the same blocks give the same findings, in a window, a worker or on the command
 * line. A detector is one file and one line in `detectors/index.ts`.
 */
export interface Detector<Survey = unknown> {
  readonly kinds: readonly FindingKind[];
  /**
   * How many blocks to either side a block's findings depend on (besides the survey). After an edit only the blocks
   * within reach of it are looked at again.
   */
  readonly reach: number;
  /**
   * True where findings compare blocks from all over the document by the survey (duplicates). Such a detector is only
   * run on a survey of the document as it is; the others hold with one that is a few edits old.
   */
  readonly whole?: boolean;
  /** The document's own statistics: one linear pass, cheap beside `detect`. Kept until the document changes much. */
  survey(blocks: readonly TextBlock[]): Survey;
  /** The findings whose first block has an index in `[from, to)`, in document order. */
  detect(blocks: readonly TextBlock[], survey: Survey, from: number, to: number): Finding[];
}
