import type { KanwuDocument, Spot } from '../document/document';
import { compareMentions } from '../document/mention';
import type { Origin } from '../document/piece';
import type { EditContext } from './context';
import { type Edit, replaceText } from './replaceText';

/** An edit, and the mentions that go on growing while the typing goes on where it ended. */
export interface Typing extends Edit {
  readonly growing: ReadonlySet<string>;
}

export const NOT_GROWING: ReadonlySet<string> = new Set();

/**
 * Replaces text by what was typed. A mention that is typed over as a whole takes in all that is typed in its place,
 * not its first character only: `growing` of one call is handed to the next while the caret has not moved.
 */
export function typeText(
  document: KanwuDocument,
  from: Spot,
  to: Spot,
  text: string,
  origin: Origin,
  context: EditContext,
  growing: ReadonlySet<string>,
): Typing {
  const edit = replaceText(document, from, to, text, origin, context);
  const block = document.blocks[from.index];
  const [patch] = edit.change.patches;
  const [after, ...more] = patch?.after ?? [];
  if (!block || !patch || !after || more.length > 0 || from.index !== to.index || text === '') {
    return { ...edit, growing: NOT_GROWING };
  }
  const typedOver = block.mentions.filter(m => m.start === from.offset && m.end === to.offset).map(m => m.id);
  if (from.offset !== to.offset) return { ...edit, growing: new Set(typedOver) };
  if (growing.size === 0) return { ...edit, growing };
  const grown = after.mentions.map(m =>
    growing.has(m.id) && m.end === from.offset ? { ...m, end: m.end + text.length } : m,
  );
  const patches = [{ ...patch, after: [{ ...after, mentions: grown.sort(compareMentions) }] }];
  return { change: { ...edit.change, patches }, caret: edit.caret, growing };
}
