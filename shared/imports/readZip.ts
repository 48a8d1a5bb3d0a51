import { Unzip, UnzipInflate, unzipSync } from 'fflate';
import { MarkupFault } from './markup/markupFault';

const MOST_PACKED = 100_000_000;
const MOST_FILES = 5_000;
/** Bytes all wanted files may have together once unpacked. */
const MOST_UNPACKED = 300_000_000;
/** How much larger than its packed form a file of more than a megabyte may be; text packs to a tenth or less. */
const MOST_RATIO = 200;

/** Bytes of an archive unpacked between two pauses: a few milliseconds. */
const CHUNK = 1 << 15;

/**
 * The wanted files of a zip archive, by name. Throws {@link MarkupFault} where it is none, where a name leads out of
 * the archive, or where it would unpack to more than anyone meant (a zip bomb). Yields now and then.
 */
export function* readZip(
  bytes: Uint8Array,
  wanted: (name: string) => boolean,
): Generator<number, ReadonlyMap<string, Uint8Array>> {
  if (bytes.length > MOST_PACKED)
    throw new MarkupFault({ en: 'it is larger than 100 MB', zh: '文件大于 100 MB' });
  try {
    const sizes = sizesIn(bytes, wanted);
    yield 0;
    return (yield* unpacked(bytes, sizes)) ?? unpackedAtOnce(bytes, sizes);
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

/** The sizes of the wanted files by name, as the archive's directory has them; nothing is unpacked. */
function sizesIn(bytes: Uint8Array, wanted: (name: string) => boolean): ReadonlyMap<string, number> {
  const sizes = new Map<string, number>();
  let files = 0;
  let total = 0;
  unzipSync(bytes, {
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
      sizes.set(name, originalSize);
      return false;
    },
  });
  return sizes;
}

/**
 * Unpacks piece by piece. Null where what comes is not what the directory says: a file whose size stands behind it only
 * ends, for a stream, at the first bytes that look like its end.
 */
function* unpacked(
  bytes: Uint8Array,
  sizes: ReadonlyMap<string, number>,
): Generator<number, ReadonlyMap<string, Uint8Array> | null> {
  const files = new Map<string, Uint8Array>();
  let complete = 0;
  let sound = true;
  const stream = new Unzip(file => {
    const size = sizes.get(file.name);
    if (size === undefined) return;
    const contents = new Uint8Array(size);
    files.set(file.name, contents);
    let length = 0;
    file.ondata = (error, data, final) => {
      sound &&= !error && length + data.length <= size;
      if (!sound) return;
      contents.set(data, length);
      length += data.length;
      if (final && length === size) complete++;
    };
    file.start();
  });
  stream.register(UnzipInflate);
  try {
    for (let at = 0; at < bytes.length && sound; at += CHUNK) {
      stream.push(bytes.subarray(at, at + CHUNK), at + CHUNK >= bytes.length);
      yield Math.min(1, (at + CHUNK) / bytes.length);
    }
  } catch {
    return null;
  }
  return sound && complete === sizes.size && files.size === sizes.size ? files : null;
}

function unpackedAtOnce(
  bytes: Uint8Array,
  sizes: ReadonlyMap<string, number>,
): ReadonlyMap<string, Uint8Array> {
  return new Map(Object.entries(unzipSync(bytes, { filter: ({ name }) => sizes.has(name) })));
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
