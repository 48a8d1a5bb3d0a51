/**
 * How records lie in a journal file: one a line, `LENGTH CHECKSUM JSON`, length in bytes of UTF-8, checksum the CRC-32
 * of those bytes in eight hexadecimal digits. A record is believed only when both fit, so that whatever a crash left at
 * the end of the file (half a line, zeros, old sectors) is recognised and cut.
 */

const LF = 0x0a;
const SPACE = 0x20;
/** Longest prefix looked at: ten digits, eight hexadecimal ones and two spaces. */
const PREFIX = 20;

/** The bytes a record (JSON without a line break) takes in the file. */
export function frameRecord(json: string): Uint8Array {
  const body = new TextEncoder().encode(json);
  const prefix = new TextEncoder().encode(`${body.length} ${checksum(body)} `);
  const framed = new Uint8Array(prefix.length + body.length + 1);
  framed.set(prefix);
  framed.set(body, prefix.length);
  framed[framed.length - 1] = LF;
  return framed;
}

export interface ReadFrames {
  /** The JSON of each sound record, in order. */
  readonly records: readonly string[];
  /** Byte offset just after the last sound record: where the file is to be cut before anything is appended. */
  readonly end: number;
  /** Whether anything followed that was no sound record. */
  readonly damaged: boolean;
}

/** Reads records up to the first that is torn or altered; what follows that one is given up. O(bytes). */
export function readFrames(bytes: Uint8Array): ReadFrames {
  const records: string[] = [];
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  let at = 0;
  for (;;) {
    const body = bodyAt(bytes, at);
    if (!body) return { records, end: at, damaged: at < bytes.length };
    records.push(decoder.decode(body));
    at = body.byteOffset - bytes.byteOffset + body.length + 1;
  }
}

function bodyAt(bytes: Uint8Array, at: number): Uint8Array | null {
  const head = new TextDecoder('latin1').decode(bytes.subarray(at, at + PREFIX));
  const match = /^(\d{1,10}) ([0-9a-f]{8}) /.exec(head);
  if (!match) return null;
  const from = at + match[0].length;
  const to = from + Number(match[1]);
  if (to >= bytes.length || bytes[to] !== LF || bytes[from - 1] !== SPACE) return null;
  const body = bytes.subarray(from, to);
  return checksum(body) === match[2] ? body : null;
}

const TABLE = Uint32Array.from({ length: 256 }, (_, n) => {
  let value = n;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

/** CRC-32 (ISO 3309, as in gzip), eight hexadecimal digits. */
function checksum(bytes: Uint8Array): string {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = (crc >>> 8) ^ (TABLE[(crc ^ byte) & 0xff] ?? 0);
  return ((crc ^ 0xffffffff) >>> 0).toString(16).padStart(8, '0');
}
