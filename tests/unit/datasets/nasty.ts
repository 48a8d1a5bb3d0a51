import { applyChange, type Change } from '../../../shared/document/change';
import type { KanwuDocument } from '../../../shared/document/document';
import type { Entity } from '../../../shared/document/entity';
import { joinBlocks, usualJoin } from '../../../shared/edits/structure';
import { addMention, changeMention, type MentionUpdate } from '../../../shared/edits/tagging';
import { contextFor, open } from '../document/arbitraries';

export const BANK: Entity = {
  id: 'e90',
  type: 'ORG',
  name: '中国银行',
  aliases: ['中行'],
  identifiers: [{ scheme: 'wikidata', value: 'Q790068' }],
  note: '总行在北京',
  who: 'editor',
  when: '2026-11-25T12:00:00.000Z',
};

/**
 * Everything at once: 𠮷 and a combining mark, CR LF, a mention across a mended break, nested and crossing mentions, the
 * same mention twice, `< & "`, a control character, an empty paragraph, Traditional Chinese, a formula.
 */
export function nastyDocument(): KanwuDocument {
  const context = contextFor();
  const text =
    '## 𠮷野家與e\u0301商行\r\n\r\n邀请了中\r\n\r\n国银行行长王<小>&"明"。\r\n\r\n　　\r\n臺灣總督府\u0007檔案 A B。\r\n=SUM(1) 王𠮷\r\n';
  let document = open(text, context);
  const apply = (change: Change) => {
    document = applyChange(document, change);
  };
  apply(joinBlocks(document, 1, usualJoin('中', '国'), context).change);
  const tag = (index: number, quote: string, type: string, update?: MentionUpdate) => {
    const start = document.blocks[index]?.body.text.indexOf(quote) ?? -1;
    const { change, mention } = addMention(document, index, start, start + quote.length, type, context);
    if (start < 0 || !mention) throw new Error(`no ${quote}`);
    apply(change);
    if (update) apply(changeMention(document, index, mention.id, update));
  };
  apply({ patches: [], decisions: [], entities: [{ id: BANK.id, before: undefined, after: BANK }] });
  tag(0, '𠮷野家', 'ORG');
  tag(0, 'e\u0301商行', 'ORG');
  tag(1, '中国银行', 'ORG', { entity: BANK.id, note: '第一行\n第二行' });
  tag(1, '中国银行', 'LOC');
  tag(1, '中国', 'LOC');
  tag(1, '银行行长', 'PER', { attributes: { role: '行长 & "代表"' } });
  tag(1, '王<小>&"明"', 'PER', { normal: '王小明' });
  tag(2, '臺灣總督府\u0007檔案 A B', 'WORK');
  tag(3, '=SUM(1)', 'WORK');
  tag(3, '王𠮷', 'PER');
  return document;
}
