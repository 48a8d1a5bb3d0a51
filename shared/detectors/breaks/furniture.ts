import type { TextBlock } from '../../document/textBlock';

/** A running head is a short line that comes back at least this often. */
const LEAST_REPEATS = 3;
const LONGEST_RUNNING_HEAD = 30;

const PAGE_NUMBER =
  /^[\s\-—–－·•~～|｜[\]()（）【】〔〕]*(?:第\s*)?(?:\d{1,4}|[０-９]{1,4}|[ivxlcIVXLC]{1,7}|[〇零一二三四五六七八九十百]{1,5}(?=\s*[页頁]))(?:\s*[/／]\s*\d{1,4}|\s*[页頁](?:[\s,，]*共\s*\d{1,4}\s*[页頁])?)?[\s\-—–－·•~～|｜[\]()（）【】〔〕]*$/;
const ENGLISH_PAGE_NUMBER = /^page\s+\d{1,4}(?:\s+of\s+\d{1,4})?$/i;

/** A line that is nothing but a page number: 12, — 12 —, 第12页, 3/48, xiv, Page 7. */
export function isPageNumber(text: string): boolean {
  return text.length <= 16 && (PAGE_NUMBER.test(text) || ENGLISH_PAGE_NUMBER.test(text));
}

/**
 * The running heads of a document, as keys of `runningHeadKey`: short lines that come back, numbers aside, and do not
 * end a sentence. A line that always follows itself at once is a list or a refrain, so repeats must lie apart.
 */
export function runningHeads(blocks: readonly TextBlock[]): ReadonlySet<string> {
  const seen = new Map<string, { count: number; last: number }>();
  blocks.forEach((block, index) => {
    const key = runningHeadKey(block);
    if (key === undefined) return;
    const known = seen.get(key);
    if (!known) seen.set(key, { count: 1, last: index });
    else {
      if (index - known.last >= 4) known.count++;
      known.last = index;
    }
  });
  const heads = new Set<string>();
  for (const [key, { count }] of seen) if (count >= LEAST_REPEATS) heads.add(key);
  return heads;
}

/** What two occurrences of one running head share: its text without numbers; undefined for what can be none. */
export function runningHeadKey(block: TextBlock): string | undefined {
  const { text, kind } = block;
  if (kind !== 'paragraph') return undefined;
  if (text.length < 2 || text.length > LONGEST_RUNNING_HEAD || /[。！？!?，,；;：:”"」]$/.test(text))
    return undefined;
  const key = text.replace(/[\d０-９]+/g, '#').replace(/\s+/g, '');
  return /^[#\-—–·.、]*$/.test(key) ? undefined : key;
}
