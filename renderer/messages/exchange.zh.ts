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
    preview: '预览',
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
};
