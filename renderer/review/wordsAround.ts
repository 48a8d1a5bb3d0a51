/**
 * The last characters of a text, whole ones; of Latin text, `latin` of them in whole words. Lengths in UTF-16 code units.
 */
export function lastWords(text: string, length: number, latin = 2 * length): string {
  const isLatin = matches(LATIN_END, text.slice(-length));
  const cut = text.slice(isLatin ? -latin : -length);
  if (cut.length === text.length) return cut;
  if (isLatin) return /\s/.test(text.at(-cut.length - 1) ?? '') ? cut : cut.replace(PART_BEFORE, '');
  return /^[\udc00-\udfff]/.test(cut) ? cut.slice(1) : cut;
}

/** The first characters of a text, as `lastWords`. */
export function firstWords(text: string, length: number, latin = 2 * length): string {
  const isLatin = matches(LATIN_START, text.slice(0, length));
  const cut = text.slice(0, isLatin ? latin : length);
  if (cut.length === text.length) return cut;
  if (isLatin) return /\s/.test(text[cut.length] ?? '') ? cut : cut.replace(PART_AFTER, '');
  return /[\ud800-\udbff]$/.test(cut) ? cut.slice(0, -1) : cut;
}

const LATIN_END = /\p{Script=Latin}[\p{P}\s\d]*$/u;
const LATIN_START = /^[\p{P}\s\d]*\p{Script=Latin}/u;
/** What is left of a word that was cut, where another word follows (or stands before). */
const PART_BEFORE = /^[^\s\p{Script=Han}]+\s+(?=\S)/u;
const PART_AFTER = /\s+[^\s\p{Script=Han}]+$/u;
/** Full-width letters stand among Chinese and count as it. */
const SOME_LATIN = /[A-Za-z\u00c0-\u024f\u1e00-\u1eff]/;

/** Compiling the classes of Unicode takes the engine 10 ms at the first findings of a window; most texts never need them. */
function matches(pattern: RegExp, text: string): boolean {
  return SOME_LATIN.test(text) && pattern.test(text);
}
