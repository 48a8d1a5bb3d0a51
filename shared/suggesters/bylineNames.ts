import type { RuleMatch } from './regularTypes';

/** The people whom the byline at `from … to` of `text` names, with spaces between. */
export function bylineNames(text: string, from: number, to: number): RuleMatch[] {
  const found: RuleMatch[] = [];
  for (let start = from; start < to; ) {
    const space = text.indexOf(' ', start);
    const end = space < 0 || space > to ? to : space;
    if (end > start && !NOT_A_NAME.has(text.slice(start, end))) {
      found.push({ type: 'PER', rule: 'byline', start, end });
    }
    start = end + 1;
  }
  return found;
}

const NOT_A_NAME = new Set([
  '记者',
  '通讯员',
  '实习生',
  '编辑',
  '摄影',
  '作者',
  '本报',
  '文并图',
  '综合',
  '报道',
  '整理',
  '制图',
]);
