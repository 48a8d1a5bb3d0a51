import { describe, expect, it } from 'vitest';
import { FILE_ERROR_CODES, fileError, fileErrorCode } from '../../../shared/source/fileError';

describe('a file error', () => {
  it('says what was being done, to which file, what is wrong and what to do', () => {
    expect(fileError('save', 'noSpace', 'page.kanwu.json')).toEqual({
      code: 'noSpace',
      file: 'page.kanwu.json',
      message: {
        en: 'Could not save “page.kanwu.json”: the disk is full.',
        zh: '无法保存“page.kanwu.json”：磁盘空间已满。',
      },
      hint: {
        en: 'The earlier file is unchanged and your work is still here. Free some space and save again, or save elsewhere with “Save as”.',
        zh: '原有文件没有改动，您的工作仍在窗口中。请清出空间后再保存，或用“另存为”保存到别处。',
      },
    });
  });

  it.each(FILE_ERROR_CODES)('%s has whole sentences in both languages', code => {
    const { message, hint } = fileError('open', code, 'a.txt', { en: 'detail', zh: '细节' });
    expect([message.en, hint.en].every(sentence => /^[A-Z].*\.$/.test(sentence))).toBe(true);
    expect([message.zh, hint.zh].every(sentence => sentence.endsWith('。'))).toBe(true);
  });

  it.each([
    ['open', 'ENOENT', 'missing'],
    ['save', 'ENOENT', 'folderMissing'],
    ['open', 'EACCES', 'unreadable'],
    ['export', 'EACCES', 'notPermitted'],
    ['save', 'ENOSPC', 'noSpace'],
    ['save', 'EDQUOT', 'noSpace'],
    ['save', 'EROFS', 'readOnly'],
    ['save', 'EIO', 'deviceFailed'],
    ['save', 'EISDIR', 'folder'],
    ['save', undefined, 'unknown'],
  ] as const)('%s meeting %s is %s', (action, system, code) => {
    expect(fileErrorCode(action, system)).toBe(code);
  });
});
