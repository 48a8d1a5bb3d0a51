import type { Message } from '../source/fileError';

/** What formats cannot hold, as the report words it. Without numbers: the report counts. */
export const LOSS_MESSAGES = {
  mentions: { en: 'mentions', zh: '标注' },
  unmapped: {
    en: 'mentions in text that the original does not have (left out)',
    zh: '位于补入文字中的标注（原文没有对应文字，已略去）',
  },
  widened: {
    en: 'mentions that cover part of a correction (in the original they cover all of what it replaced)',
    zh: '只涉及更正一部分的标注（在原文中扩大到被更正的全部文字）',
  },
  partedInOriginal: {
    en: 'mentions over several paragraphs of the original (written in halves)',
    zh: '在原文中跨段的标注（分段写出）',
  },
  inMarkup: {
    en: 'mentions of what marks a heading in the original (left out, or cut short)',
    zh: '涉及原文标题记号的标注（记号部分已略去）',
  },
  blank: { en: 'mentions of white space alone (left out)', zh: '只含空白的标注（已略去）' },
  nested: { en: 'mentions inside another (left out)', zh: '嵌套在其他标注内的标注（已略去）' },
  crossing: { en: 'mentions that cross another (left out)', zh: '与其他标注交叉的标注（已略去）' },
  sameRange: {
    en: 'further mentions of the very same text (left out)',
    zh: '与其他标注范围完全相同的标注（已略去）',
  },
  acrossLines: { en: 'mentions across a line break (left out)', zh: '跨行的标注（已略去）' },
  empty: {
    en: 'mentions with nothing the format has a place for (left out)',
    zh: '格式无法表示其文字的标注（已略去）',
  },
  links: { en: 'links from mentions to entities', zh: '标注与实体的链接' },
  entities: { en: 'entities of the register', zh: '登记簿中的实体' },
  unmentioned: { en: 'entities that no mention names (left out)', zh: '没有标注指向的实体（已略去）' },
  unlinked: { en: 'mentions without an entity (not in this list)', zh: '未链接实体的标注（不在此表中）' },
  entityDetails: {
    en: 'further names, notes and identifiers of entities',
    zh: '实体的别名、备注和标识号',
  },
  normals: { en: 'normal forms (of dates, times, amounts)', zh: '规范形式（日期、时间、金额）' },
  notes: { en: 'notes on mentions', zh: '标注的备注' },
  attributes: { en: 'attributes of mentions', zh: '标注的属性' },
  authors: { en: 'who tagged a mention, and when', zh: '标注人与标注时间' },
  parted: {
    en: 'links between the halves of mentions that a line break parts',
    zh: '被换行断开的标注两半之间的联系',
  },
  corrections: { en: 'corrections (the text is written as corrected)', zh: '更正记录（正文按更正后写出）' },
  correctionsUndone: { en: 'corrections (the text is the original)', zh: '更正记录（正文为原文）' },
  surrogates: {
    en: 'halves of characters, which UTF-8 cannot write (written as U+FFFD)',
    zh: '半个字符，UTF-8 无法表示（写作 U+FFFD）',
  },
  controlsShown: {
    en: 'control characters, which the format cannot hold (a sign stands in their place)',
    zh: '控制字符，格式无法表示（以符号代替）',
  },
  separators: {
    en: 'blank lines, indents and spaces between paragraphs (written as plain paragraph ends)',
    zh: '段落之间的空行、缩进与空格（一律写作段落结束）',
  },
  correctionDetails: { en: 'reasons and kinds of corrections', zh: '更正的理由与类别' },
  controls: { en: 'control characters (left out or replaced)', zh: '控制字符（已略去或替换）' },
  spaces: {
    en: 'spaces and line breaks, which have no row (left out)',
    zh: '空白与换行，在此格式中没有对应的行（已略去）',
  },
  otherSpaces: {
    en: 'tabs and wide spaces (written as a plain space)',
    zh: '制表符与全角空格等（写作普通空格）',
  },
  spaceSigns: {
    en: 'signs ␣ in the text itself (they read as spaces)',
    zh: '正文中本来的“␣”（读回时会当作空格）',
  },
  lineEnds: { en: 'line ends CR LF (written as LF)', zh: '回车换行符 CR LF（写作 LF）' },
  typeNames: {
    en: 'names of types with characters the format does not allow (replaced by _)',
    zh: '含格式所不允许字符的类型名（以 _ 代替）',
  },
  lineBreaksInNotes: { en: 'line breaks in notes (written as spaces)', zh: '备注中的换行（写作空格）' },
  formulas: {
    en: 'cells that a spreadsheet would take for a formula (an apostrophe is put before them)',
    zh: '会被表格软件当作公式的单元格（前面加了撇号）',
  },
  tagset: { en: 'descriptions and attributes of types', zh: '类型的说明与属性' },
  issueDate: { en: 'the day of issue', zh: '刊行日期' },
} as const satisfies Readonly<Record<string, Message>>;

export type LossKind = keyof typeof LOSS_MESSAGES;
