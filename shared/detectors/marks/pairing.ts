import type { TextBlock } from '../../document/textBlock';
import type { Detector } from '../../findings/detector';
import type { Reason, TextFinding } from '../../findings/finding';
import { type Unpaired, unpairedMarks } from './quotes';
import { isHeadMissing } from './truncated';

/** Over how many blocks a quotation may extend before its missing end is reported. */
const QUOTATION_SPAN = 8;

interface PairingSurvey {
  /** Of the blocks with quotes or brackets, the share that has one without partner, 0–1. */
  readonly unpairedShare: number;
  /** Blocks with quotes or brackets. */
  readonly blocks: number;
}

/** Quotes, brackets and title marks that have no partner. */
export const pairing: Detector<PairingSurvey> = {
  kinds: ['pairing'],
  reach: QUOTATION_SPAN,
  survey(blocks) {
    let marked = 0;
    let unpaired = 0;
    for (const block of blocks) {
      if (block.kind === 'code' || !ANY.test(block.text)) continue;
      marked++;
      if (unpairedMarks(block.text).length > 0) unpaired++;
    }
    return { unpairedShare: marked === 0 ? 0 : unpaired / marked, blocks: marked };
  },
  detect(blocks, survey, from, to) {
    const findings: TextFinding[] = [];
    const unpairedIn = marksWithoutPartner(blocks);
    for (let index = from; index < to; index++) {
      const block = blocks[index];
      if (!block || block.kind === 'code' || !ANY.test(block.text)) continue;
      const marks = unpairedMarks(block.text);
      if (marks.length === 0) continue;
      const headMissing = isHeadMissing(blocks, index);
      const elsewhere = new Map<string, boolean>();
      for (const lone of marks) {
        if (!lone.opens && headMissing) continue;
        const key = `${lone.mark}${lone.meant ?? ''}`;
        const known = elsewhere.get(key) ?? continuesElsewhere(blocks, index, lone, unpairedIn);
        elsewhere.set(key, known);
        if (!known) findings.push(report(block, lone, survey));
      }
    }
    return findings;
  },
};

/** Looks up, once per block, which marks have no partner in it. */
function marksWithoutPartner(blocks: readonly TextBlock[]): (index: number) => ReadonlySet<string> {
  const known = new Map<number, ReadonlySet<string>>();
  return index => {
    const block = blocks[index];
    const marks =
      known.get(index) ??
      new Set(block && block.kind !== 'code' ? unpairedMarks(block.text).map(({ mark }) => mark) : []);
    known.set(index, marks);
    return marks;
  };
}

const ANY = /[“”‘’「」『』《》〈〉（）()【】〔〕[\]"]/;
const PARTNER: Readonly<Record<string, string>> = {
  '“': '”',
  '‘': '’',
  '「': '」',
  '『': '』',
  '（': '）',
  '(': ')',
  '《': '》',
};

/**
 * True where the partner stands in a neighbouring block: a quotation of several paragraphs (whose paragraphs may each
 * open it anew, GB/T 15834—2011 §4.8.3.4), or a sentence that a break split.
 */
function continuesElsewhere(
  blocks: readonly TextBlock[],
  index: number,
  lone: Unpaired,
  unpairedIn: (index: number) => ReadonlySet<string>,
): boolean {
  const step = lone.opens ? 1 : -1;
  if (lone.meant !== null) return false;
  for (let distance = 1; distance <= QUOTATION_SPAN; distance++) {
    const other = blocks[index + step * distance];
    if (!other || other.kind === 'heading') return false;
    if (distance === 1 && lone.opens && other.text.startsWith(lone.mark)) return true;
    if (!ANY.test(other.text)) continue;
    if (lone.mark === '"') {
      const before = blocks[index - distance];
      if (unpairedIn(index + distance).has('"')) return true;
      if (before && before.kind !== 'heading' && unpairedIn(index - distance).has('"')) return true;
      continue;
    }
    const partner = lone.opens
      ? PARTNER[lone.mark]
      : Object.keys(PARTNER).find(mark => PARTNER[mark] === lone.mark);
    if (!partner) return false;
    if (unpairedIn(index + step * distance).has(partner)) return true;
  }
  return false;
}

function report(block: TextBlock, lone: Unpaired, survey: PairingSurvey): TextFinding {
  // A text that leaves many open, as some do by habit, can't be trusted to pair them at all.
  const habit = survey.blocks >= 20 ? Math.max(0, 1 - 2.5 * survey.unpairedShare) : 1;
  const base = lone.meant !== null ? 0.85 : lone.mark === '’' || lone.mark === '‘' ? 0.6 : 0.8;
  return {
    kind: 'pairing',
    block: block.id,
    start: lone.at,
    end: lone.at + 1,
    replacement: lone.meant,
    confidence: Math.max(0.2, base * habit),
    reason: reasonFor(lone),
  };
}

function reasonFor(lone: Unpaired): Reason {
  if (lone.meant !== null) {
    return {
      zh: `“${lone.mark}”方向反了，应为“${lone.meant}”`,
      en: `${lone.mark} faces the wrong way; ${lone.meant} would pair`,
    };
  }
  return lone.opens
    ? { zh: `标点 ${lone.mark} 后面没有与之配对的符号`, en: `${lone.mark} is never closed` }
    : { zh: `标点 ${lone.mark} 前面没有与之配对的符号`, en: `${lone.mark} closes nothing` };
}
