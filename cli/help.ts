import { COMMON_OPTIONS, type Command, type OptionInfo } from './command';

export function programHelp(commands: readonly Command[]): string {
  const width = Math.max(...commands.map(({ name }) => name.length)) + 2;
  const list = commands.map(({ name, summary }) => `  ${name.padEnd(width)}${summary}`).join('\n');
  return `Kanwu 勘误: finds and mends what OCR left in Chinese text.

Usage: kanwu COMMAND [options] FILE…

${list}

  kanwu COMMAND --help   the options of a command
  kanwu --version        the version

Exit codes: 0 done, 1 findings with --strict, 2 bad input or usage.
Text is read as UTF-8, UTF-16, GB18030 (GBK) or Big5, whichever it is. A source is never written.
`;
}

export function commandHelp({ name, operands, summary, options }: Command): string {
  const rows = Object.entries({ ...options, ...COMMON_OPTIONS }).map(([option, info]) => [
    flags(option, info),
    info.help,
  ]);
  const width = Math.max(...rows.map(([left]) => left?.length ?? 0)) + 2;
  const list = rows.map(([left = '', help]) => `  ${left.padEnd(width)}${help}`).join('\n');
  return `Usage: kanwu ${name} [options] ${operands}\n\n${summary}\n\n${list}\n`;
}

function flags(name: string, { short, value }: OptionInfo): string {
  const long = `--${name}${value ? ` ${value}` : ''}`;
  return short ? `-${short}, ${long}` : `    ${long}`;
}
