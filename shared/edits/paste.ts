import type { Block } from '../document/block';
import type { KanwuDocument, Spot } from '../document/document';
import { compareMentions, type Mention } from '../document/mention';
import { lineEnd } from '../document/source';
import { type EditContext, originOf } from './context';
import { type Edit, replaceText } from './replaceText';

/** Text to paste, with the mentions in it (UTF-16 offsets in `text`). */
export interface Clip {
  readonly text: string;
  readonly mentions: readonly { readonly type: string; readonly start: number; readonly end: number }[];
}

/** Replaces the text between two spots by a clip. Line ends become the document's; mentions get ids of their own. */
export function pasteText(
  document: KanwuDocument,
  from: Spot,
  to: Spot,
  clip: Clip,
  context: EditContext,
): Edit {
  const { text, mentions } = withLineEnds(clip, lineEnd(document.source));
  const edit = replaceText(document, from, to, text, originOf(context, 'paste'), context);
  const [patch] = edit.change.patches;
  if (mentions.length === 0 || !patch) return edit;
  // The caret stands at the end of what was pasted; count back from it to find where it begins.
  const caretPart = patch.after[edit.caret.index - patch.at];
  if (!caretPart) return edit;
  const starts = partStarts(patch.after);
  const pastedEnd = (starts[edit.caret.index - patch.at] ?? 0) + edit.caret.offset;
  const pastedStart = pastedEnd - text.length;
  const after = patch.after.map((part, n) =>
    withPasted(part, (starts[n] ?? 0) - pastedStart, mentions, context),
  );
  return { ...edit, change: { ...edit.change, patches: [{ ...patch, after }] } };
}

/** Offset of each part's text in the text of all parts. */
function partStarts(parts: readonly Block[]): number[] {
  let at = 0;
  return parts.map((part, n) => {
    if (n > 0) at += part.marker.text.length;
    const start = at;
    at += part.body.text.length + part.gap.text.length;
    return start;
  });
}

/** The part with the pasted mentions that lie wholly in it; `start` is where its text begins in the pasted text. */
function withPasted(part: Block, start: number, mentions: Clip['mentions'], context: EditContext): Block {
  const added: Mention[] = [];
  for (const m of mentions) {
    const from = m.start - start;
    const to = m.end - start;
    if (from < 0 || from >= to || to > part.body.text.length) continue;
    added.push({
      id: context.ids.next('m'),
      type: m.type,
      start: from,
      end: to,
      who: context.who,
      when: context.now(),
    });
  }
  if (added.length === 0) return part;
  return { ...part, mentions: [...part.mentions, ...added].sort(compareMentions) };
}

/** The clip with its line breaks written as `end`; mentions move along. */
function withLineEnds(clip: Clip, end: string): Clip {
  const breaks = [...clip.text.matchAll(/\r\n|\n|\r/g)].map(match => ({
    at: match.index,
    length: match[0].length,
  }));
  if (breaks.every(({ length }) => length === end.length)) {
    return { ...clip, text: clip.text.replace(/\r\n|\n|\r/g, end) };
  }
  const moved = (offset: number) =>
    breaks.reduce((to, { at, length }) => (at < offset ? to + end.length - length : to), offset);
  return {
    text: clip.text.replace(/\r\n|\n|\r/g, end),
    mentions: clip.mentions.map(m => ({ ...m, start: moved(m.start), end: moved(m.end) })),
  };
}
