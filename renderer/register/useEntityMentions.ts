import { useEffect, useState } from 'react';
import type { KanwuDocument } from '../../shared/document/document';
import type { PlacedMention } from '../../shared/edits/tagging';
import { finishInSlices } from '../app/timeSlices';
import type { OpenDocument } from '../app/workspaceState';

/** Blocks looked at between two pauses. */
const STRIDE = 500;

/** The mentions linked to an entity in document order, looked for a slice at a time; null before the first look. */
export function useEntityMentions({ session }: OpenDocument, id: string): readonly PlacedMention[] | null {
  const [mentions, setMentions] = useState<readonly PlacedMention[] | null>(null);
  useEffect(() => {
    let looking = 0;
    let frame = 0;
    const look = () => {
      frame = 0;
      const mine = ++looking;
      finishInSlices(linkedTo(session.document, id), () => mine === looking, setMentions);
    };
    const stop = session.onChange(() => {
      looking++;
      if (frame === 0) frame = requestAnimationFrame(look);
    });
    look();
    return () => {
      looking = -1;
      stop();
      cancelAnimationFrame(frame);
    };
  }, [session, id]);
  return mentions;
}

function* linkedTo({ blocks }: KanwuDocument, id: string): Generator<undefined, readonly PlacedMention[]> {
  const found: PlacedMention[] = [];
  for (const [index, block] of blocks.entries()) {
    if (index % STRIDE === STRIDE - 1) yield;
    for (const mention of block.mentions) if (mention.entity === id) found.push({ index, block, mention });
  }
  return found;
}
