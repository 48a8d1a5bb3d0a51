import type { Message } from '../source/fileError';
import { Malformed } from './importFailure';

export type JsonValue = null | boolean | number | string | JsonList | JsonObject;
export type JsonList = readonly JsonValue[];
export interface JsonObject {
  readonly [key: string]: JsonValue | undefined;
}

/** Deeper than any format nests; what is deeper is an attack or a mistake. */
const DEEPEST = 500;
/** Values read between two pauses. */
const PAUSE_AFTER = 5000;

type Open =
  | { readonly list: JsonValue[]; readonly object?: undefined }
  | { readonly object: Record<string, JsonValue>; key: string; readonly list?: undefined };

/** Keys whose values a reader has no use for; they are passed over, read as null, and their insides not checked. */
const NOTHING_SKIPPED: ReadonlySet<string> = new Set();

/**
 * Reads JSON as `JSON.parse` does (RFC 8259), in slices, so that a window stays alive over 100 MB, and with errors that
 * name line, column and path. Yields the share done. Throws {@link Malformed}. Linear; without recursion.
 */
export function* parseJson(
  text: string,
  file: string,
  skip: ReadonlySet<string> = NOTHING_SKIPPED,
): Generator<number, JsonValue> {
  const reader = new JsonReader(text, file, skip);
  let count = 0;
  while (!reader.step()) if (++count % PAUSE_AFTER === 0) yield reader.share;
  return reader.result();
}

class JsonReader {
  private at = 0;
  private readonly open: Open[] = [];
  private root: JsonValue | undefined;

  constructor(
    private readonly text: string,
    private readonly file: string,
    private readonly skip: ReadonlySet<string>,
  ) {}

  get share(): number {
    return this.at / Math.max(1, this.text.length);
  }

  /** Reads to the next value; true at the end. */
  step(): boolean {
    const top = this.open[this.open.length - 1];
    if (!top) {
      if (this.root !== undefined) return true;
      this.value();
      return this.open.length === 0;
    }
    const char = this.next();
    const close = top.list ? ']' : '}';
    if (char === close) {
      this.at++;
      this.open.pop();
      return this.open.length === 0;
    }
    const empty = top.list ? top.list.length === 0 : top.key === '' && isEmpty(top.object);
    if (!empty) {
      if (char !== ',') this.fail({ en: `“,” or “${close}” is missing`, zh: `缺少“,”或“${close}”` });
      this.at++;
    }
    if (top.object) {
      if (this.next() !== '"') this.fail({ en: 'a key in quotes is missing', zh: '缺少带引号的键' });
      top.key = this.string();
      if (this.next() !== ':') this.fail({ en: '“:” is missing', zh: '缺少“:”' });
      this.at++;
      if (this.skip.has(top.key) && this.passedOver()) {
        this.put(null);
        return false;
      }
    }
    this.value();
    return false;
  }

  result(): JsonValue {
    this.next();
    if (this.at < this.text.length) this.fail({ en: 'more follows after its end', zh: '结尾之后还有内容' });
    return this.root ?? null;
  }

  private value(): void {
    const char = this.next();
    if (char === '{' || char === '[') {
      if (this.open.length >= DEEPEST) {
        this.fail({ en: `it is nested deeper than ${DEEPEST}`, zh: `嵌套超过 ${DEEPEST} 层` });
      }
      this.at++;
      if (char === '[') {
        const list: JsonValue[] = [];
        this.put(list);
        this.open.push({ list });
      } else {
        const object: Record<string, JsonValue> = {};
        this.put(object);
        this.open.push({ object, key: '' });
      }
    } else if (char === '"') this.put(this.string());
    else this.put(this.plain());
  }

  /** Goes behind a list or an object; false where there is none. */
  private passedOver(): boolean {
    const open = this.next();
    if (open !== '[' && open !== '{') return false;
    let depth = 0;
    for (; this.at < this.text.length; this.at++) {
      const code = this.text.charCodeAt(this.at);
      if (code === 0x22) {
        this.string();
        this.at--;
      } else if (code === 0x5b || code === 0x7b) depth++;
      else if ((code === 0x5d || code === 0x7d) && --depth === 0) {
        this.at++;
        return true;
      }
    }
    return this.fail({ en: 'a list or an object has no end', zh: '列表或对象没有结尾' });
  }

  private put(value: JsonValue): void {
    const top = this.open[this.open.length - 1];
    if (!top) this.root = value;
    else if (top.list) top.list.push(value);
    else if (top.key === '__proto__') {
      Object.defineProperty(top.object, top.key, {
        value,
        enumerable: true,
        writable: true,
        configurable: true,
      });
    } else top.object[top.key] = value;
  }

  private string(): string {
    const { text } = this;
    const start = this.at;
    let escaped = false;
    for (let at = start + 1; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (code === 0x5c) {
        escaped = true;
        at++;
      } else if (code === 0x22) {
        this.at = at + 1;
        return escaped ? this.unescaped(start) : text.slice(start + 1, at);
      } else if (code < 0x20) {
        this.at = at;
        this.fail({
          en: 'a line break or control character stands in a string',
          zh: '字符串中有换行或控制字符',
        });
      }
    }
    return this.fail({ en: 'a string has no end', zh: '字符串没有结尾' });
  }

  private unescaped(start: number): string {
    try {
      return JSON.parse(this.text.slice(start, this.at));
    } catch {
      this.at = start;
      return this.fail({ en: 'a string has a wrong escape', zh: '字符串中有错误的转义' });
    }
  }

  private plain(): JsonValue {
    PLAIN.lastIndex = this.at;
    const found = PLAIN.exec(this.text)?.[0];
    if (found === undefined) return this.fail({ en: 'a value is missing', zh: '缺少值' });
    this.at += found.length;
    if (found === 'true') return true;
    if (found === 'false') return false;
    return found === 'null' ? null : Number(found);
  }

  /** The next character that is no white space, not yet taken; empty at the end. */
  private next(): string {
    for (; this.at < this.text.length; this.at++) {
      const code = this.text.charCodeAt(this.at);
      if (code !== 0x20 && code !== 0x0a && code !== 0x0d && code !== 0x09) return this.text.charAt(this.at);
    }
    return '';
  }

  private fail(what: Message): never {
    const before = this.text.slice(0, this.at);
    const line = before.split('\n').length;
    const column = before.length - before.lastIndexOf('\n');
    const innermost = this.open.length - 1;
    // In the innermost list the item to come is wrong; in those around it the last one, which is still open.
    const path = this.open
      .map((o, n) => (o.list ? `[${o.list.length - (n < innermost ? 1 : 0)}]` : keyPath(o.key)))
      .join('');
    throw new Malformed(this.file, {
      en: `it is not valid JSON: line ${line}, column ${column} ($${path}): ${what.en}`,
      zh: `不是有效的 JSON：第 ${line} 行第 ${column} 列（$${path}）：${what.zh}`,
    });
  }
}

const PLAIN = /true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;

function isEmpty(object: Record<string, JsonValue>): boolean {
  for (const _ in object) return false;
  return true;
}

/** A key as a JSON path has it: `.text`, `["%TYPES"]`. */
export function keyPath(key: string): string {
  return /^[A-Za-z_]\w*$/.test(key) ? `.${key}` : `[${JSON.stringify(key.slice(0, 40))}]`;
}
