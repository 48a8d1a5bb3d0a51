import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import { sameFile, statOrNull } from '../electron/files/sameFile';
import { saveFile } from '../electron/files/saveFile';
import { describeSystemError } from '../electron/files/systemError';
import { encodeSource } from '../shared/source/encodeSource';
import type { SourceEncoding } from '../shared/source/encoding';
import { fileError } from '../shared/source/fileError';
import { fileFailure } from './failure';
import { BrokenPipe, redirectedTo, writeOut } from './streams';

/** Writes to a file as a whole or not at all, or to standard output where `target` is undefined. */
export async function writeOutput(target: string | undefined, contents: string | Uint8Array): Promise<void> {
  try {
    if (target === undefined) await writeOut(contents);
    else if (await isDevice(target)) await writeToDevice(target, contents);
    else await saveFile(target, contents);
  } catch (error) {
    if (error instanceof BrokenPipe) throw error;
    const name = target ?? 'stdout';
    throw fileFailure(describeSystemError('export', basename(name), error), name);
  }
}

/** `/dev/null`, a named pipe: nothing that could be replaced as a whole. */
async function isDevice(target: string): Promise<boolean> {
  const stats = await statOrNull(target);
  return stats !== null && !stats.isFile() && !stats.isDirectory();
}

async function writeToDevice(target: string, contents: string | Uint8Array): Promise<void> {
  const handle = await open(target, 'w');
  try {
    await handle.writeFile(contents);
  } finally {
    await handle.close();
  }
}

/** Fails where the output (undefined: standard output) would go over one of these files, by whatever link or name. */
export async function refuseToOverwrite(
  target: string | undefined,
  inputs: readonly string[],
): Promise<void> {
  for (const input of inputs) {
    if (await leadsTo(target, input)) {
      throw fileFailure(fileError('export', 'overSource', input), target ?? input);
    }
  }
}

async function leadsTo(target: string | undefined, input: string): Promise<boolean> {
  try {
    return target === undefined ? await isStandardOutput(input) : await sameFile(target, input);
  } catch (error) {
    const name = target ?? input;
    throw fileFailure(describeSystemError('export', basename(name), error), name);
  }
}

async function isStandardOutput(path: string): Promise<boolean> {
  const out = redirectedTo();
  const stats = out && (await statOrNull(path));
  return out !== null && stats !== null && out.dev === stats.dev && out.ino === stats.ino;
}

/** The bytes of a text in an encoding; a `Failure` that lists the characters it lacks. */
export function encodeOutput(text: string, encoding: SourceEncoding, bom: boolean, name: string): Uint8Array {
  const encoded = encodeSource(text, encoding, bom);
  if (encoded.kind === 'encoded') return encoded.bytes;
  const shown = encoded.characters.slice(0, 8).map(nameOfCharacter);
  const rest = encoded.characters.length - shown.length;
  const detail = {
    en: `${shown.join(', ')}${rest > 0 ? ` and ${rest} more characters` : ''}`,
    zh: `${shown.join('、')}${rest > 0 ? `等 ${encoded.characters.length} 个字符` : ''}`,
  };
  throw fileFailure(fileError('export', 'unencodable', name, detail), name);
}

function nameOfCharacter(char: string): string {
  return /\p{Cs}/u.test(char) ? `U+${char.charCodeAt(0).toString(16).toUpperCase()}` : `“${char}”`;
}
