import type { KanwuDocument } from '../document/document';

/** The separator that most lines of the document are followed by; a blank line where it has but one line. */
export function usualGapOf({ blocks }: KanwuDocument): string {
  const counts = new Map<string, number>();
  let usual = '\n\n';
  let most = 0;
  for (const { gap } of blocks.slice(0, -1)) {
    if (gap.text === '') continue;
    const count = (counts.get(gap.text) ?? 0) + 1;
    counts.set(gap.text, count);
    if (count > most) {
      most = count;
      usual = gap.text;
    }
  }
  return usual;
}
