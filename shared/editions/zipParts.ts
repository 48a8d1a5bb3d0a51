import { Deflate } from 'fflate';

/** A file of an archive, in parts. */
export interface ZipEntry {
  readonly name: string;
  readonly contents: Iterable<string | Uint8Array>;
  /** Left uncompressed, as the `mimetype` of an EPUB has to be. */
  readonly stored?: boolean;
}

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, n) => {
  let crc = n;
  for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  return crc;
});

function crc32(crc: number, bytes: Uint8Array): number {
  let next = ~crc;
  for (const byte of bytes) next = (CRC_TABLE[(next ^ byte) & 0xff] ?? 0) ^ (next >>> 8);
  return ~next;
}

const NOTHING = new Uint8Array(0);

/**
 * A zip archive (PKWARE's APPNOTE 6.3) in parts; fflate compresses. Sizes stand before the contents, not behind as
 * fflate's own stream has them, for some readers of EPUB can't have that of a stored file. Yields an empty part now and
 * then while it compresses. `time` is the date of every file.
 */
export function* zipParts(entries: Iterable<ZipEntry>, time: string): Generator<Uint8Array, void> {
  const stamp = dosTime(time);
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const { name, contents, stored } of entries) {
    const chunks: Uint8Array[] = [];
    const deflate = new Deflate({ level: 4 }, chunk => chunks.push(chunk));
    let size = 0;
    let crc = 0;
    for (const part of contents) {
      const bytes = typeof part === 'string' ? new TextEncoder().encode(part) : part;
      size += bytes.length;
      crc = crc32(crc, bytes);
      if (stored) chunks.push(bytes);
      else deflate.push(bytes);
      yield NOTHING;
    }
    if (!stored) deflate.push(NOTHING, true);
    const path = new TextEncoder().encode(name);
    const packed = chunks.reduce((sum, chunk) => sum + chunk.length, 0);
    const facts = header([
      [2, 20],
      [2, 0x0800],
      [2, stored ? 0 : 8],
      [4, stamp],
      [4, crc],
      [4, packed],
      [4, size],
      [2, path.length],
      [2, 0],
    ]);
    const local = joined([header([[4, 0x04034b50]]), facts, path]);
    const rest = header([
      [2, 0],
      [2, 0],
      [2, 0],
      [4, 0],
      [4, offset],
    ]);
    directory.push(
      joined([
        header([
          [4, 0x02014b50],
          [2, 20],
        ]),
        facts,
        rest,
        path,
      ]),
    );
    yield local;
    yield* chunks;
    offset += local.length + packed;
  }
  const central = joined(directory);
  yield central;
  yield header([
    [4, 0x06054b50],
    [4, 0],
    [2, directory.length],
    [2, directory.length],
    [4, central.length],
    [4, offset],
    [2, 0],
  ]);
}

/** Little-endian numbers, each of so many bytes. */
function header(fields: readonly (readonly [bytes: number, value: number])[]): Uint8Array {
  const out = new Uint8Array(fields.reduce((sum, [bytes]) => sum + bytes, 0));
  let at = 0;
  for (const [bytes, value] of fields) {
    for (let n = 0; n < bytes; n++) out[at++] = value >>> (8 * n);
  }
  return out;
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const out = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += part.length;
  }
  return out;
}

function dosTime(time: string): number {
  const date = new Date(time);
  const year = date.getUTCFullYear();
  if (!(year >= 1980 && year < 2108)) return (1 << 21) | (1 << 16);
  const day = ((year - 1980) << 9) | ((date.getUTCMonth() + 1) << 5) | date.getUTCDate();
  const second = (date.getUTCHours() << 11) | (date.getUTCMinutes() << 5) | (date.getUTCSeconds() >> 1);
  return ((day << 16) | second) >>> 0;
}
