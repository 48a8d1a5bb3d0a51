import { CLASS, classOf } from '../../../shared/detectors/breaks/characters';
import { crossingOf } from '../../../shared/detectors/breaks/crossing';
import { normaliseText } from '../../../shared/detectors/breaks/normalise';
import type { Detector } from '../../../shared/findings/detector';
import type { Lexicon } from '../../../shared/lexicon/lexicon';
import { type BreakCase, caseBlocks } from '../../../tools/breaks/breakCase';
import { calibreJoins, punctuationJoins } from './baselines';

/** The places an editor would name when asked where a break went through. */
export type BreakKind =
  | 'inside a word'
  | 'between words'
  | 'after a comma'
  | 'before an opener'
  | 'at digits or Latin';

/** One break of a case, with what was found there. */
export interface JudgedGap {
  readonly source: BreakCase;
  readonly y: 0 | 1;
  readonly type: string;
  readonly kind: BreakKind;
  /** Confidence of the finding; 0 where none was reported. */
  readonly confidence: number;
  /** The two baselines: 1 where they join. */
  readonly punctuation: 0 | 1;
  readonly calibre: 0 | 1;
  /** True where a marked heading, list item, table, image or byline stands on either side. */
  readonly isStructure: boolean;
  readonly text: string;
}

/** Runs the detector and the baselines on one case. */
export function judge(source: BreakCase, detector: Detector, lexicon: Lexicon): JudgedGap[] {
  const { blocks, labels } = caseBlocks(source);
  const survey = detector.survey(blocks);
  const confidences = new Map<string, number>();
  for (const finding of detector.detect(blocks, survey, 0, blocks.length)) {
    if (finding.kind === 'break') confidences.set(finding.block, finding.confidence);
  }
  return blocks.slice(0, -1).flatMap((block, i) => {
    const next = blocks[i + 1];
    const label = labels[i];
    if (!next || !label) return [];
    const pair = [block, next] as const;
    return {
      source,
      y: label.y,
      type: label.type,
      kind: kindOf(block.text, next.text, lexicon),
      confidence: confidences.get(block.id) ?? 0,
      punctuation: punctuationJoins(...pair) ? 1 : 0,
      calibre: calibreJoins(...pair, blocks) ? 1 : 0,
      isStructure: pair.some(({ kind, text }) => kind !== 'paragraph' || isMarkedForm(text)),
      text: `${block.text.slice(-16)} | ${next.text.slice(0, 16)}`,
    };
  });
}

const MARKED_FORM =
  /^(?:[□■▲◎]|(?:本报|本刊)?(?:见习|实习|特约)?(?:记者|通讯员)[ \u3000]|来源[:：]|[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[)）])/;

function isMarkedForm(text: string): boolean {
  return text.length <= 40 && MARKED_FORM.test(text);
}

function kindOf(first: string, second: string, lexicon: Lexicon): BreakKind {
  const tail = normaliseText(first);
  const head = normaliseText(second);
  const last = classOf(tail.charCodeAt(tail.length - 1));
  const start = classOf(head.charCodeAt(0));
  if (last === CLASS.comma || last === CLASS.enumeration || last === CLASS.semicolon) return 'after a comma';
  if (start === CLASS.openQuote || start === CLASS.openBracket || start === CLASS.openTitle)
    return 'before an opener';
  const isPlain = (value: number) => value === CLASS.digit || value === CLASS.latin;
  if (isPlain(last) || isPlain(start)) return 'at digits or Latin';
  return crossingOf(tail, head, lexicon).left > 0 ? 'inside a word' : 'between words';
}
