import { foldCode } from '../lexicon/fold';

/** For every UTF-16 code unit the one it is read as. */
const READ_AS = (() => {
  const table = new Uint16Array(0x10000);
  for (let code = 0; code < table.length; code++) table[code] = foldCode(code);
  for (let code = 0xff01; code <= 0xff5e; code++) table[code] = code - 0xfee0;
  table[0x3000] = 0x20;
  table[0xa0] = 0x20;
  const pairs = '“"”"「"」"『"』"‘"’"﹐,○〇•·・·‧·–—─—︰:∶:﹔;圆元';
  for (let k = 0; k + 1 < pairs.length; k += 2) table[pairs.charCodeAt(k)] = pairs.charCodeAt(k + 1);
  table['圓'.charCodeAt(0)] = '元'.charCodeAt(0);
  return table;
})();

/** Letters that OCR puts for digits, beside a digit and in no word: 2O05年, 4l 800元. */
const MISREAD_DIGITS = /(?<![A-Za-z])[OolI]{1,2}(?=\d)|(?<=\d[:.,]?)[OolI]{1,2}(?![A-Za-z])/g;
const misreadDigits = (text: string): string =>
  text.replace(MISREAD_DIGITS, letters => letters.replace(/[Oo]/g, '0').replace(/[lI]/g, '1'));

/**
 * The text as rules and features read it: simplified characters, half-width punctuation, digits and Latin, one kind of
 * quotation mark, digits for the letters that OCR mistook them for. Same length, so offsets hold in both.
 */
export function readableText(text: string): string {
  const pieces: string[] = [];
  let from = 0;
  let isMisread = false;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    const read = READ_AS[code] ?? code;
    // O, I, l, o: most texts have none, and are not searched.
    if (read < 0x70 && (read === 0x4f || read === 0x49 || read === 0x6c || read === 0x6f)) isMisread = true;
    if (read === code) continue;
    pieces.push(text.slice(from, i), String.fromCharCode(read));
    from = i + 1;
  }
  const readable = from === 0 ? text : pieces.join('') + text.slice(from);
  return isMisread ? misreadDigits(readable) : readable;
}
