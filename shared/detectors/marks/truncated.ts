import type { TextBlock } from '../../document/textBlock';
import type { Detector } from '../../findings/detector';
import type { TextFinding } from '../../findings/finding';
import { countHan, endsSentence, isHan } from './characterClass';
import { unpairedMarks } from './quotes';

interface TruncatedSurvey {
  /** Of the long paragraphs, the share that ends as a sentence does, 0–1. */
  readonly endedShare: number;
  readonly paragraphs: number;
}

/** Where text is missing: a block whose head is gone, or a section whose last sentence has no end. */
export const truncated: Detector<TruncatedSurvey> = {
  kinds: ['truncated'],
  reach: 1,
  survey(blocks) {
    let paragraphs = 0;
    let ended = 0;
    for (const block of blocks) {
      if (block.kind !== 'paragraph' || block.text.length < LONG) continue;
      paragraphs++;
      if (endsSentence(block.text)) ended++;
    }
    return { endedShare: paragraphs === 0 ? 0 : ended / paragraphs, paragraphs };
  },
  detect(blocks, survey, from, to) {
    const findings: TextFinding[] = [];
    for (let index = from; index < to; index++) {
      const block = blocks[index];
      if (!block) continue;
      const head = headMissing(blocks, index);
      if (head)
        findings.push({ kind: 'truncated', block: block.id, start: 0, end: 0, replacement: null, ...head });
      const tail = tailMissing(blocks, index, survey);
      if (tail) {
        const at = block.text.length;
        findings.push({ kind: 'truncated', block: block.id, start: at, end: at, replacement: null, ...tail });
      }
    }
    return findings;
  },
};

/** Paragraphs shorter than this may be captions, signatures or lines of verse. UTF-16 code units. */
const LONG = 40;

type Judged = Pick<TextFinding, 'confidence' | 'reason'>;

/** True where the block begins in the middle of a sentence that nothing before it begins. */
export function isHeadMissing(blocks: readonly TextBlock[], index: number): boolean {
  return headMissing(blocks, index) !== null;
}

const STARTS_CLOSED = /^[，。、；：！？）》”’」』】〕…,;:!?)\]]/;
// Particles and bound words that no sentence begins with.
const STARTS_BOUND =
  /^(?:的(?!士|确|卢|哥|的|黎)|了(?!解|不|结|却|然|无|得|如|断|望)|着(?!力|重|眼|手|实|急|火|陆|装|迷|凉|想|落|色|名|魔|意|笔)|们|地(?=[说道问答笑看听走])|得(?=[很多更])|吗|呢|吧[，。])/;

function headMissing(blocks: readonly TextBlock[], index: number): Judged | null {
  const block = blocks[index];
  if (!block || (block.kind !== 'paragraph' && block.kind !== 'quote')) return null;
  const before = blocks[index - 1];
  // Under anything but a heading the sentence may have begun in the block before: that is a break.
  if (before && before.kind !== 'heading' && before.kind !== 'rule' && before.kind !== 'image') return null;
  if (STARTS_CLOSED.test(block.text) && countHan(block.text, 0, 80) > 4) {
    return { confidence: 0.9, reason: startsWith(block.text.charAt(0)) };
  }
  if (STARTS_BOUND.test(block.text) && block.text.length >= 16) {
    return { confidence: 0.6, reason: startsWith(block.text.charAt(0)) };
  }
  const lone = unpairedMarks(block.text)[0];
  if (lone && !lone.opens && lone.meant === null && lone.at < 120 && /[”」』》）)]/.test(lone.mark)) {
    const shown = block.text.slice(Math.max(0, lone.at - 6), lone.at + 1);
    return {
      confidence: lone.at < 40 ? 0.85 : 0.65,
      reason: {
        zh: `“${shown}”的${lone.mark}前面没有开头，这一段的开头似已缺失`,
        en: `${lone.mark} in “${shown}” closes nothing: the beginning of this paragraph seems to be missing`,
      },
    };
  }
  return null;
}

function startsWith(char: string): Judged['reason'] {
  return {
    zh: `标题之下的段落以“${char}”开头，前面的文字似已缺失`,
    en: `The paragraph under the heading begins with “${char}”: the words before it seem to be missing`,
  };
}

// A sentence cannot stop after these.
const CANNOT_END = /(?:[，、,—]|[的和与及在把被对从向于将并而且或])$/;

function tailMissing(blocks: readonly TextBlock[], index: number, survey: TruncatedSurvey): Judged | null {
  const block = blocks[index];
  if (block?.kind !== 'paragraph') return null;
  const next = blocks[index + 1];
  // Only at the end of a section: elsewhere the sentence may go on in the next block, which is a break.
  if (next && next.kind !== 'heading' && next.kind !== 'rule') return null;
  const { text } = block;
  if (text.length < LONG || endsSentence(text) || (block.gap === '' && next)) return null;
  const last = text.charCodeAt(text.length - 1);
  const before = /[，,][^，,。]*$/.test(text.slice(-60));
  if (CANNOT_END.test(text)) return { confidence: 0.85, reason: endsWith(text) };
  // Signatures, notices and lists of names end without a full stop by habit.
  if (!isHan(last) || !before || !/[。！？!?.]/.test(text) || survey.paragraphs < 6) return null;
  const confidence = survey.endedShare > 0.95 ? 0.45 : 0.3;
  return { confidence, reason: endsWith(text) };
}

function endsWith(text: string): Judged['reason'] {
  const shown = text.slice(-6);
  return {
    zh: `本节到“${shown}”为止，句子没有完，后面的文字似已缺失`,
    en: `The section stops at “${shown}” in mid-sentence: what follows seems to be missing`,
  };
}
