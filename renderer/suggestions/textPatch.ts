import { type Block, toTextBlock } from '../../shared/document/block';
import type { TextPatch } from '../detection/protocol';

/** The patch as the suggester sees it; nothing where only mentions changed. */
export function textPatch({
  at,
  before,
  after,
}: {
  readonly at: number;
  readonly before: readonly Block[];
  readonly after: readonly Block[];
}): readonly TextPatch[] {
  const same =
    before.length === after.length &&
    before.every((block, n) => {
      const next = after[n];
      return (
        next !== undefined &&
        block.id === next.id &&
        block.body.text === next.body.text &&
        block.kind === next.kind &&
        block.gap.text === next.gap.text
      );
    });
  return same ? [] : [{ at, removed: before.length, inserted: after.map(toTextBlock) }];
}
