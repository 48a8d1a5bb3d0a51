import * as v from 'valibot';
import { blockAt, type KanwuDocument } from '../../shared/document/document';
import type { Selection } from '../../shared/document/history';
import type { Clip } from '../../shared/edits/paste';
import { ordered } from './modelSelection';

/** Text with its mentions, for pasting within Kanwu. */
const CLIP_TYPE = 'application/x-kanwu-clip+json';

const clipSchema = v.object({
  text: v.string(),
  mentions: v.array(v.object({ type: v.string(), start: v.number(), end: v.number() })),
});

/** Puts a selection of the model on the clipboard, whether its blocks are mounted or not. */
export function copySelection(document: KanwuDocument, selection: Selection, data: DataTransfer): void {
  const clip = clipOf(document, selection);
  data.setData('text/plain', clip.text);
  data.setData(CLIP_TYPE, JSON.stringify(clip));
}

/** The text of a selection, with separators and markup as the file has them, and the mentions wholly inside it. */
export function clipOf(document: KanwuDocument, selection: Selection): Clip {
  const [from, to] = ordered(selection);
  const parts: string[] = [];
  const mentions: { type: string; start: number; end: number }[] = [];
  let at = 0;
  for (let index = from.index; index <= to.index; index++) {
    const block = blockAt(document, index);
    const start = index === from.index ? from.offset : 0;
    const end = index === to.index ? to.offset : block.body.text.length;
    const marker = index === from.index ? '' : block.marker.text;
    const gap = index === to.index ? '' : block.gap.text;
    for (const m of block.mentions) {
      if (m.start < start || m.end > end) continue;
      const shift = at + marker.length - start;
      mentions.push({ type: m.type, start: m.start + shift, end: m.end + shift });
    }
    const text = marker + block.body.text.slice(start, end) + gap;
    parts.push(text);
    at += text.length;
  }
  return { text: parts.join(''), mentions };
}

/** What is on the clipboard: text with mentions if it came from Kanwu, else plain text; markup is never read. */
export function readClipboard(data: DataTransfer): Clip {
  const text = data.getData('text/plain');
  const own = data.getData(CLIP_TYPE);
  if (own !== '') {
    try {
      const clip = v.parse(clipSchema, JSON.parse(own));
      // Another program may have replaced the text and left our type behind.
      if (clip.text === text || text === '') return clip;
    } catch {
      // Not ours after all: the plain text still is what the editor copied.
    }
  }
  return { text, mentions: [] };
}
