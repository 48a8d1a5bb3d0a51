import { JsonReader } from './jsonReader';
import { partsOf, type TextParts } from './textParts';
import { TextWindow } from './textWindow';

export type JsonValue = null | boolean | number | string | JsonList | JsonObject;
export type JsonList = readonly JsonValue[];
export interface JsonObject {
  readonly [key: string]: JsonValue | undefined;
}

/** Values read between two pauses, and code units. */
const PAUSE_AFTER = 5000;
const PAUSE_AFTER_UNITS = 1 << 17;

export interface JsonReading {
  /** Keys whose lists and objects a reader has no use for: passed over, read as null, their insides not checked. */
  readonly skip?: ReadonlySet<string> | undefined;
  /**
   * Takes each item of a list that is the whole file as soon as it is read; in the result null stands for it. A list of
   * a hundred thousand objects that are all kept costs more time in garbage collection than in reading.
   */
  readonly onItem?: TakeItem | undefined;
  /** The same for lists that are members of the object that is the whole file, by their keys. */
  readonly lists?: ReadonlyMap<string, TakeItem> | undefined;
  /** Hears, at least once, that a key stands twice in an object. */
  readonly onRepeat?: (() => void) | undefined;
}

export type TakeItem = (item: JsonValue, index: number) => void;

/**
 * Reads JSON, whole or in parts cut anywhere, as `JSON.parse` does (RFC 8259), in slices, so that a window stays alive over 100 MB, and with errors that
 * name line, column and path. Yields the share done. Throws {@link Malformed}. Linear; without recursion. What is short
 * `JSON.parse` reads, which is several times as fast; the slices and the errors are what is ours.
 */
export function* parseJson(
  text: string | TextParts,
  file: string,
  how: JsonReading = {},
): Generator<number, JsonValue> {
  const window = new TextWindow(typeof text === 'string' ? partsOf(text) : text);
  const reader = new JsonReader(window, file, how);
  let count = 0;
  let pausedAt = 0;
  while (!reader.step()) {
    if (++count % PAUSE_AFTER !== 0 && reader.done - pausedAt < PAUSE_AFTER_UNITS) continue;
    pausedAt = reader.done;
    yield reader.share;
  }
  return reader.result();
}
