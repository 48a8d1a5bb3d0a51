import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { textSlices } from '../../shared/document/textSlices';
import { pause } from '../app/timeSlices';

/** Code units hashed between two pauses: some milliseconds. */
const SLICE = 1 << 18;

/**
 * SHA-256 of a text in UTF-8, hexadecimal, lower case. In slices: Chromium's own `crypto.subtle.digest` takes all of it at
 * once, and works on the window's thread (76 ms for a book of 5 million characters).
 */
export async function sha256Of(text: string): Promise<string> {
  const encoder = new TextEncoder();
  const hash = sha256.create();
  for (const slice of textSlices(text, SLICE)) {
    hash.update(encoder.encode(slice));
    await pause();
  }
  return bytesToHex(hash.digest());
}
