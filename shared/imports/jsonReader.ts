import type { Message } from '../source/fileError';
import { Malformed } from './importFailure';
import type { JsonReading, JsonValue } from './json';
import { LongExtent, ShortExtent } from './jsonExtent';
import { keyPath } from './keyPath';
import { LONG_STRING_REACH, LongString, type StringFault } from './longString';
import { addTo, giveAway, isEmpty, isGivenAway, membersOf, type OpenJson } from './openJson';
import type { TextWindow } from './textWindow';

/** Deeper than any format nests; what is deeper is an attack or a mistake. */
const DEEPEST = 500;
/** A list or an object of at most so many code units is read by `JSON.parse`, in well under a millisecond. */
const LONGEST_WHOLE = 1 << 14;
/** Code units that lie in the window at the beginning of each step, as long as there are any. */
const LOOKAHEAD = LONGEST_WHOLE;

/** Reads JSON a value at a time; see `parseJson`. */
export class JsonReader {
  /** Code units of the window that are read. */
  private at = 0;
  private readonly open: OpenJson[] = [];
  private root: JsonValue | undefined;
  /** A string of which more is to come. */
  private long: LongString | null = null;
  /** A list or an object of which more is to be passed over. */
  private skipped: LongExtent | null = null;
  /** Where in the window the next key to be passed over stands, at the earliest. */
  private skippedAt = -1;
  private readonly skip: ReadonlySet<string>;
  private readonly extent = new ShortExtent();

  constructor(
    private readonly window: TextWindow,
    private readonly file: string,
    private readonly reading: JsonReading,
  ) {
    this.skip = reading.skip ?? NOTHING_SKIPPED;
  }

  /** Code units read. */
  get done(): number {
    return this.window.passed + this.at;
  }

  get share(): number {
    return this.window.shareAt(this.at);
  }

  /** Reads to the next value; true at the end. */
  step(): boolean {
    const passed = this.window.slide(this.at, LOOKAHEAD);
    this.at -= passed;
    if (passed > 0) this.skippedAt = -1;
    if (this.long) return this.goOn(this.long);
    if (this.skipped) return this.passOver(this.skipped);
    const top = this.open[this.open.length - 1];
    if (!top) {
      if (this.root !== undefined) return true;
      this.value();
      return this.open.length === 0 && !this.long;
    }
    const char = this.next();
    const close = top.list ? ']' : '}';
    if (char === close) {
      this.at++;
      this.open.pop();
      giveAway(this.open, this.reading);
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
      const opening = this.skip.has(top.key) ? this.next() : '';
      if (opening === '[' || opening === '{') {
        this.skipped = new LongExtent();
        return this.passOver(this.skipped);
      }
    }
    this.value();
    return false;
  }

  /** Reads the next piece of a long string; as {@link step}. */
  private goOn(long: LongString): boolean {
    this.window.has(this.at, LONG_STRING_REACH);
    const read = long.next(this.window.text, this.at);
    this.at = read.at;
    if (read.kind === 'more') return false;
    if (read.kind === 'fault') return this.failString(read.fault);
    this.long = null;
    this.finish(read.value);
    return this.open.length === 0;
  }

  result(): JsonValue {
    this.next();
    if (this.window.has(this.at, 1)) this.fail({ en: 'more follows after its end', zh: '结尾之后还有内容' });
    return this.root ?? null;
  }

  private value(): void {
    const char = this.next();
    if (char === '{' || char === '[') {
      if (this.open.length >= DEEPEST) {
        this.fail({ en: `it is nested deeper than ${DEEPEST}`, zh: `嵌套超过 ${DEEPEST} 层` });
      }
      if (!isGivenAway(this.open, this.reading) && this.whole()) return;
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
    } else if (char === '"') {
      this.window.has(this.at, LONG_STRING_REACH);
      if (LongString.isLong(this.window.text, this.at)) {
        this.long = new LongString();
        this.at++;
      } else this.finish(this.string());
    } else this.finish(this.plain());
  }

  /** Where in the window the next key to be passed over stands, or something that looks like one. */
  private nextSkipped(): number {
    if (this.skip.size === 0) return Number.POSITIVE_INFINITY;
    if (this.skippedAt < this.at) {
      const { text } = this.window;
      const found = [...this.skip].map(key => text.indexOf(JSON.stringify(key), this.at));
      this.skippedAt = Math.min(...found.map(at => (at < 0 ? text.length : at)));
    }
    return this.skippedAt;
  }

