import type { KanwuApi, Staged } from '../../shared/ipc/contract';
import { Cancelled } from './timeSlices';

type Part = string | Uint8Array;

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
  parts: readonly Part[],
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

/** A text as a request holds it: itself, or what stands for it once it is handed over. */
export async function stageText(kanwu: KanwuApi, text: string): Promise<string | Staged> {
  return (await stageLarge(kanwu, [text])) ?? text;
}

/** Main drops what was handed over; no request will name it. */
export async function unstage(kanwu: KanwuApi, staging: number): Promise<void> {
  await kanwu.stage({ staging, part: null });
}

/** Parts put together, and long ones cut, to about a message's length; text stays text, bytes stay bytes. */
function* messagesOf(parts: readonly Part[]): Generator<Part> {
  let like: Part[] = [];
  let length = 0;
  for (const part of parts) {
    const other = like[0] !== undefined && typeof like[0] !== typeof part;
    for (const piece of part.length > MESSAGE ? cut(part) : [part]) {
      if (length >= MESSAGE || other) {
        yield joined(like);
        like = [];
        length = 0;
      }
      like.push(piece);
      length += piece.length;
    }
  }
  if (length > 0) yield joined(like);
}

/** A part in pieces of a message at most, and a code unit: never within a surrogate pair. */
function* cut(part: Part): Generator<Part> {
  if (typeof part !== 'string') {
    for (let at = 0; at < part.length; at += MESSAGE) yield part.subarray(at, at + MESSAGE);
    return;
  }
  for (let at = 0, end = 0; at < part.length; at = end) {
    end = at + MESSAGE;
    if (isLow(part.charCodeAt(end))) end++;
    yield part.slice(at, end);
  }
}

function isLow(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff;
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
