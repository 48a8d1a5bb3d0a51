import { breakDetector } from '../../../shared/detectors/breaks';
import type { TextBlock } from '../../../shared/document/textBlock';
import type { BreakFinding } from '../../../shared/findings/finding';
import { lineBlock } from '../../../tools/breaks/breakCase';
import { loadLexicon } from '../../../tools/lexicon/loadLexicon';

export const detector = breakDetector(loadLexicon());

/** The non-blank lines of a text as blocks; ids are 0, 1, 2 … */
export function blocksOf(text: string): TextBlock[] {
  const blocks: TextBlock[] = [];
  for (const [, line = '', gap = ''] of text.matchAll(/([^\r\n]*\S[^\r\n]*)((?:\s*(?:\r\n|\n|\r))*)/g)) {
    blocks.push(lineBlock(line, String(blocks.length), gap.replace(/^[^\r\n]+/, '')));
  }
  return blocks;
}

/** All findings in a text. */
export function findBreaks(text: string): BreakFinding[] {
  const blocks = blocksOf(text);
  return detector
    .detect(blocks, detector.survey(blocks), 0, blocks.length)
    .filter(finding => finding.kind === 'break');
}

/** The finding after the block that ends in `end`, undefined where there is none. */
export function breakAfter(text: string, end: string): BreakFinding | undefined {
  const blocks = blocksOf(text);
  const block = blocks.find(({ text: own }) => own.endsWith(end));
  if (!block) throw new Error(`No block ends in “${end}”.`);
  return findBreaks(text).find(finding => finding.block === block.id);
}

const BEFORE = [
  '# 上街区召开经济工作会议',
  '3月5日上午，上街区召开全区经济工作会议，总结去年工作，分析当前形势，部署今年任务。区委书记李明出席会议并讲话。',
  '会议指出，过去一年，全区上下顶住压力，主要经济指标保持平稳增长，规模以上工业增加值同比增长百分之八点三。',
];
const AFTER = [
  '会议要求，各部门要把思想统一到区委的决策上来，咬定目标，真抓实干，确保各项工作落到实处，取得实效。',
  '区人大、区政协负责人，各镇办、区直各单位主要负责人参加了会议。会后还举行了重点项目集中签约仪式。',
];

/** A short newspaper page with `lines` in its middle, blank lines between. */
export function page(...lines: string[]): string {
  return [...BEFORE, ...lines, ...AFTER].join('\n\n');
}
