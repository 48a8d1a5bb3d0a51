import { Malformed } from './importFailure';
import type { JsonList, JsonObject, JsonValue } from './json';
import { keyPath } from './keyPath';

/** A value in a JSON file and the way to it, for readers that must say what is wrong where. */
export class JsonPlace {
  constructor(
    readonly file: string,
    readonly value: JsonValue | undefined,
    private readonly above: JsonPlace | null = null,
    private readonly step: string | number = '',
    /** Number of the line where each line is a JSON text of its own; null otherwise. */
    private readonly line: number | null = null,
  ) {}

  static line(file: string, value: JsonValue, line: number): JsonPlace {
    return new JsonPlace(file, value, null, '', line);
  }

  /** As JSON path has it: `$[3].target.selector`; with the line before it in JSON lines. */
  get path(): string {
    if (this.above) {
      return this.above.path + (typeof this.step === 'number' ? `[${this.step}]` : keyPath(this.step));
    }
    return '$';
  }

  at(key: string): JsonPlace {
    return new JsonPlace(this.file, this.get(key), this, key);
  }

  /** The value `at` a key or an index, without a place of its own: for what is right hundreds of thousands of times. */
  get(key: string | number): JsonValue | undefined {
    const { value } = this;
    if (typeof key === 'number') return isList(value) ? value[key] : undefined;
    return isObject(value) ? own(value, key) : undefined;
  }

  has(key: string): boolean {
    return this.get(key) !== undefined;
  }

  object(): JsonObject {
    return isObject(this.value) ? this.value : this.wrong('an object', '对象');
  }

  /** The members of an object. */
  *entries(): Generator<readonly [string, JsonPlace]> {
    for (const key of Object.keys(this.object())) yield [key, this.at(key)];
  }

  /** The items of a list; of anything else that is there, itself; of nothing, none. */
  each(): readonly JsonPlace[] {
    if (isList(this.value)) return this.value.map((value, n) => new JsonPlace(this.file, value, this, n));
    return this.value === undefined || this.value === null ? [] : [this];
  }

  *items(): Generator<JsonPlace> {
    if (!isList(this.value)) return this.wrong('a list', '列表');
    for (let n = 0; n < this.value.length; n++) yield new JsonPlace(this.file, this.value[n], this, n);
  }

  item(n: number): JsonPlace {
    return new JsonPlace(this.file, this.get(n), this, n);
  }

  text(): string {
    return typeof this.value === 'string' ? this.value : this.wrong('text in quotes', '带引号的文字');
  }

  /** The text, or undefined where there is none. */
  maybeText(): string | undefined {
    return typeof this.value === 'string' ? this.value : undefined;
  }

  /** A whole number from 0. */
  offset(): number {
    const { value } = this;
    if (isOffset(value)) return value;
    return this.wrong('a whole number from 0', '非负整数');
  }

  wrong(en: string, zh: string): never {
    const found = this.value === undefined ? null : JSON.stringify(this.value).slice(0, 40);
    return this.malformed(`expected ${en}, found ${found ?? 'nothing'}`, `应为${zh}，实为${found ?? '空'}`);
  }

  malformed(en: string, zh: string): never {
    const root = this.root();
    const [lineEn, lineZh] = root.line === null ? ['', ''] : [`line ${root.line}, `, `第 ${root.line} 行 `];
    throw new Malformed(this.file, {
      en: `${lineEn}${this.path}: ${en}`,
      zh: `${lineZh}${this.path}：${zh}`,
    });
  }

  private root(): JsonPlace {
    return this.above ? this.above.root() : this;
  }
}

export function isObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A whole number from 0. */
export function isOffset(value: JsonValue | undefined): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}

export function isList(value: JsonValue | undefined): value is JsonList {
  return Array.isArray(value);
}

function own(object: JsonObject, key: string): JsonValue | undefined {
  return Object.hasOwn(object, key) ? object[key] : undefined;
}
