/** Menus of the menu bar, in order. */
export const MENUS = ['file', 'edit', 'review', 'tag', 'view', 'help'] as const;
export type MenuName = (typeof MENUS)[number];

/** A command as menu, shortcuts, toolbar and palette present it. What it does is bound in the renderer. */
export interface CommandInfo {
  readonly id: string;
  readonly title: { readonly en: string; readonly zh: string };
  /** Electron accelerator syntax, null where it has no key of its own. */
  readonly keys: string | null;
  /** The menu it stands in; null for the palette only. */
  readonly menu: MenuName | null;
  /** Commands of a menu with the same group stand together, separators between groups. */
  readonly group: number;
}

function command(
  id: string,
  en: string,
  zh: string,
  keys: string | null,
  menu: MenuName | null,
  group: number,
): CommandInfo {
  return { id, title: { en, zh }, keys, menu, group };
}

export const COMMANDS: readonly CommandInfo[] = [
  command('file.open', 'Open…', '打开…', 'CmdOrCtrl+O', 'file', 1),
  command('file.sample', 'Open the sample', '打开示例', null, 'file', 1),
  command('file.save', 'Save', '保存', 'CmdOrCtrl+S', 'file', 2),
  command('file.saveAs', 'Save as…', '另存为…', 'CmdOrCtrl+Shift+S', 'file', 2),
  command('file.export', 'Export…', '导出…', 'CmdOrCtrl+E', 'file', 3),
  command('file.exportAgain', 'Export again', '再次导出', 'CmdOrCtrl+Shift+E', 'file', 3),
  command('file.exportReport', 'Report of the last export', '上次导出的报告', null, 'file', 3),
  command('file.exportText', 'Export as plain text…', '导出纯文本…', null, 'file', 3),
  command('file.exportMarkdown', 'Export as Markdown…', '导出 Markdown…', null, 'file', 3),
  command('file.exportHtml', 'Export as HTML…', '导出 HTML…', null, 'file', 3),
  command('file.revert', 'Go back to what was saved', '回到已保存的状态', null, 'file', 4),
  command('file.earlier', 'Restore an earlier version…', '恢复较早的版本…', null, 'file', 4),
  command('file.import', 'Import…', '导入…', 'CmdOrCtrl+I', 'file', 4),
  command('file.encoding', 'Reopen with encoding…', '按其他编码重新打开…', null, 'file', 4),
  command('file.gazetteer', 'Load gazetteer…', '载入名录…', null, 'file', 5),
  command('app.settings', 'Settings…', '设置…', 'CmdOrCtrl+,', 'file', 5),
  command('file.close', 'Close document', '关闭文档', 'CmdOrCtrl+W', 'file', 6),
  command('file.quit', 'Quit', '退出', 'CmdOrCtrl+Q', 'file', 6),

  command('edit.undo', 'Undo', '撤销', 'CmdOrCtrl+Z', 'edit', 1),
  command('edit.redo', 'Redo', '重做', 'CmdOrCtrl+Shift+Z', 'edit', 1),
  command('edit.cut', 'Cut', '剪切', 'CmdOrCtrl+X', 'edit', 2),
  command('edit.copy', 'Copy', '复制', 'CmdOrCtrl+C', 'edit', 2),
  command('edit.paste', 'Paste', '粘贴', 'CmdOrCtrl+V', 'edit', 2),
  command('edit.selectAll', 'Select all', '全选', 'CmdOrCtrl+A', 'edit', 2),
  command('edit.find', 'Find…', '查找…', 'CmdOrCtrl+F', 'edit', 3),
  command('edit.findNext', 'Find next', '查找下一处', 'F3', 'edit', 3),
  command('edit.findPrevious', 'Find previous', '查找上一处', 'Shift+F3', 'edit', 3),
  command('edit.replace', 'Replace…', '替换…', 'CmdOrCtrl+H', 'edit', 3),
  command('edit.heading1', 'Heading 1', '一级标题', 'CmdOrCtrl+Alt+1', 'edit', 4),
  command('edit.heading2', 'Heading 2', '二级标题', 'CmdOrCtrl+Alt+2', 'edit', 4),
  command('edit.heading3', 'Heading 3', '三级标题', 'CmdOrCtrl+Alt+3', 'edit', 4),
  command('edit.paragraph', 'Paragraph', '正文', 'CmdOrCtrl+Alt+0', 'edit', 4),

  command('review.next', 'Next finding', '下一处', 'Alt+Down', 'review', 1),
  command('review.previous', 'Previous finding', '上一处', 'Alt+Up', 'review', 1),
  command('review.accept', 'Join / accept', '接合／采纳', 'Alt+J', 'review', 2),
  command('review.dismiss', 'Keep / dismiss', '保留／忽略', 'Alt+K', 'review', 2),
  command(
    'review.acceptAll',
    'Accept all that are sure…',
    '采纳全部有把握的…',
    'CmdOrCtrl+Shift+J',
    'review',
    3,
  ),
  command('suggest.review', 'Review suggestions', '审阅标注建议', 'F7', 'review', 4),
  command('suggest.acceptName', 'Accept this name everywhere', '全文采纳此名称', 'Shift+Alt+J', 'review', 4),
  command('review.series', 'More of the same…', '同样的错误…', 'Alt+S', 'review', 3),
  command('review.reopen', 'Reopen the join at the caret', '重开光标处的接缝', 'Alt+U', 'review', 3),

  command('tag.everywhere', 'Tag every occurrence', '标注全部出现处', 'Alt+A', 'tag', 2),
  command('tag.occurrences', 'Choose occurrences to tag…', '选择要标注的出现处…', 'Alt+E', 'tag', 2),
  command('tag.remove', 'Remove mention', '移除标注', 'Alt+Backspace', 'tag', 2),
  command('tag.edgeLeft', 'Move edge left', '边界左移', 'Shift+Alt+Left', 'tag', 3),
  command('tag.edgeRight', 'Move edge right', '边界右移', 'Shift+Alt+Right', 'tag', 3),
  command(
    'tag.edgeWordLeft',
    'Move edge left by a word',
    '边界左移一词',
    'CmdOrCtrl+Shift+Alt+Left',
    'tag',
    3,
  ),
  command(
    'tag.edgeWordRight',
    'Move edge right by a word',
    '边界右移一词',
    'CmdOrCtrl+Shift+Alt+Right',
    'tag',
    3,
  ),
  command('tag.holdStart', 'Take the start as the edge to move', '改动起点', 'Shift+Alt+Home', 'tag', 3),
  command('tag.holdEnd', 'Take the end as the edge to move', '改动终点', 'Shift+Alt+End', 'tag', 3),
  command(
    'tag.outer',
    'Select the mention, then the one around it',
    '选中标注，再选外层',
    'Shift+Alt+Up',
    'tag',
    3,
  ),
  command('tag.inner', 'Select the mention inside', '选中内层标注', 'Shift+Alt+Down', 'tag', 3),
  command('tag.link', 'Link to entity…', '链接到实体…', 'Alt+L', 'tag', 4),
  command('tag.unlink', 'Unlink from entity', '取消实体链接', 'Shift+Alt+L', 'tag', 4),
  command('tag.showEntity', 'Show entity in the register', '在登记簿中显示实体', 'Alt+R', 'tag', 4),
  command('tag.normalise', 'Normalise all dates and amounts…', '规范全部日期和金额…', null, 'tag', 4),
  command('tag.details', 'Details of the mention', '标注详情', 'Alt+Enter', 'tag', 4),
  command('tag.next', 'Next mention', '下一处标注', 'Alt+PageDown', 'tag', 5),
  command('tag.previous', 'Previous mention', '上一处标注', 'Alt+PageUp', 'tag', 5),
  command('tag.tagset', 'Types of mention…', '标注类型…', null, 'tag', 6),

  command('view.outline', 'Outline', '目录', 'F8', 'view', 1),
  command('view.inspector', 'Inspector', '检查栏', 'F9', 'view', 1),
  command('view.seams', 'Show joined seams', '显示接缝', 'F10', 'view', 1),
  command('view.invisible', 'Show invisible characters', '显示不可见字符', 'CmdOrCtrl+Alt+8', 'view', 1),
  command('view.larger', 'Larger text', '放大文字', 'CmdOrCtrl+=', 'view', 2),
  command('view.smaller', 'Smaller text', '缩小文字', 'CmdOrCtrl+-', 'view', 2),
  command('view.theme', 'Light or dark', '浅色／深色', null, 'view', 2),
  command('view.language', '中文 / English', '中文 / English', null, 'view', 2),
  command('view.palette', 'All commands…', '全部命令…', 'CmdOrCtrl+Shift+P', 'view', 3),

  command('help.keys', 'Keys', '快捷键', 'F1', 'help', 1),
  command('help.diagnostics', 'Diagnostics…', '诊断信息…', null, 'help', 2),
  command('help.about', 'About Kanwu', '关于勘误', null, 'help', 2),
];
