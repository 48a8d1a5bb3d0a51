import type { Block } from '../document/block';
import type { Patch } from '../document/change';

/** More patches than this are quicker made by building the array anew. */
const FEW = 32;

/** The blocks after patches whose indices count before them. Edits the array given, or makes another. */
export function applyPatchesTo(blocks: Block[], patches: readonly Patch[]): Block[] {
  if (patches.length > FEW || patches.some(({ after }) => after.length > 1000))
    return rebuilt(blocks, patches);
  for (const { at, before, after } of [...patches].reverse()) {
    if (before.length === 1 && after.length === 1 && after[0]) blocks[at] = after[0];
    else blocks.splice(at, before.length, ...after);
  }
  return blocks;
}

function rebuilt(blocks: readonly Block[], patches: readonly Patch[]): Block[] {
  const next: Block[] = [];
  let from = 0;
  for (const { at, before, after } of patches) {
    for (let n = from; n < at; n++) next.push(blocks[n] as Block);
    for (const block of after) next.push(block);
    from = at + before.length;
  }
  for (let n = from; n < blocks.length; n++) next.push(blocks[n] as Block);
  return next;
}
