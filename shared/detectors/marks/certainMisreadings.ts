import type { TextBlock } from '../../document/textBlock';
import type { Reason, TextFinding } from '../../findings/finding';

// 己 by itself is bound to the words it makes; elsewhere in a report it is 已. 自己, 知己, 律己, 己方, 己任 stay, and so do
// the stems and branches (己亥).
const LONE_JI =
  /(?<=[\p{Script=Han}\d）”》，])(?<![自知律克利舍为损异体人彼由于推非贵守一戊已己以见其乃先])己(?=[\p{Script=Han}])(?![方见任身所欲出卯丑亥酉未巳烯醇酸内二])/gu;
// 六月六曰, 八十九曰; 一曰…二曰… enumerates and stays.
const DAY =
  /(?<=月[初一二三四五六七八九十廿\d]{1,3}|[\d]{1,3}|[一二三四五六七八九]?十[一二三四五六七八九]?)曰(?![：:“])/gu;

/** Misreadings that the characters beside them give away, with no need of a model. Only for texts with figures. */
export function certainMisreadings({ id, text }: TextBlock): TextFinding[] {
  const found: TextFinding[] = [];
  const add = (at: number, replacement: string, confidence: number, reason: Reason): void => {
    found.push({ kind: 'lookalike', block: id, start: at, end: at + 1, replacement, confidence, reason });
  };
  for (const { index } of text.matchAll(LONE_JI)) add(index, '已', 0.75, JI);
  for (const { index } of text.matchAll(DAY)) add(index, '日', 0.85, SUN);
  return found;
}

const JI: Reason = {
  zh: '“己”与“已”形近，此处“己”不成词，应为“已”',
  en: '己 looks like 已, and by itself makes no word here',
};
const SUN: Reason = { zh: '“曰”与“日”形近，日期里应为“日”', en: '曰 looks like 日, which a date calls for' };
