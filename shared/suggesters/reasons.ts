import type { Reason } from '../findings/finding';
import { RULE_NAMES, type RuleName } from './regularTypes';
import type { SpanEvidence } from './spanEvidence';
import { SUGGESTED_TYPES, type SuggestedType } from './suggestion';

const BY_RULE: Record<RuleName, Reason> = {
  calendarDate: { en: 'Written as a date', zh: '日期写法' },
  relativeDate: { en: 'A day or period relative to the text', zh: '相对日期' },
  season: { en: 'A season or festival', zh: '季节或节日' },
  era: { en: 'A dynasty or reign', zh: '朝代或年号' },
  yearSpan: { en: 'Years', zh: '年份' },
  clockTime: { en: 'A time of day', zh: '钟点' },
  dayPart: { en: 'A part of the day', zh: '时段' },
  money: { en: 'A number with a currency', zh: '数目加货币单位' },
  spokenMoney: { en: 'A price as spoken', zh: '口语价钱' },
  percent: { en: 'A percentage', zh: '百分比' },
  fraction: { en: 'A share of the whole', zh: '成数或分数' },
  bookTitle: { en: 'Title between 《 》', zh: '书名号中的作品名' },
  byline: { en: 'Named in a byline', zh: '署名中的人名' },
  dottedName: { en: 'A foreign name with ·', zh: '带间隔号的人名' },
  meeting: { en: 'A numbered meeting, match or festival', zh: '届次会议或赛事' },
};

const BY_TYPE: Record<SuggestedType, Reason> = {
  PER: { en: 'Reads as a person’s name here', zh: '从字面和上下文看是人名' },
  ORG: { en: 'Reads as an organisation here', zh: '从字面和上下文看是机构名' },
  LOC: { en: 'Reads as a place here', zh: '从字面和上下文看是地名' },
  DATE: { en: 'Reads as a date here', zh: '从字面和上下文看是日期' },
  TIME: { en: 'Reads as a time here', zh: '从字面和上下文看是时间' },
  MONEY: { en: 'Reads as an amount of money here', zh: '从字面和上下文看是金额' },
  PERCENT: { en: 'Reads as a percentage here', zh: '从字面和上下文看是百分比' },
  WORK: { en: 'Reads as the title of a work here', zh: '从字面和上下文看是作品名' },
  EVENT: { en: 'Reads as an event here', zh: '从字面和上下文看是活动名' },
};

const ELSEWHERE: Reason = { en: 'Clear elsewhere in this document', zh: '本文别处已明确是这一类' };

/** Why a span is suggested: the rule that found it, or else the document, or else the model. */
export function reasonFor(span: SpanEvidence, bestElsewhere: number): Reason {
  const rule = RULE_NAMES[span.rule - 1];
  if (rule) return BY_RULE[rule];
  if (bestElsewhere > 0.8 && Math.max(span.probability, span.innerProbability) < 0.6) return ELSEWHERE;
  return BY_TYPE[SUGGESTED_TYPES[span.type] ?? 'PER'];
}
