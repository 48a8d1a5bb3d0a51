import type { TextBlock } from '../../document/textBlock';
import type { Detector } from '../../findings/detector';
import type { Reason, TextFinding } from '../../findings/finding';
import { inRanges } from './characterClass';
import { recoverGbk, recoverLatin } from './misdecoded';

// One alternation, so that a clean block costs one pass. Order matters: known garbage before single characters.
const DAMAGE =
  /(?<known>(?:锟斤拷|锟斤|斤拷){1,200}锟?|(?:烫烫烫|屯屯屯|葺葺葺)[烫屯葺]*)|(?<lost>\uFFFD+)|(?<latin>[\u00C2-\u00EF][\u0080-\u00BF\u0152-\u0192\u02C6-\u02DC\u2013-\u203A\u20AC\u2122]{1,2}(?:[\u0080-\u00FF\u0152-\u0192\u02C6-\u02DC\u2013-\u203A\u20AC\u2122]{0,200}))|(?<own>[\uE000-\uF8FF]+)|(?<control>[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F]+)|(?<hidden>[\u200B\u200C\u2060\uFEFF\u00AD]+)|(?<entity>&(?:nbsp|amp|lt|gt|quot|ldquo|rdquo|mdash|middot|hellip|#\d{2,6}|#x[\da-fA-F]{2,5});)/gu;

// Characters that UTF-8 bytes of the commonest Chinese marks and words turn into when read as GBK.
const GBK_SIGNS = /[锛銆鈥鐨鏄涓鍦鍥鏈浜鎴殑鎬绗閮嬪鍒杩鑰缁]/;
const GBK_RUN = /[\u0370-\u04FF\u2010-\u266F\u3001-\u33FF\u4E00-\u9FFF\uE000-\uF8FF\uFE30-\uFFE5?]{3,400}/g;

const ENTITIES: Readonly<Record<string, string>> = {
  nbsp: ' ',
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  ldquo: '“',
  rdquo: '”',
  mdash: '—',
  middot: '·',
  hellip: '…',
};

/** Text decoded with the wrong encoding, characters that got lost on the way, and invisible ones. */
export const mojibake: Detector<null> = {
  kinds: ['mojibake'],
  reach: 0,
  survey: () => null,
  detect(blocks, _survey, from, to) {
    const findings: TextFinding[] = [];
    for (let index = from; index < to; index++) {
      const block = blocks[index];
      if (block) for (const finding of inBlock(block)) findings.push(finding);
    }
    return findings;
  },
};

function inBlock(block: TextBlock): TextFinding[] {
  const found: TextFinding[] = [];
  const add = (
    start: number,
    end: number,
    replacement: string | null,
    confidence: number,
    reason: Reason,
  ) => {
    found.push({ kind: 'mojibake', block: block.id, start, end, replacement, confidence, reason });
  };
  const { text } = block;
  const undone: number[] = [];
  if (GBK_SIGNS.test(text)) {
    for (const match of text.matchAll(GBK_RUN)) {
      if (!GBK_SIGNS.test(match[0])) continue;
      const recovered = recoverGbk(match[0]);
      if (recovered === null) continue;
      const start = match.index;
      const end = start + match[0].length;
      undone.push(start, end);
      add(start, end, recovered, 0.95, misread('GBK', recovered));
    }
  }
  for (const match of text.matchAll(DAMAGE)) {
    const start = match.index;
    const end = start + match[0].length;
    // Private-use characters inside text already made out are part of it.
    if (inRanges(undone, start)) continue;
    const groups = match.groups ?? {};
    if (groups['known']) add(start, end, null, 0.98, KNOWN);
    else if (groups['lost']) add(start, end, null, 0.98, lost(match[0].length));
    else if (groups['own']) add(start, end, null, 0.9, OWN);
    else if (groups['control']) add(start, end, '', 0.9, CONTROL);
    else if (groups['hidden']) add(start, end, '', 0.85, HIDDEN);
    else if (groups['entity']) {
      if (block.kind !== 'code') add(start, end, entity(match[0]), 0.85, ENTITY);
    } else {
      const recovered = recoverLatin(match[0]);
      if (recovered !== null) add(start, end, recovered, 0.95, misread('Latin-1', recovered));
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

function entity(markup: string): string | null {
  const name = markup.slice(1, -1);
  if (!name.startsWith('#')) return ENTITIES[name] ?? null;
  const code = name[1] === 'x' ? Number.parseInt(name.slice(2), 16) : Number.parseInt(name.slice(1), 10);
  // Surrogates and numbers beyond Unicode stand for no character.
  return code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff) ? null : String.fromCodePoint(code);
}

const KNOWN: Reason = {
  zh: '“锟斤拷”一类的字是反复转错编码留下的，原文已丢失，须查原件',
  en: 'Characters such as 锟斤拷 are left by repeated wrong decoding; the text is lost, see the original',
};
const OWN: Reason = {
  zh: '私用区字符，别的字体显示不出，须查原件是什么字',
  en: 'A private-use character no other font can show; see the original',
};
const CONTROL: Reason = { zh: '控制字符，不属于文字', en: 'A control character, not text' };
const HIDDEN: Reason = { zh: '看不见的零宽字符', en: 'An invisible zero-width character' };
const ENTITY: Reason = { zh: '网页代码没有还原成字符', en: 'An HTML entity that was not decoded' };

function lost(count: number): Reason {
  return {
    zh: `替代符号“�”：有${count > 1 ? `约 ${count} 处` : ''}字符没能解码，须查原件`,
    en: `Replacement character: ${count > 1 ? `${count} bytes or characters` : 'a character'} could not be decoded; see the original`,
  };
}

function misread(encoding: string, recovered: string): Reason {
  const shown = recovered.length > 20 ? `${recovered.slice(0, 20)}…` : recovered;
  return {
    zh: `UTF-8 的文字被当作 ${encoding} 读了，原为“${shown}”`,
    en: `UTF-8 text was read as ${encoding}; it says “${shown}”`,
  };
}
