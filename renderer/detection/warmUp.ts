import type { TextBlock } from '../../shared/document/textBlock';
import type { Detector } from '../../shared/findings/detector';

const LINES = [
  '临江市图书馆昨日举行读者开放日活动，馆长介绍了古籍修复中心一年来的工作，并邀请大',
  '家参观书库。“纸张最怕潮。”一位修复师说,她在这里工作了二十三年。',
  '全年共接待读者12万人次，同比增长8.5%；其中儿童读者占四成，已经超过去年。',
];
const BLOCKS: readonly TextBlock[] = Array.from({ length: 60 }, (_, n) => ({
  id: `w${n}`,
  kind: 'paragraph',
  level: 0,
  marker: '',
  text: `${n}${LINES[n % LINES.length] ?? ''}`,
  gap: '\n\n',
}));

/**
 * Runs a detector once on a few lines, so that the engine has compiled it when the first document opens: its first
 * findings then come in a fraction of the time.
 */
export function warmUp(detector: Detector): void {
  detector.detect(BLOCKS, detector.survey(BLOCKS), 0, BLOCKS.length);
}
