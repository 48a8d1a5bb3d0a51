import { parseArgs } from 'node:util';
import { FINDING_KINDS, type FindingKind } from '../shared/findings/finding';
import { SOURCE_ENCODINGS, type SourceEncoding } from '../shared/source/encoding';
import { usageFailure } from './failure';

/** 0 done, 1 findings with `--strict`, 2 bad input or usage. */
export type ExitCode = 0 | 1 | 2;
export type Locale = 'en' | 'zh';

export interface OptionInfo {
  readonly type: 'boolean' | 'string';
  readonly short?: string;
  /** What stands for the value in the help; empty for a switch. */
  readonly value: string;
  readonly help: string;
  /** May be given more than once. */
  readonly multiple?: true;
}

type Value = string | boolean | readonly string[] | undefined;

export interface Command {
  readonly name: string;
  /** The arguments, as the usage line shows them. */
  readonly operands: string;
  readonly summary: string;
  readonly options: Readonly<Record<string, OptionInfo>>;
  run(given: Given): Promise<ExitCode>;
}

export const COMMON_OPTIONS = {
  lang: { type: 'string', value: 'en|zh', help: 'language of reasons and messages (en)' },
  help: { type: 'boolean', short: 'h', value: '', help: 'show this help' },
} as const satisfies Record<string, OptionInfo>;

/** What was given to a command: read once, every value checked when asked for. */
export class Given {
  readonly operands: readonly string[];
  readonly #command: string;
  readonly #values: Readonly<Record<string, Value>>;

  constructor(command: string, operands: readonly string[], values: Given['all']) {
    this.operands = operands;
    this.#command = command;
    this.#values = values;
  }

  get all(): Readonly<Record<string, Value>> {
    return this.#values;
  }

  get locale(): Locale {
    return this.oneOf('lang', ['en', 'zh'] as const) ?? 'en';
  }

  has(option: string): boolean {
    return this.#values[option] === true;
  }

  text(option: string): string | undefined {
    const value = this.#values[option];
    if (value === '') throw this.wrong(`--${option} needs a value.`);
    return typeof value === 'string' ? value : undefined;
  }

  /** Every value of an option that may be given more than once. */
  texts(option: string): readonly string[] {
    const value = this.#values[option];
    return typeof value === 'object' ? value : [];
  }

  oneOf<T extends string>(option: string, choices: readonly T[]): T | undefined {
    const value = this.text(option);
    if (value === undefined) return undefined;
    const chosen = choices.find(choice => choice === value);
    if (chosen === undefined)
      throw this.wrong(`--${option} is one of ${choices.join(', ')}, not “${value}”.`);
    return chosen;
  }

  /** `--encoding` and the like; the names people use for GB18030's parts are welcome. */
  encoding(option: string): SourceEncoding | undefined {
    const value = this.text(option)?.toLowerCase();
    if (value === undefined) return undefined;
    if (/^gb(?:k|2312|18030)$/.test(value)) return 'gb18030';
    if (value === 'utf8') return 'utf-8';
    return this.oneOf(
      option,
      SOURCE_ENCODINGS.includes(value as SourceEncoding) ? [value as SourceEncoding] : SOURCE_ENCODINGS,
    );
  }

  /** A number from 0 to 1. */
  share(option: string, otherwise: number): number {
    const value = this.text(option);
    if (value === undefined) return otherwise;
    const share = Number(value);
    if (!(share >= 0 && share <= 1)) {
      throw this.wrong(`--${option} is a number from 0 to 1, such as 0.9, not “${value}”.`);
    }
    return share;
  }

  kinds(otherwise: readonly FindingKind[]): readonly FindingKind[] {
    const value = this.text('kinds');
    if (value === undefined) return otherwise;
    const names = value.split(',').map(name => name.trim());
    return names.map(name => {
      const kind = FINDING_KINDS.find(k => k === name);
      if (!kind) throw this.wrong(`there is no kind “${name}”; the kinds are ${FINDING_KINDS.join(', ')}.`);
      return kind;
    });
  }

  /** The one file the command works on. */
  file(): string {
    const [file, more] = this.operands;
    if (file === undefined) throw this.wrong('no file was named.');
    if (more !== undefined) throw this.wrong(`one file at a time: “${more}” is one too many.`);
    return file;
  }

  files(): readonly string[] {
    if (this.operands.length === 0) throw this.wrong('no file was named.');
    return this.operands;
  }

  wrong(what: string) {
    return usageFailure(this.#command, `${this.#command}: ${what}`);
  }
}

/** Reads a command's arguments; a usage failure where they make no sense. */
export function readArguments(command: Command, args: readonly string[]): Given {
  const options = Object.fromEntries(
    Object.entries<OptionInfo>({ ...command.options, ...COMMON_OPTIONS }).map(
      ([name, { type, short, multiple }]) => [
        name,
        { type, ...(short && { short }), ...(multiple && { multiple }) },
      ],
    ),
  );
  try {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    return new Given(command.name, positionals, values as Given['all']);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    const [what] = error.message.split(/(?<=\.)\s|\n/);
    throw usageFailure(command.name, `${command.name}: ${(what ?? '').replace(/\.?$/, '.')}`);
  }
}
