import type { FileErrorCode, Message } from './fileError';

interface Description {
  /** What is wrong, as the rest of a sentence "Could not open “x”: …". */
  readonly problem: (detail: Message) => Message;
  /** What the editor can do about it. */
  readonly hint: Message;
}

const ELSEWHERE: Message = {
  en: 'The earlier file is unchanged and your work is still here. Save it in another place with “Save as”.',
  zh: '原有文件没有改动，您的工作仍在窗口中。请用“另存为”保存到别处。',
};

/** What each code means to an editor. `detail` is explained at `fileError`. */
export const DESCRIPTIONS: Readonly<Record<FileErrorCode, Description>> = {
  missing: {
    problem: () => ({ en: 'it is no longer there.', zh: '文件已不在原处。' }),
    hint: {
      en: 'Check whether it was moved, renamed or deleted, and open it where it is now.',
      zh: '请检查它是否被移动、改名或删除，然后从现在的位置打开。',
    },
  },
  folder: {
    problem: () => ({ en: 'it is a folder, not a file.', zh: '这是文件夹，不是文件。' }),
    hint: { en: 'Choose a file inside it.', zh: '请选择其中的文件。' },
  },
  unreadable: {
    problem: () => ({ en: 'you are not allowed to read it.', zh: '您没有读取它的权限。' }),
    hint: {
      en: 'Ask its owner for permission, or open a copy of it.',
      zh: '请向文件所有者索取权限，或打开它的副本。',
    },
  },
  tooLarge: {
    problem: ({ en, zh }) => ({ en: `it is larger than ${en}.`, zh: `文件大于 ${zh}。` }),
    hint: {
      en: 'Split it into parts, one volume or chapter each, and open those.',
      zh: '请按卷或章拆成几个文件，分别打开。',
    },
  },
  binary: {
    problem: ({ en, zh }) => ({ en: `it is not a text file (${en}).`, zh: `它不是文本文件（${zh}）。` }),
    hint: {
      en: 'Export it as plain text in the program it came from (UTF-8 is best) and open that.',
      zh: '请在原来的程序中把它导出为纯文本（最好是 UTF-8），再打开。',
    },
  },
  noSpace: {
    problem: () => ({ en: 'the disk is full.', zh: '磁盘空间已满。' }),
    hint: {
      en: 'The earlier file is unchanged and your work is still here. Free some space and save again, or save elsewhere with “Save as”.',
      zh: '原有文件没有改动，您的工作仍在窗口中。请清出空间后再保存，或用“另存为”保存到别处。',
    },
  },
  readOnly: {
    problem: () => ({ en: 'the disk is read-only.', zh: '磁盘是只读的。' }),
    hint: ELSEWHERE,
  },
  notPermitted: {
    problem: () => ({ en: 'you are not allowed to write there.', zh: '您没有写入该处的权限。' }),
    hint: ELSEWHERE,
  },
  folderMissing: {
    problem: () => ({ en: 'its folder is no longer there.', zh: '它所在的文件夹已不存在。' }),
    hint: {
      en: 'Your work is still here. Save it in another place with “Save as”.',
      zh: '您的工作仍在窗口中。请用“另存为”保存到别处。',
    },
  },
  deviceFailed: {
    problem: () => ({ en: 'the disk or network drive reported an error.', zh: '磁盘或网络驱动器出错。' }),
    hint: {
      en: 'Check the connection of the drive and try again, or use a copy in another place.',
      zh: '请检查驱动器的连接后重试，或改用别处的副本。',
    },
  },
  overSource: {
    problem: () => ({
      en: 'this is the source itself, which Kanwu never overwrites.',
      zh: '这是原始文件本身，勘误从不覆盖原文。',
    }),
    hint: { en: 'Choose another name or folder.', zh: '请换一个文件名或文件夹。' },
  },
  overAnnotations: {
    problem: () => ({
      en: 'this is the document’s own annotation file, which holds your work.',
      zh: '这是本文档自己的标注文件，您的工作都在其中。',
    }),
    hint: { en: 'Choose another name or folder.', zh: '请换一个文件名或文件夹。' },
  },
  unencodable: {
    problem: ({ en, zh }) => ({
      en: `its encoding has no way to write ${en}.`,
      zh: `所用编码无法表示${zh}。`,
    }),
    hint: { en: 'Export it as UTF-8 instead.', zh: '请改用 UTF-8 导出。' },
  },
  malformed: {
    problem: ({ en, zh }) => ({
      en: `it is not a sound annotation file (${en}).`,
      zh: `它不是完好的标注文件（${zh}）。`,
    }),
    hint: {
      en: 'Nothing was changed in it. Restore it from a copy, or open the source file alone.',
      zh: '文件没有被改动。请从备份恢复，或只打开原始文件。',
    },
  },
  newerVersion: {
    problem: ({ en, zh }) => ({
      en: `it was written by a newer version of Kanwu (${en}).`,
      zh: `它由较新版本的勘误写成（${zh}）。`,
    }),
    hint: {
      en: 'Nothing was changed in it. Update Kanwu, then open it again.',
      zh: '文件没有被改动。请更新勘误后再打开。',
    },
  },
  otherSource: {
    problem: ({ en, zh }) => ({
      en: `it belongs to another source (${en}).`,
      zh: `它属于另一个原始文件（${zh}）。`,
    }),
    hint: {
      en: 'Open the annotation file with its own source, or open this source alone.',
      zh: '请将标注文件与它自己的原始文件一起打开，或只打开这个原始文件。',
    },
  },
  notTagset: {
    problem: ({ en, zh }) => ({
      en: `it cannot be read as a tagset: ${en}.`,
      zh: `无法作为标注类型文件读取：${zh}。`,
    }),
    hint: {
      en: 'Nothing was changed. Correct the file at that place, or export a tagset to see what one looks like.',
      zh: '没有任何改动。请改正文件中的这一处，或先导出一份标注类型作为样例。',
    },
  },
  notNames: {
    problem: ({ en, zh }) => ({
      en: `it cannot be read as a list of names (${en}).`,
      zh: `无法作为名录读取（${zh}）。`,
    }),
    hint: {
      en: 'A gazetteer is a CSV file with the columns name, type, id, or JSON: [{"name": …, "type": …, "id": …}].',
      zh: '名录应为 CSV 文件（列：name、type、id），或 JSON：[{"name": …, "type": …, "id": …}]。',
    },
  },
  unknown: {
    problem: ({ en, zh }) => ({
      en: en ? `the system answered “${en}”.` : 'the system reported an error.',
      zh: zh ? `系统报告“${zh}”。` : '系统出错。',
    }),
    hint: {
      en: 'Try again, or use another place for the file.',
      zh: '请重试，或把文件放到别处。',
    },
  },
};
