import { type Block, headingLevel, markerLength } from '../document/block';
import { mapMentions } from '../document/mention';
import { concatRuns, cutRun } from '../document/run';

/** A line that begins with `# ` is a heading here as it will be when the file is opened again. */
export function absorbMarker(block: Block, source: string): Block {
  if (block.kind === 'code' || block.marker.text.includes('#')) return block;
  const text = block.marker.text + block.body.text;
  const length = markerLength(text.slice(0, 256));
  const grown = length - block.marker.text.length;
  if (grown <= 0 || !text.slice(0, length).includes('#')) return block;
  const [more, body] = cutRun(block.body, grown);
  const marker = concatRuns([block.marker, more], source);
  return {
    ...block,
    marker,
    body,
    kind: 'heading',
    level: headingLevel(marker.text),
    mentions: mapMentions(block.mentions, 0, grown, 0),
  };
}
