import type { Locale } from '../messages/useMessages';

/** The sentences of the text view. */
const en = {
  text: 'Text',
  breakAt: (before: string, after: string) => `Suspected break between “${before}” and “${after}”`,
  takesOut: (text: string) => `takes out “${text}”`,
  seam: (line: number) => `Joined here. In the source a break stood at line ${line}.`,
  seamBy: (who: string, when: string) => (who ? `${who}, ${when}` : when),
  reopen: 'Reopen',
  tagBar: 'Tag the selection',
  remove: 'Remove',
};

const zh: typeof en = {
  text: '正文',
  breakAt: (before, after) => `“${before}”与“${after}”之间疑似断行`,
  takesOut: text => `同时去掉“${text}”`,
  seam: line => `此处已接合，原文在第 ${line} 行断开。`,
  seamBy: (who, when) => (who ? `${who}，${when}` : when),
  reopen: '重开',
  tagBar: '标注所选文字',
  remove: '移除',
};

export function editorWords(locale: Locale): typeof en {
  return locale === 'zh' ? zh : en;
}
