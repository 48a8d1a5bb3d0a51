import { blockAt, type KanwuDocument, type Spot } from '../../shared/document/document';
import { wordAround } from '../editor/textBoundaries';

/** UTF-16 code units of the longest name looked for. */
const LONGEST = 40;

/**
 * What an editor most likely means by tagging at a caret without selecting: the longest name around it that is already
 * known in this document (tagged elsewhere, or in the register), else the word of the dictionary. Null where the caret
 * is among spaces and marks. O(mentions).
 */
export function nameAtCaret(
  document: KanwuDocument,
  { index, offset }: Spot,
): readonly [number, number] | null {
  const { text } = blockAt(document, index).body;
  const names = knownNames(document);
  let best: readonly [number, number] | null = null;
  for (let start = Math.max(0, offset - LONGEST); start <= offset; start++) {
    const reach = Math.min(text.length, start + LONGEST);
    for (let end = reach; end > Math.max(start, offset - 1); end--) {
      if (best && end - start <= best[1] - best[0]) break;
      if (names.has(text.slice(start, end))) best = [start, end];
    }
  }
  return best ?? wordAround(text, offset);
}

/** Names of two characters at least: a single one is found in too many words. */
function knownNames(document: KanwuDocument): ReadonlySet<string> {
  const names = new Set<string>();
  const add = (name: string) => {
    if (name.length > 1 && name.length <= LONGEST) names.add(name);
  };
  for (const { body, mentions } of document.blocks) {
    for (const { start, end } of mentions) add(body.text.slice(start, end));
  }
  for (const { name, aliases } of document.entities.values())
    for (const known of [name, ...aliases]) add(known);
  return names;
}
