/** The kinds of marks a list item or clause may begin with. */
export const LIST_MARKER = {
  none: 0,
  bullet: 1,
  /** （一） (1) */
  bracketed: 2,
  /** 一、 */
  numeral: 3,
  /** 1. 2） 3、 */
  number: 4,
  /** ① */
  circled: 5,
  /** 第三条, 第二章; not 第三条第二款 and 第三条规定, which are citations. */
  article: 6,
} as const;
export type ListMarker = (typeof LIST_MARKER)[keyof typeof LIST_MARKER];

const PATTERNS: readonly (readonly [ListMarker, RegExp])[] = [
  [LIST_MARKER.bullet, /^(?:[-*+•·●▲■◆○□☆★※]\s*(?![-*\d])|\*\*)/],
  [LIST_MARKER.bracketed, /^[（〔【][一二三四五六七八九十百\d]{1,3}[）〕】](?!项)/],
  [LIST_MARKER.numeral, /^[一二三四五六七八九十]{1,3}[、．.]/],
  [LIST_MARKER.number, /^\d{1,2}(?:[、．)）]|[.。](?!\d))/],
  [LIST_MARKER.circled, /^[\u2460-\u24ff\u2776-\u2793]/],
  [
    LIST_MARKER.article,
    /^第[一二三四五六七八九十百零〇\d]{1,6}[条章节款回编篇部卷](?![一二三四五六七八九十第之的和及、，规项款])/,
  ],
];
const FIRST_CHARACTERS = /^[-*+•·●▲■◆○□☆★※（〔【一二三四五六七八九十第\d\u2460-\u24ff\u2776-\u2793]/;

/** The mark normalised `text` begins with. */
export function listMarkerOf(text: string): ListMarker {
  if (!FIRST_CHARACTERS.test(text)) return LIST_MARKER.none;
  for (const [marker, pattern] of PATTERNS) if (pattern.test(text)) return marker;
  return LIST_MARKER.none;
}
