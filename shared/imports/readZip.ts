import { unzipSync } from 'fflate';
import { MarkupFault } from './markup/markupFault';

const MOST_PACKED = 100_000_000;
const MOST_FILES = 5_000;
/** Bytes all wanted files may have together once unpacked. */
const MOST_UNPACKED = 300_000_000;
/** How much larger than its packed form a file of more than a megabyte may be; text packs to a tenth or less. */
const MOST_RATIO = 200;

/**
 * The wanted files of a zip archive, by name. Throws {@link MarkupFault} where it is none, where a name leads out of
 * the archive, or where it would unpack to more than anyone meant (a zip bomb).
 */
export function readZip(
  bytes: Uint8Array,
  wanted: (name: string) => boolean,
): ReadonlyMap<string, Uint8Array> {
  if (bytes.length > MOST_PACKED)
    throw new MarkupFault({ en: 'it is larger than 100 MB', zh: '文件大于 100 MB' });
  let files = 0;
  let total = 0;
  try {
    const unpacked = unzipSync(bytes, {
      filter: ({ name, size, originalSize }) => {
        if (isOutside(name)) {
          throw new MarkupFault({
            en: `the archive holds a file that would lie outside it (${name.slice(0, 80)})`,
            zh: `压缩包中有指向包外的文件（${name.slice(0, 80)}）`,
          });
        }
        if (++files > MOST_FILES) throw bomb();
        if (!wanted(name)) return false;
        total += originalSize;
        if (total > MOST_UNPACKED || (originalSize > 1_000_000 && originalSize > size * MOST_RATIO))
          throw bomb();
        return true;
      },
    });
    return new Map(Object.entries(unpacked));
  } catch (error) {
    if (error instanceof MarkupFault) throw error;
    // Whatever fflate says of it (and it throws of its own on damaged headers), the archive can't be read.
    const detail = error instanceof Error ? error.message : String(error);
    throw new MarkupFault({
      en: `it is not a sound zip archive (${detail})`,
      zh: `不是完好的压缩包（${detail}）`,
    });
  }
}

function isOutside(name: string): boolean {
  return /^(?:[/\\]|[A-Za-z]:)/.test(name) || name.split(/[/\\]/).includes('..') || name.includes('\0');
}

function bomb(): MarkupFault {
  return new MarkupFault({
    en: 'it would unpack to far more than a document holds',
    zh: '解压后会远远超过一份文档应有的大小',
  });
}
