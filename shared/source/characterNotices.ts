import type { Message } from './fileError';

/** What to know of characters of a decoded text that are kept but no text ought to have: halves of characters, and NUL. */
export function characterNotices(text: string): readonly Message[] {
  const notices: Message[] = [];
  if (/\p{Surrogate}/u.test(text)) {
    notices.push({
      en: 'The file holds halves of characters (lone surrogates). They are kept, but can only be exported as UTF-16.',
      zh: '文件中有不完整的字符（孤立代理项）。它们会保留，但只能以 UTF-16 导出。',
    });
  }
  if (text.includes('\0')) {
    notices.push({
      en: 'The file holds NUL characters. They are kept as they are.',
      zh: '文件中有空字符（NUL），将原样保留。',
    });
  }
  return notices;
}
