import type { TextBlock } from '../../document/textBlock';
import type { TextFinding } from '../../findings/finding';
import { foldCode } from '../../lexicon/fold';
import { isHan } from './characterClass';

/** Radicals (U+2E80–2FDF) and compatibility ideographs (U+F900–FAFF): what some PDF fonts give for plain characters. */
const COMPATIBILITY = /[\u2E80-\u2FDF\uF900-\uFAFF]/g;

/** Characters that only look like the plain ones, as extraction from PDF leaves them: ⼈ for 人. */
export function compatibilityFindings({ id, text }: TextBlock): TextFinding[] {
  const found: TextFinding[] = [];
  for (const match of text.matchAll(COMPATIBILITY)) {
    const plain = match[0].normalize('NFKC');
    if (plain === match[0] || plain.length !== 1) continue;
    found.push({
      kind: 'lookalike',
      block: id,
      start: match.index,
      end: match.index + 1,
      replacement: plain,
      confidence: 0.97,
      reason: {
        zh: `这个“${plain}”是部首或兼容字符，不是通用的汉字`,
        en: `This ${plain} is a radical or compatibility character, not the ordinary one`,
      },
    });
  }
  return found;
}

/** Of the characters that differ in the two scripts, the share that is traditional, 0–1. Linear. */
export function traditionalShare(blocks: readonly TextBlock[]): number {
  let traditional = 0;
  let han = 0;
  for (const { text } of blocks) {
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (!isHan(code)) continue;
      han++;
      if (foldCode(code) !== code) traditional++;
    }
  }
  return han === 0 ? 0 : traditional / han;
}

/** Characters that stand in simplified texts by right: in names, and where folding only unifies two in use. */
const IN_USE = new Set('乾瞭覆馀夥藉甯昇陞昌徵註併鍾餘彙濛噁锺麽餵慾鬱闆嚐祐喆堃淼祇');

/**
 * Single traditional or variant characters in a simplified text: 貓 among 猫. Several in a row are a quotation. `trust`
 * is what their confidence is multiplied by.
 */
export function variantFindings({ id, text }: TextBlock, trust: number): TextFinding[] {
  const found: TextFinding[] = [];
  let total = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const folded = foldCode(code);
    if (folded === code || !isHan(code)) continue;
    total++;
    if (IN_USE.has(text.charAt(at)) || isFolded(text, at - 1) || isFolded(text, at + 1)) continue;
    const right = String.fromCharCode(folded);
    found.push({
      kind: 'lookalike',
      block: id,
      start: at,
      end: at + 1,
      replacement: right,
      confidence: 0.75 * trust,
      reason: {
        zh: `全文用简体，此处的“${text.charAt(at)}”是“${right}”的繁体或异体`,
        en: `The text is in simplified script; ${text.charAt(at)} is a traditional or variant form of ${right}`,
      },
    });
  }
  // A block with many is written in traditional script, as an inscription or a quotation.
  return total > 3 ? [] : found;
}

function isFolded(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return isHan(code) && foldCode(code) !== code;
}
