import { textSlices } from '../../shared/document/textSlices';
import { pause } from '../app/timeSlices';

/** Code units encoded between two pauses: a millisecond or two. */
const SLICE = 1 << 19;
/** Bytes of UTF-8 a code unit takes at most. */
const BYTES_OF_UNIT = 3;

/** SHA-256 of a text in UTF-8, hexadecimal, lower case. */
export async function sha256Of(text: string): Promise<string> {
  const encoder = new TextEncoder();
  const bytes = new Uint8Array(BYTES_OF_UNIT * text.length);
  let length = 0;
  for (const slice of textSlices(text, SLICE)) {
    if (length > 0) await pause();
    length += encoder.encodeInto(slice, bytes.subarray(length)).written;
  }
  const digest = await crypto.subtle.digest('SHA-256', bytes.subarray(0, length));
  return [...new Uint8Array(digest)].map(byte => byte.toString(16).padStart(2, '0')).join('');
}
