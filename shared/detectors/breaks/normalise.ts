import { foldText } from '../../lexicon/fold';
import { CLASS, classOf } from './characters';

const TO_FULL_WIDTH: Readonly<Record<string, string>> = {
  ',': '，',
  ';': '；',
  ':': '：',
  '(': '（',
  ')': '）',
  '!': '！',
  '?': '？',
  '｡': '。',
  '．': '。',
};
const CORNER_QUOTES: Readonly<Record<string, string>> = {
  '「': '“',
  '」': '”',
  '『': '‘',
  '』': '’',
  '﹁': '“',
  '﹂': '”',
  '﹃': '‘',
  '﹄': '’',
};

const NEEDS_WORK = /[,;:()!?."'｡．「」『』﹁﹂﹃﹄]/;
const HAN = /[\u3400-\u9fff]/;

/**
 * `text` in the one spelling the features know: simplified characters, half-width Latin and digits, curly quotes for
 * corner brackets and, in a text with Han, full-width punctuation for half-width (GB/T 15834-2011 asks for it; OCR
 * often gives the other). One code unit stays one code unit.
 */
export function normaliseText(text: string): string {
  const folded = foldText(text);
  if (!NEEDS_WORK.test(folded)) return folded;
  const chinese = HAN.test(folded);
  const units = folded.split('');
  let openDouble = false;
  let openSingle = false;
  for (let i = 0; i < units.length; i++) {
    const unit = units[i] ?? '';
    const corner = CORNER_QUOTES[unit];
    if (corner !== undefined) units[i] = corner;
    else if (!chinese) continue;
    else if (unit === '"') {
      openDouble = opensQuote(units, i, openDouble);
      units[i] = openDouble ? '“' : '”';
    } else if (unit === "'") {
      if (isBetweenLatin(units, i)) continue;
      openSingle = opensQuote(units, i, openSingle);
      units[i] = openSingle ? '‘' : '’';
    } else if (unit === '.') {
      if (isFullStop(units, i)) units[i] = '。';
    } else {
      const full = TO_FULL_WIDTH[unit];
      if (full !== undefined && !isBetweenDigitsOrLatin(units, i)) units[i] = full;
    }
  }
  return units.join('');
}

function classAt(units: readonly string[], i: number): number {
  const unit = units[i];
  return unit === undefined ? -1 : classOf(unit.charCodeAt(0));
}

/** A straight quote opens before a word after a mark or a space, closes before a mark; else it alternates. */
function opensQuote(units: readonly string[], i: number, isOpen: boolean): boolean {
  const before = classAt(units, i - 1);
  const after = classAt(units, i + 1);
  if (before === -1) return true;
  if (after === -1) return false;
  if (before === CLASS.colon || before === CLASS.space || before === CLASS.openBracket) return true;
  return !isOpen;
}

function isBetweenLatin(units: readonly string[], i: number): boolean {
  return classAt(units, i - 1) === CLASS.latin && classAt(units, i + 1) === CLASS.latin;
}

function isBetweenDigitsOrLatin(units: readonly string[], i: number): boolean {
  const isPlain = (value: number) => value === CLASS.latin || value === CLASS.digit;
  return isPlain(classAt(units, i - 1)) && isPlain(classAt(units, i + 1));
}

/** A half-width full stop after Han, or at the end after anything but another stop (…“43%.”). */
function isFullStop(units: readonly string[], i: number): boolean {
  const before = classAt(units, i - 1);
  const after = classAt(units, i + 1);
  if (before === -1 || units[i - 1] === '.' || units[i + 1] === '.') return false;
  if (before === CLASS.han || before === CLASS.closeQuote || before === CLASS.closeBracket) return i > 1;
  return after === -1 || after === CLASS.han || after === CLASS.closeQuote;
}
