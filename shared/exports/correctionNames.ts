import type { CorrectionKind } from '../document/piece';
import type { Message } from '../source/fileError';

/** What sort of correction it is, as a list names it where the editor gave no reason. */
export const CORRECTION_NAMES: Readonly<Record<CorrectionKind, Message>> = {
  edit: { en: 'Edited', zh: '修改' },
  paste: { en: 'Pasted', zh: '粘贴' },
  cut: { en: 'Cut', zh: '剪切' },
  split: { en: 'Paragraph parted', zh: '分段' },
  format: { en: 'Heading set', zh: '标题格式' },
  series: { en: 'Replaced throughout', zh: '批量替换' },
  import: { en: 'Taken over from another file', zh: '由其他文件带入' },
  join: { en: 'Break mended', zh: '接合断行' },
  stutter: { en: 'Characters read twice', zh: '叠字' },
  lookalike: { en: 'Look-alike character', zh: '形近字' },
  space: { en: 'Stray space', zh: '多余空格' },
  width: { en: 'Punctuation width', zh: '标点全半角' },
  pairing: { en: 'Unpaired mark', zh: '成对符号' },
  truncated: { en: 'Cut-off text', zh: '残句' },
  mojibake: { en: 'Mojibake', zh: '乱码' },
  duplicate: { en: 'Duplicate block', zh: '重复段落' },
};
