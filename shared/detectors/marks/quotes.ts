/** Opening marks and what closes each. */
const CLOSING: Readonly<Record<string, string>> = {
  '“': '”',
  '‘': '’',
  '「': '」',
  '『': '』',
  '《': '》',
  '〈': '〉',
  '（': '）',
  '(': ')',
  '【': '】',
  '〔': '〕',
  '[': ']',
};
const PAIRED = /[“”‘’「」『』《》〈〉（）()【】〔〕[\]"]/g;
/** Half- and full-width forms of a bracket may close each other: that is a matter of width, not of pairing. */
const SAME: Readonly<Record<string, string>> = { '(': '（', ')': '）' };

/** No paragraph is longer (lines are parted at 6000 by `parse.ts`); what is, is data. UTF-16 code units. */
const LONGEST = 100_000;

/** A mark without its partner inside the block. */
export interface Unpaired {
  readonly at: number;
  readonly mark: string;
  readonly opens: boolean;
  /** The mark it was most likely meant to be, where the other direction of the same pair would balance the block. */
  readonly meant: string | null;
}

/**
 * The quotes and brackets of a text that have no partner in it, in order of position. A right parenthesis after a
 * list number (`1)`, `a）`) and an apostrophe between letters pair with nothing and are left out. Linear.
 */
export function unpairedMarks(text: string): Unpaired[] {
  if (text.length > LONGEST) return [];
  const open: { at: number; mark: string }[] = [];
  const lone: Unpaired[] = [];
  let straight = 0;
  let lastStraight = -1;
  for (const match of text.matchAll(PAIRED)) {
    const at = match.index;
    const mark = match[0];
    if (mark === '"') {
      // After a digit it is inches or seconds: 24".
      if (/\d/.test(text.charAt(at - 1)) && straight % 2 === 0) continue;
      straight++;
      lastStraight = at;
      continue;
    }
    const closing = CLOSING[mark];
    if (closing) {
      const top = open.at(-1);
      if (top?.mark === mark && isQuote(mark) && !startsQuotation(text, at)) {
        // “……“ : the second was meant to close.
        open.pop();
        lone.push({ at, mark, opens: true, meant: closing });
      } else open.push({ at, mark });
      continue;
    }
    if (mark === '’' && isApostrophe(text, at)) continue;
    const place = lastClosedBy(open, mark);
    if (place < 0) {
      if ((mark === ')' || mark === '）') && isListNumber(text, at)) continue;
      const meant = isQuote(mark) ? openerOf(mark) : null;
      lone.push({
        at,
        mark,
        opens: false,
        meant: meant && startsQuotation(text, at) && goesOn(text, at) ? meant : null,
      });
      continue;
    }
    for (const left of open.splice(place).slice(1)) lone.push({ ...left, opens: true, meant: null });
  }
  for (const left of open) lone.push({ ...left, opens: true, meant: null });
  if (straight % 2 === 1) lone.push({ at: lastStraight, mark: '"', opens: true, meant: null });
  return pairReversed(lone).sort((a, b) => a.at - b.at);
}

/** How deep marks are looked for that a closing one may belong to, so that the cost of each is bounded. */
const DEEPEST = 32;

function lastClosedBy(open: readonly { readonly mark: string }[], closing: string): number {
  for (let place = open.length - 1; place >= Math.max(0, open.length - DEEPEST); place--) {
    if (closes(open[place]?.mark ?? '', closing)) return place;
  }
  return -1;
}

/** ”……” : the first was meant to open and the second closes it, so only the first is wrong. */
function pairReversed(lone: Unpaired[]): Unpaired[] {
  return lone.filter((mark, index) => {
    const before = lone[index - 1];
    return !(
      before?.meant &&
      !before.opens &&
      !mark.opens &&
      mark.mark === before.mark &&
      mark.meant === null
    );
  });
}

function isQuote(mark: string): boolean {
  return '“”‘’「」『』'.includes(mark);
}

function openerOf(closing: string): string | null {
  return Object.keys(CLOSING).find(mark => CLOSING[mark] === closing) ?? null;
}

function closes(open: string, close: string): boolean {
  const expected = CLOSING[open] ?? '';
  return expected === close || (SAME[expected] ?? expected) === (SAME[close] ?? close);
}

/** True where a quotation can begin: at the start, or after a colon, comma or opening mark. */
function startsQuotation(text: string, at: number): boolean {
  const before = text
    .slice(Math.max(0, at - 8), at)
    .trimEnd()
    .at(-1);
  if (before === undefined && at > 8) return false;
  return before === undefined || '：:，,（(《“「—'.includes(before);
}

/** True where words follow the mark, as they do an opening one. */
function goesOn(text: string, at: number): boolean {
  return /^[\p{L}\p{N}《（(]/u.test(text.slice(at + 1, at + 3));
}

function isListNumber(text: string, at: number): boolean {
  return /(?:^|[\s，。；：、,;:。])[（(]?(?:\d{1,3}|[a-zA-Z]|[一二三四五六七八九十]{1,3})$/.test(
    text.slice(Math.max(0, at - 6), at),
  );
}

function isApostrophe(text: string, at: number): boolean {
  return /[A-Za-z0-9]/.test(text.charAt(at - 1));
}
