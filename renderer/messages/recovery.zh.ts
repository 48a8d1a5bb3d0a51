import type { RecoveryMessages } from './recovery.en';

const numbers = new Intl.NumberFormat('zh-CN');
const number = (n: number) => numbers.format(n);

/** 保留、恢复和比较工作内容所用的文字。 */
export const recovery: RecoveryMessages = {
  recovered: n => (n === 0 ? '已恢复未写入标注文件的工作。' : `已恢复上次保存之后的 ${number(n)} 处改动。`),
  cut: '为恢复而保留的内容末尾已损坏，无法读取。',
  unreadable: name => `为“${name}”保留的工作无法读取，仍原样保存。`,
  noJournal: what => `目前无法为恢复保留工作：${what}请及时保存。`,
  autosaveFailed: what => `自动保存失败：${what}`,
  unsaved: {
    title: '未保存的工作',
    hint: '程序意外结束或重新载入文件时保留下来的工作。',
    changes: n => `${number(n)} 处改动`,
    source: { there: '', changed: '原文已变', gone: '找不到原文' },
    open: name => `打开“${name}”的未保存工作`,
    discard: name => `舍弃“${name}”的未保存工作…`,
  },
  changed: {
    title: '磁盘上的文件有变动',
    annotations: {
      changed: name => `您打开之后，另一个程序写入了“${name}”。`,
      gone: name => `“${name}”已不在原处。`,
    },
    source: {
      changed: name => `您打开之后，原文“${name}”有了改动。`,
      gone: name => `原文“${name}”已不在原处。`,
    },
    reloadEdited: '重新载入：未保存的工作会保留，并列在欢迎页。',
    keepHint: '保留我的：下次保存会替换磁盘上的内容，被替换的内容保留为较早版本。',
    goneHint: '您的工作仍在这里，保存时会重新写入文件。',
    sourceHint: '您的工作仍以打开时的文字为准，标注文件带有该文字。',
    carryHint: '也可以把工作移植到改动后的文本，移植前可先查看结果。',
    reload: '重新载入',
    keep: '保留我的',
    compare: '比较',
    comparing: '正在比较…',
    same: '更正、标注和决定完全相同。',
    counts: '差异数',
    mine: '仅我的',
    theirs: '仅磁盘上的',
    what: { correction: '更正', mention: '标注', decision: '决定' },
    answers: { accepted: '采纳：', dismissed: '忽略：' },
    list: '差异',
    first: n => `列出前 ${number(n)} 处。`,
    unreadable: what => `无法比较。${what}`,
    otherSource: '它所标注的是另一篇文字，无法比较。',
  },
  earlier: {
    title: '恢复较早的版本',
    lead: '每次保存所替换的内容都会保留。恢复算作一步，可以撤销；保存之前不写入任何文件。',
    list: '较早的版本',
    none: '还没有较早的版本。下次保存时会保留现有的版本。',
    restore: '恢复',
    restored: when => `已打开 ${when} 的版本，尚未保存。`,
    otherSource: '该版本所标注的不是现在打开的文字。',
  },
  settings: {
    title: '保留工作',
    autosave: '有标注文件后自动保存',
    seconds: '间隔（秒）',
    journals: size => `为恢复而保留：${size}`,
    backups: size => `较早的版本：${size}`,
    limits: '各不超过 256 MB；先删除最旧的，未保存的工作从不删除。',
  },
  megabytes: bytes =>
    bytes < 100_000 ? `${Math.ceil(bytes / 1000)} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`,
};
