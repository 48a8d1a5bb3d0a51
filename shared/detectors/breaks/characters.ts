/** What a code unit of normalised text (see `normalise.ts`) is to the break detector. */
export const CLASS = {
  other: 0,
  han: 1,
  digit: 2,
  latin: 3,
  space: 4,
  comma: 5,
  enumeration: 6,
  semicolon: 7,
  colon: 8,
  stop: 9,
  openQuote: 10,
  closeQuote: 11,
  openBracket: 12,
  closeBracket: 13,
  openTitle: 14,
  closeTitle: 15,
  dash: 16,
} as const;
export type CharacterClass = (typeof CLASS)[keyof typeof CLASS];

const MEMBERS: readonly (readonly [CharacterClass, string])[] = [
  [CLASS.space, ' \t\u00a0\u3000\u2002\u2003\u2009\u202f\ufeff'],
  [CLASS.comma, '，,'],
  [CLASS.enumeration, '、､'],
  [CLASS.semicolon, '；;'],
  [CLASS.colon, '：:'],
  [CLASS.stop, '。！？…｡!?．'],
  [CLASS.openQuote, '“‘〝'],
  [CLASS.closeQuote, '”’〞'],
  [CLASS.openBracket, '（(〔【〖[［{'],
  [CLASS.closeBracket, '）)〕】〗]］}'],
  [CLASS.openTitle, '《〈'],
  [CLASS.closeTitle, '》〉'],
  [CLASS.dash, '—－–―─~～-'],
  [CLASS.digit, '%％‰℃〇'],
];

const classes = buildClasses();

function buildClasses(): Uint8Array {
  const table = new Uint8Array(0x10000);
  const fill = (from: number, to: number, value: CharacterClass) => table.fill(value, from, to + 1);
  fill(0x3400, 0x4dbf, CLASS.han);
  fill(0x4e00, 0x9fff, CLASS.han);
  fill(0xf900, 0xfaff, CLASS.han);
  // Halves of surrogate pairs: in these texts nearly always Han of the extension planes.
  fill(0xd840, 0xd88f, CLASS.han);
  fill(0xdc00, 0xdfff, CLASS.han);
  fill(0x30, 0x39, CLASS.digit);
  // A code span reads like the Latin word it mostly holds.
  fill(0x60, 0x60, CLASS.latin);
  fill(0x41, 0x5a, CLASS.latin);
  fill(0x61, 0x7a, CLASS.latin);
  fill(0xc0, 0x24f, CLASS.latin);
  fill(0x370, 0x52f, CLASS.latin);
  table[0x3005] = CLASS.han;
  for (const [value, members] of MEMBERS) {
    for (const member of members) table[member.charCodeAt(0)] = value;
  }
  return table;
}

/** Class of one code unit. */
export function classOf(code: number): CharacterClass {
  return (classes[code] ?? CLASS.other) as CharacterClass;
}

/** True for a class that can be part of a word: Han, digit, Latin. */
export function isWordClass(value: CharacterClass): boolean {
  return value === CLASS.han || value === CLASS.digit || value === CLASS.latin;
}
