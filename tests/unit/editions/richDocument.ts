import { applyChange } from '../../../shared/document/change';
import { type KanwuDocument, workingText } from '../../../shared/document/document';
import type { Entity } from '../../../shared/document/entity';
import { openSource } from '../../../shared/document/parse';
import { type EditContext, originOf } from '../../../shared/edits/context';
import { replaceText } from '../../../shared/edits/replaceText';
import { joinBlocks, setHeadingLevel, splitBlock, usualJoin } from '../../../shared/edits/structure';
import { addMention, changeMention } from '../../../shared/edits/tagging';
import { updateType } from '../../../shared/edits/tagsetEdits';
import { contextFor, sourceOf } from '../document/arbitraries';

const TEXT = [
  '# 臺灣銀行史 & <一>',
  '　　2023年2月23日，上街区将大',
  '力发展银行业，邀请了中',
  '国银行𠮷野家分行行长王五 e\u0301 出席；投入15亿元，占12.5%。',
  '### 跳级的小标题',
  '- 第一项\u0007',
  '- 第二项“引”',
  '> 引文',
  '| 名 | 数 |',
  '|---|---|',
  '| 甲\\|乙 | 1 |',
  '| 丙 | 2 |',
  '---',
  '```',
  '  <码> & 1',
  '```',
  '![图](a.png)',
  '《红楼梦》是曹雪芹所著。改革开放。',
  '末段，当被拆成两段，删去多多余字。',
];

/** A document with everything a format has trouble with: see the issue's list. Line ends are CR LF. */
export function richDocument(): KanwuDocument {
  const context = contextFor();
  const source = { ...sourceOf(TEXT.join('\r\n\r\n')), name: '臺灣 <史>.txt', newline: '\r\n' as const };
  let document = openSource(source, context.ids);
  const at = (text: string) => document.blocks.findIndex(block => block.body.text.includes(text));
  const join = (text: string) => {
    const index = at(text);
    const [a, b] = [document.blocks[index]?.body.text ?? '', document.blocks[index + 1]?.body.text ?? ''];
    document = applyChange(
      document,
      joinBlocks(document, index, usualJoin(a, b), context, '句子在此断开 <1>').change,
    );
  };
  join('将大');
  join('邀请了中');
  document = replaced(document, '银行业', '金融业', context);
  document = replaced(document, '多多', '多', context);
  document = replaced(document, '第二项', '第二项“补', context);
  document = splitAt(document, '当被拆', context);
  document = replaced(document, '王五', '', context);
  document = applyChange(document, setHeadingLevel(document, at('改革开放'), 0, context));
  document = applyChange(document, setHeadingLevel(document, at('引文') + 0, 0, context));
  document = tag(document, '中国银行𠮷野家分行', 'ORG', context);
  document = tag(document, '中国银行', 'ORG', context);
  document = tag(document, '中国', 'LOC', context);
  document = tag(document, '𠮷野家分行行长', 'PER', context);
  document = tag(document, '2023年2月23日', 'DATE', context, '2023-02-23');
  document = tag(document, '15亿元', 'MONEY', context, '1500000000 CNY');
  document = tag(document, '12.5%', 'PERCENT', context, '12.5%');
  document = tag(document, '红楼梦', 'WORK', context);
  document = tag(document, '曹雪芹', 'PER', context);
  document = tag(document, '曹雪芹', 'WORK', context);
  document = tag(document, '改革开放', 'EVENT', context, '199X');
  document = tag(document, '臺灣', 'LOC', context);
  document = tag(document, '融业，邀', 'SHIP "<&', context);
  document = tag(document, '甲', 'PER', context);
  document = tag(document, '项“补', 'WORK', context);
  return withRegister(document);
}

function spotOf(document: KanwuDocument, text: string) {
  const index = document.blocks.findIndex(block => block.body.text.includes(text));
  return { index, offset: document.blocks[index]?.body.text.indexOf(text) ?? 0 };
}

function replaced(document: KanwuDocument, text: string, by: string, context: EditContext): KanwuDocument {
  const from = spotOf(document, text);
  const to = { ...from, offset: from.offset + text.length };
  const origin = originOf(context, 'edit', '据底本改 & “核”');
  return applyChange(document, replaceText(document, from, to, by, origin, context).change);
}

function splitAt(document: KanwuDocument, text: string, context: EditContext): KanwuDocument {
  return applyChange(document, splitBlock(document, spotOf(document, text), context).change);
}

function tag(
  document: KanwuDocument,
  text: string,
  type: string,
  context: EditContext,
  normal?: string,
): KanwuDocument {
  const { index, offset } = spotOf(document, text);
  if (index < 0) throw new Error(`“${text}” is not in ${workingText(document)}`);
  const { change, mention } = addMention(document, index, offset, offset + text.length, type, context);
  const tagged = applyChange(document, change);
  if (normal === undefined || !mention) return tagged;
  return applyChange(tagged, changeMention(tagged, index, mention.id, { normal, note: `注 <${normal}>` }));
}

function withRegister(document: KanwuDocument): KanwuDocument {
  const entity = (id: string, type: string, name: string, more: Partial<Entity> = {}): Entity => ({
    id,
    type,
    name,
    aliases: [],
    identifiers: [],
    who: 'editor',
    when: '2023-11-14T22:13:20.000Z',
    ...more,
  });
  const list = [
    entity('e101', 'ORG', '中国银行', {
      aliases: ['中行', 'Bank of China'],
      identifiers: [{ scheme: 'wikidata', value: 'Q790068' }],
      note: '1912 年设立 & <注>',
    }),
    entity('e102', 'PER', '曹雪芹', { identifiers: [{ scheme: 'viaf', value: '47557299' }] }),
    entity('e103', 'LOC', '臺灣', { identifiers: [{ scheme: 'geonames', value: '1668284' }] }),
    entity('e104', 'WORK', '红楼梦', { identifiers: [{ scheme: 'own', value: '书 12' }] }),
    entity('e105', 'EVENT', '改革开放'),
  ];
  const byName = new Map(list.map(e => [e.name, e.id]));
  const blocks = document.blocks.map(block => ({
    ...block,
    mentions: block.mentions.map(mention => {
      const id = byName.get(block.body.text.slice(mention.start, mention.end));
      return id === undefined ? mention : { ...mention, entity: id, attributes: { role: '主 <要>' } };
    }),
  }));
  return {
    ...document,
    blocks,
    issueDate: '2023-02-24',
    entities: new Map(list.map(e => [e.id, e])),
  };
}

/** The same with types of the user's own in the place of those that have normal forms. */
export function withOwnTypes(document: KanwuDocument): KanwuDocument {
  return ['DATE', 'TIME', 'MONEY', 'PERCENT'].reduce((before, id) => {
    const edit = updateType(before, id, { id: `我的${id}` });
    return edit.kind === 'change' ? applyChange(before, edit.change) : before;
  }, document);
}
