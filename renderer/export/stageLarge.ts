import type { GatheredFile } from '../../shared/exports/gather';
import { Cancelled } from '../app/timeSlices';
import type { Workspace } from '../app/workspace';

type Part = string | Uint8Array;

/** Code units or bytes handed to main in one message: a few milliseconds. */
const MESSAGE = 1 << 18;

/**
 * Hands files that are too large for one message to main, part by part, before the export itself is asked for. Resolves
 * to the indices of those that were. Rejects with {@link Cancelled} once `signal` is aborted; main holds nothing of them then.
 */
export async function stageLarge(
  { kanwu }: Workspace,
  documentId: string,
  files: readonly GatheredFile[],
  signal?: AbortSignal,
): Promise<ReadonlySet<number>> {
  const staged = new Set<number>();
  for (const [file, { parts }] of files.entries()) {
    if (lengthOf(parts) <= MESSAGE) continue;
    for (const part of messagesOf(parts)) {
      if (signal?.aborted) {
        if (staged.size > 0) await kanwu.stageExport({ documentId, file, part: '', begin: true });
        throw new Cancelled();
      }
      await kanwu.stageExport({ documentId, file, part, begin: staged.size === 0 });
      staged.add(file);
    }
  }
  return staged;
}

/** The parts of a file put together to about a message's length; text stays text, bytes stay bytes. */
function* messagesOf(parts: readonly Part[]): Generator<Part> {
  let like: Part[] = [];
  let length = 0;
  for (const part of parts) {
    const other = like[0] !== undefined && typeof like[0] !== typeof part;
    if (length >= MESSAGE || other) {
      yield joined(like);
      like = [];
      length = 0;
    }
    like.push(part);
    length += part.length;
  }
  if (length > 0) yield joined(like);
}

function joined(parts: readonly Part[]): Part {
  const bytes = parts.filter(part => typeof part !== 'string');
  if (bytes.length === 0) return parts.join('');
  const whole = new Uint8Array(lengthOf(bytes));
  let at = 0;
  for (const part of bytes) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

function lengthOf(parts: readonly Part[]): number {
  return parts.reduce((sum, part) => sum + part.length, 0);
}
