/** The encodings Kanwu reads and writes, in the order in which a choice lists them. GB18030 includes GBK and GB2312. */
export const SOURCE_ENCODINGS = ['utf-8', 'gb18030', 'big5', 'utf-16le', 'utf-16be'] as const;
export type SourceEncoding = (typeof SOURCE_ENCODINGS)[number];

/** As an editor knows it. */
export const ENCODING_NAMES: Readonly<Record<SourceEncoding, string>> = {
  'utf-8': 'UTF-8',
  gb18030: 'GB18030 (GBK)',
  big5: 'Big5',
  'utf-16le': 'UTF-16 LE',
  'utf-16be': 'UTF-16 BE',
};
