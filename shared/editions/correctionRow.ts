import { outOfPair } from '../document/document';
import { CORRECTION_NAMES } from '../exports/correctionNames';
import type { ExportJob } from '../exports/exportFormat';
import type { Message } from '../source/fileError';
import type { PlacedCorrection } from './placedCorrections';

/** A correction as a list of corrections (勘误表) shows it. */
export interface CorrectionRow {
  readonly number: number;
  readonly place: string;
  /** What stands on either side, so that a reader finds it and an insertion can be seen. */
  readonly left: string;
  readonly right: string;
  readonly before: string;
  readonly after: string;
  readonly reason: string;
  readonly who: string;
  /** `YYYY-MM-DD HH:MM`, UTC. */
  readonly when: string;
}

type Heading = 'number' | 'place' | 'before' | 'after' | 'reason' | 'who' | 'when';

export const CORRECTION_HEADINGS: Readonly<Record<Heading, Message>> = {
  number: { en: 'No.', zh: '序号' },
  place: { en: 'Place', zh: '位置' },
  before: { en: 'Before', zh: '误' },
  after: { en: 'After', zh: '正' },
  reason: { en: 'Reason', zh: '理由' },
  who: { en: 'By', zh: '更正人' },
  when: { en: 'Date', zh: '日期' },
};

export const CORRECTIONS_TITLE: Message = { en: 'Corrections', zh: '勘误表' };

/** Code units of text shown on either side, and at most of what was corrected. */
const CONTEXT = 8;
const LONGEST = 200;

export function correctionRow(placed: PlacedCorrection, { document, locale }: ExportJob): CorrectionRow {
  const { number, correction, before, block, start, end } = placed;
  const text = document.blocks[block]?.body.text ?? '';
  const paragraph = block + 1;
  const character = [...text.slice(0, start)].length + 1;
  return {
    number,
    place:
      locale === 'zh'
        ? `第 ${paragraph} 段第 ${character} 字`
        : `paragraph ${paragraph}, character ${character}`,
    left: text.slice(outOfPair(text, start - CONTEXT), start),
    right: text.slice(end, outOfPair(text, end + CONTEXT)),
    before: visible(before),
    after: visible(correction.replacement),
    reason: correction.why || CORRECTION_NAMES[correction.kind][locale],
    who: correction.who,
    when: correction.when.slice(0, 16).replace('T', ' '),
  };
}

/** Line ends as signs that can be seen in a line of a table. */
function visible(text: string): string {
  const short = text.length > LONGEST ? `${text.slice(0, outOfPair(text, LONGEST))}…` : text;
  return short.replace(/\r\n|[\n-\r\x85\u2028\u2029]/g, '⏎');
}
