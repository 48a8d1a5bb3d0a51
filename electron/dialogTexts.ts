import type { Message } from '../shared/source/fileError';

/** The words of main's own dialogs. Functions where a file is named. */
export const DIALOG_TEXTS = {
  openTitle: { en: 'Open a text or an annotation file', zh: '打开文本或标注文件' },
  importTitle: { en: 'Import what another program wrote', zh: '导入其他程序的文件' },
  importFiles: { en: 'Annotations and texts of other programs', zh: '其他程序的标注和文本' },
  textFiles: { en: 'Texts and annotation files', zh: '文本和标注文件' },
  allFiles: { en: 'All files', zh: '所有文件' },
  gazetteerTitle: { en: 'Load a gazetteer', zh: '载入名录' },
  nameLists: { en: 'Lists of names', zh: '名录' },
  importTagsetTitle: { en: 'Import types of mention', zh: '导入标注类型' },
  exportTagsetTitle: { en: 'Export the types of mention', zh: '导出标注类型' },
  tagsetFile: { en: 'Kanwu tagset', zh: '勘误标注类型' },
  tagsetName: { en: 'tagset.json', zh: '标注类型.json' },
  saveTitle: { en: 'Save the annotation file', zh: '保存标注文件' },
  annotationFile: { en: 'Kanwu annotation file', zh: '勘误标注文件' },
  exportTitle: { en: 'Export', zh: '导出' },
  save: { en: 'Save', zh: '保存' },
  dontSave: { en: 'Don’t save', zh: '不保存' },
  cancel: { en: 'Cancel', zh: '取消' },
  overwrite: { en: 'Overwrite', zh: '覆盖' },
  elsewhere: { en: 'Save elsewhere…', zh: '另存为…' },
  replace: { en: 'Replace', zh: '替换' },
  unsavedDetail: {
    en: 'Without saving, what you did since the last save is lost.',
    zh: '如果不保存，上次保存之后所做的工作将会丢失。',
  },
  discard: { en: 'Discard', zh: '舍弃' },
  discardDetail: {
    en: 'This work is in no annotation file. It can’t be brought back afterwards.',
    zh: '这些工作不在任何标注文件中，舍弃后无法找回。',
  },
  unresponsive: { en: 'The window does not respond.', zh: '窗口没有响应。' },
  unresponsiveDetail: {
    en: 'Long work may still end by itself. Loading the window again loses nothing: the document comes back with all your changes.',
    zh: '耗时的操作可能会自行完成。重新加载窗口不会丢失任何内容：文档会连同全部改动一起恢复。',
  },
  openHere: { en: 'Open here too', zh: '仍在此打开' },
  otherDetail: {
    en: 'Work on it in one place only. If both save, the one that saves later is asked about the other’s work first.',
    zh: '请只在一处工作。如果两边都保存，后保存的一方会先被询问如何处理另一方的内容。',
  },
  slowSaveDetail: {
    en: 'The drive does not answer, or is very slow. Closing now loses nothing: your work is kept and listed as unsaved work at the next start.',
    zh: '磁盘没有响应，或者非常慢。现在关闭不会丢失任何内容：您的工作会保留下来，下次启动时列在未保存的工作中。',
  },
  keepWork: { en: 'Close and keep the work', zh: '关闭并保留工作' },
  wait: { en: 'Wait', zh: '等待' },
  reload: { en: 'Load again', zh: '重新加载' },
  changedDetail: {
    en: 'Another program wrote it since you opened it here. Overwriting loses what was written there.',
    zh: '您在此打开之后，另一个程序写入了该文件。覆盖将丢失那些内容。',
  },
} as const satisfies Readonly<Record<string, Message>>;

export function unsavedQuestion(name: string): Message {
  return { en: `Save your work on “${name}”?`, zh: `是否保存对“${name}”所做的工作？` };
}

export function slowSaveQuestion(name: string): Message {
  return { en: `“${name}” is still being saved.`, zh: `“${name}”仍在保存。` };
}

export function changedQuestion(name: string): Message {
  return { en: `“${name}” was changed on the disk.`, zh: `磁盘上的“${name}”已被改动。` };
}

export function replaceQuestion(name: string): Message {
  return { en: `“${name}” is already there. Replace it?`, zh: `“${name}”已存在。是否替换？` };
}

export function discardQuestion(name: string, changes: number): Message {
  return {
    en: `Discard ${changes} unsaved ${changes === 1 ? 'change' : 'changes'} to “${name}”?`,
    zh: `舍弃对“${name}”的 ${changes} 处未保存改动？`,
  };
}

export function otherQuestion(name: string, time: string): Message {
  return {
    en: `“${name}” has been open in another Kanwu since ${time}.`,
    zh: `“${name}”自 ${time} 起已在另一个勘误中打开。`,
  };
}
