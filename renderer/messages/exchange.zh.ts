import type { ExchangeMessages } from './exchange.en';

const numbers = new Intl.NumberFormat('zh-CN');
const number = (n: number) => numbers.format(n);

/** 导出和导入所用的文字。 */
export const exchange: ExchangeMessages = {
  export: {
    title: '导出',
    formats: '格式',
    kinds: { edition: '版本', data: '数据', list: '清单' },
    text: '文本',
    corrected: '校订后的文本',
    original: '原文（标注映射回原文）',
    originalHint: '原文中没有更正可标出或列出，导出报告会给出更正的处数。',
    preview: '预览',
    asSource: '看源码',
    rendered: '浏览器中的页面效果',
    noPreview: '此格式不是文本文件，无法预览。',
    beginning: '开头部分',
    empty: '（空）',
    write: '导出…',
    writing: size => `正在写入…${size}`,
    starting: '正在写入…',
    again: '再次导出',
    reportTitle: '已导出',
    reportPlace: (format, place) => `${format}，已写入“${place}”。`,
    nothingLost: '没有丢失任何内容。',
    lost: '此格式未能容纳的内容',
    more: n => `另有 ${number(n)} 处`,
    copy: '复制报告',
    saveReport: '保存报告…',
    reportFormat: '导出报告',
    goTo: text => `转到“${text}”`,
  },
  check: {
    title: '付印前检查',
    looking: '正在检查全文…',
    nothing: '没有遗留的问题。',
    stillLooking: '检查尚未完成，可能还有疑误。',
  },
  import: {
    working: {
      reading: '正在读取文件…',
      placing: '正在定位标注…',
      carrying: '正在移植校订成果…',
      changing: '正在修改标注…',
    },
    title: '导入',
    unknown: name => `“${name}”不是勘误可导入的格式。`,
    readAs: (name, format) => `“${name}”已按“${format}”读取。`,
    documents: n => `其中有 ${number(n)} 篇，请选择一篇：`,
    mentions: n => `${number(n)} 处标注`,
    holds: (mentions, entities, corrections) =>
      [
        `标注 ${number(mentions)} 处`,
        ...(entities > 0 ? [`实体 ${number(entities)} 个`] : []),
        ...(corrections > 0 ? [`更正 ${number(corrections)} 处`] : []),
      ].join('，'),
    target: '导入到何处',
    onto: name => `将标注加到已打开的“${name}”上`,
    asNew: '作为单独的文档打开',
    noText: '文件不含正文，其标注只能加到已打开的文本上。',
    noTextAtAll: '文件不含正文。请先打开它所标注的文本。',
    correctionsStay: n => `有 ${number(n)} 处更正属于文件自带的文本，不会取用。`,
    review: '查看…',
    open: '打开',
    reviewTitle: '标注的位置',
    exact: n => `${number(n)} 处标注位置不变。`,
    moved: n => `${number(n)} 处标注有移动`,
    orphans: n => `${number(n)} 处标注在此无处可放，将另行保留`,
    accept: n => `加入 ${number(n)} 处`,
    added: (n, orphans) =>
      `已一步加入 ${number(n)} 处标注${orphans > 0 ? `；另有 ${number(orphans)} 处失位，列在“标注”栏` : ''}。`,
    made: (n, moved, orphans) =>
      `已打开，含 ${number(n)} 处标注${moved > 0 ? `（${number(moved)} 处有移动）` : ''}${orphans > 0 ? `；另有 ${number(orphans)} 处失位，列在“标注”栏` : ''}。`,
    carry: '移植到新文本…',
    carryTitle: '在改动后的文本上',
    carryAccept: '移植',
    carryCorrections: (kept, made, lost) =>
      `更正：保留 ${number(kept)} 处，新文本已改 ${number(made)} 处，失位 ${number(lost)} 处。`,
    carryDecisions: (kept, lapsed) => `决定：保留 ${number(kept)} 项，随原文改动失效 ${number(lapsed)} 项。`,
    lostCorrections: n => `${number(n)} 处更正已无处可放`,
    notPlaced: n => `失位的标注（${number(n)}）`,
    placeHere: '放到所选文字上',
    placeHint: '请先在正文中选中文字。',
    deleteOrphan: '删除',
  },
};
