/** What a line of the text is, as its own first characters tell (code also by the fence above it). */
export type BlockKind = 'heading' | 'paragraph' | 'list' | 'quote' | 'table' | 'code' | 'image' | 'rule';

/**
 * One block as detectors and suggesters see it: text only, no pieces and no mentions. It is what crosses to a
 * worker. Every non-blank line of the file is a block; the separator to the next one stands in `gap`.
 *
 * `marker + text + gap` of all blocks, in order, is the working text after its leading blank lines.
 */
export interface TextBlock {
  /** Stable for the life of the document; never shown. */
  readonly id: string;
  readonly kind: BlockKind;
  /** 1–6 for a marked heading, else 0. */
  readonly level: number;
  /** Markup the editor does not show as text: leading white space, `## `. Often empty. */
  readonly marker: string;
  /** The text the editor sees, without line breaks. Offsets of findings and mentions count in it. */
  readonly text: string;
  /**
   * What separates this block from the next: line breaks with any blank lines between them. Empty only after the
   * last block, and at a soft boundary inside an over-long line (see `parse.ts`), which is never a break.
   */
  readonly gap: string;
}
