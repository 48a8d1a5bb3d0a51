import { textSlices } from '../../shared/document/textSlices';
import { joinedContents, lengthOf } from '../../shared/exports/joinedContents';
import type { Contents, KanwuApi, Staged } from '../../shared/ipc/contract';
import { Cancelled } from './timeSlices';

/** Code units or bytes handed to main in one message: a few milliseconds, wherever the program runs. */
const MESSAGE = 1 << 16;

let stagings = 0;

/**
 * Hands what is too large for one message to main, part by part; resolves to what stands for it in the request that comes
 * next, or to null where it is small enough to go with that request. Rejects with {@link Cancelled} once `signal` is
 * aborted. Main holds nothing of it where it rejects.
 */
export async function stageLarge(
  kanwu: KanwuApi,
  parts: readonly Contents[],
  signal?: AbortSignal,
): Promise<Staged | null> {
  const length = lengthOf(parts);
  if (length <= MESSAGE) return null;
  const staging = ++stagings;
  try {
    for (const part of messagesOf(parts)) {
      if (signal?.aborted) throw new Cancelled();
      await kanwu.stage({ staging, part });
    }
  } catch (error) {
    await unstage(kanwu, staging);
    throw error;
  }
  return { staging, length };
}

/** A text in parts as a request holds it: as one, or what stands for it once it is handed over. */
export async function stageText(kanwu: KanwuApi, parts: readonly string[]): Promise<string | Staged> {
  return (await stageLarge(kanwu, parts)) ?? parts.join('');
}

/** Main drops what was handed over; no request will name it. */
export async function unstage(kanwu: KanwuApi, staging: number): Promise<void> {
  await kanwu.stage({ staging, part: null });
}

/** Parts put together, and long ones cut, to about a message's length; text stays text, bytes stay bytes. */
function* messagesOf(parts: readonly Contents[]): Generator<Contents> {
  let like: Contents[] = [];
  let length = 0;
  for (const part of parts) {
    const other = like[0] !== undefined && typeof like[0] !== typeof part;
    for (const piece of part.length > MESSAGE ? cut(part) : [part]) {
      if (length >= MESSAGE || other) {
        yield joinedContents(like);
        like = [];
        length = 0;
      }
      like.push(piece);
      length += piece.length;
    }
  }
  if (length > 0) yield joinedContents(like);
}

/** A part in pieces of a message; the last is what is left. */
function* cut(part: Contents): Generator<Contents> {
  if (typeof part === 'string') yield* textSlices(part, MESSAGE);
  else for (let at = 0; at < part.length; at += MESSAGE) yield part.subarray(at, at + MESSAGE);
}