  /**
   * Reads the list or object that begins here at once, and in a list those that follow it, as many as are short: objects of one form
   * in one list `JSON.parse` reads twice as fast as each by itself. False where the first is long or too deep, something in it is
   * passed over, or it is not valid JSON, and what is wrong has to be found step by step.
   */
  private whole(): boolean {
    const { at, extent, open } = this;
    this.window.has(at, LONGEST_WHOLE);
    const { text } = this.window;
    const stop = Math.min(text.length, at + LONGEST_WHOLE, this.nextSkipped());
    const isItem = open[open.length - 1]?.list !== undefined;
    const end = extent.endOf(text, at, stop, DEEPEST - open.length, isItem);
    if (end < 0) return false;
    let values: JsonValue[];
    try {
      values = JSON.parse(`[${text.slice(at, end)}]`);
    } catch {
      return false;
    }
    const { onRepeat } = this.reading;
    // Of two members of one key the first is gone.
    if (onRepeat && membersOf(values) < extent.members) onRepeat();
    this.at = end;
    for (const value of values) this.finish(value);
    return true;
  }

  /** Goes on behind a list or an object; as {@link step}. */
  private passOver(extent: LongExtent): boolean {
    const { at, ended } = extent.next(this.window.text, this.at);
    this.at = at;
    if (ended) {
      this.skipped = null;
      this.finish(null);
    } else if (!this.window.has(at, 1)) {
      this.fail({ en: 'a list or an object has no end', zh: '列表或对象没有结尾' });
    }
    return false;
  }

  /** Puts a value that is whole where it belongs. */
  private finish(value: JsonValue): void {
    this.put(value);
    giveAway(this.open, this.reading);
  }

  private put(value: JsonValue): void {
    const top = this.open[this.open.length - 1];
    if (!top) this.root = value;
    else if (!addTo(top, value)) this.reading.onRepeat?.();
  }

  private string(): string {
    const { window } = this;
    const start = this.at;
    let escaped = false;
    let at = start + 1;
    do {
      for (const { text } = window; at < text.length; at++) {
        const code = text.charCodeAt(at);
        if (code === 0x5c) {
          escaped = true;
          at++;
        } else if (code === 0x22) {
          this.at = at + 1;
          return escaped ? this.unescaped(start) : ofItsOwn(text, start + 1, at);
        } else if (code < 0x20) {
          this.at = at;
          this.failString('control');
        }
      }
    } while (window.more());
    return this.failString('endless');
  }

  private unescaped(start: number): string {
    try {
      return JSON.parse(this.window.text.slice(start, this.at));
    } catch {
      this.at = start;
      return this.failString('escape');
    }
  }

  private plain(): JsonValue {
    let found: string | undefined;
    do {
      PLAIN.lastIndex = this.at;
      found = PLAIN.exec(this.window.text)?.[0];
      // A number may go on behind the window.
    } while (this.at + (found?.length ?? LONGEST_WORD) >= this.window.text.length && this.window.more());
    if (found === undefined) return this.fail({ en: 'a value is missing', zh: '缺少值' });
    this.at += found.length;
    if (found === 'true') return true;
    if (found === 'false') return false;
    return found === 'null' ? null : Number(found);
  }

  /** The next character that is no white space, not yet taken; empty at the end. */
  private next(): string {
    do {
      for (const { text } = this.window; this.at < text.length; this.at++) {
        const code = text.charCodeAt(this.at);
        if (code !== 0x20 && code !== 0x0a && code !== 0x0d && code !== 0x09) return text.charAt(this.at);
      }
    } while (this.window.more());
    return '';
  }

  private failString(fault: StringFault): never {
    return this.fail(STRING_FAULTS[fault]);
  }

  private fail(what: Message): never {
    const { line, column } = this.window.placeOf(this.at);
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

const STRING_FAULTS: Record<StringFault, Message> = {
  control: { en: 'a line break or control character stands in a string', zh: '字符串中有换行或控制字符' },
  escape: { en: 'a string has a wrong escape', zh: '字符串中有错误的转义' },
  endless: { en: 'a string has no end', zh: '字符串没有结尾' },
};

const NOTHING_SKIPPED: ReadonlySet<string> = new Set();

/** Code units of `false`. */
const LONGEST_WORD = 5;
const PLAIN = /true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;

/** A piece of a text that does not keep all of it in memory, as a slice may. */
function ofItsOwn(text: string, from: number, to: number): string {
  const middle = (from + to) >> 1;
  return [text.slice(from, middle), text.slice(middle, to)].join('');
}
