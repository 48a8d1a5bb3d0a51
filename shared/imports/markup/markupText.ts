import { MarkupFault } from './markupFault';

/** Bytes in which a file says what it is written in. */
const HEAD = 2048;
/** Bytes decoded between two pauses: a few milliseconds. */
const SLICE = 1 << 20;
/** Bytes of markup that are read at most: a book of 5 million characters with every word tagged is a third of it. */
const MOST_BYTES = 200_000_000;

/**
 * The text of an XML or HTML file, in parts cut anywhere (to put 100 MB together is one long step): UTF-8, where it is that (whatever it declares: who reads the file has brought it there,
 * see `inUtf8`); else in the encoding of its byte order mark or the one it declares. By the platform's own decoder, for
 * the page has no tables of other encodings. Yields now and then.
 */
export function* markupParts(bytes: Uint8Array): Generator<number, readonly string[]> {
  if (bytes.length > MOST_BYTES) {
    throw new MarkupFault({ en: 'it is larger than 200 MB', zh: '文件大于 200 MB' });
  }
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return (yield* decoded(bytes, 'utf-16le', false)) ?? [];
  if (first === 0xfe && second === 0xff) return (yield* decoded(bytes, 'utf-16be', false)) ?? [];
  const [, name = 'utf-8'] = /(?:encoding|charset)\s*=\s*["']?([\w-]+)/i.exec(headOf(bytes)) ?? [];
  const parts = (yield* decoded(bytes, 'utf-8', true)) ?? (yield* decoded(bytes, name, false));
  return parts ?? (yield* decoded(bytes, 'utf-8', false)) ?? [];
}

/** Null where the bytes are not of that encoding, or it is none that the platform knows. */
function* decoded(
  bytes: Uint8Array,
  name: string,
  fatal: boolean,
): Generator<number, readonly string[] | null> {
  try {
    const decoder = new TextDecoder(name, { fatal });
    const parts: string[] = [];
    for (let at = 0; at < bytes.length; at += SLICE) {
      parts.push(decoder.decode(bytes.subarray(at, at + SLICE), { stream: true }));
      yield 0;
    }
    parts.push(decoder.decode());
    return parts;
  } catch {
    return null;
  }
}

/** The beginning of a file as far as ASCII goes, to recognise formats by. */
export function headOf(bytes: Uint8Array): string {
  const [first, second] = bytes;
  // In UTF-16 every other byte of ASCII is nought.
  const wide = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  let head = '';
  for (const byte of bytes.subarray(0, HEAD)) if (!wide || byte !== 0) head += String.fromCharCode(byte);
  return head;
}
