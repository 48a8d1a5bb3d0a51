import { version } from '../package.json';
import { type Command, type ExitCode, type Locale, readArguments } from './command';
import { check } from './commands/check';
import { exportDocuments } from './commands/export';
import { fix } from './commands/fix';
import { importDocuments } from './commands/import';
import { suggest } from './commands/suggest';
import { validate } from './commands/validate';
import { usageFailure } from './failure';
import { commandHelp, programHelp } from './help';
import { reportFailure } from './report';
import { BrokenPipe, tell, writeOut } from './streams';

const COMMANDS: readonly Command[] = [check, fix, suggest, exportDocuments, importDocuments, validate];

/** Runs the program with its arguments (without node and script) and returns its exit code. Never throws. */
export async function runProgram(args: readonly string[]): Promise<ExitCode> {
  let locale: Locale = 'en';
  try {
    const [name, ...rest] = args;
    if (name === '--version' || name === '-V') {
      await writeOut(`kanwu ${version}\n`);
      return 0;
    }
    if (name === '--help' || name === '-h' || name === 'help') {
      const named = COMMANDS.find(command => command.name === rest[0]);
      await writeOut(named ? commandHelp(named) : programHelp(COMMANDS));
      return 0;
    }
    if (name === undefined) {
      await tell('kanwu: no command was given. See “kanwu --help”.');
      return 2;
    }
    const command = COMMANDS.find(each => each.name === name);
    if (!command) throw usageFailure(null, `there is no command “${name}”.`);
    const given = readArguments(command, rest);
    if (given.has('help')) {
      await writeOut(commandHelp(command));
      return 0;
    }
    locale = given.locale;
    return await command.run(given);
  } catch (error) {
    if (error instanceof BrokenPipe) return 0;
    await reportFailure(error, locale);
    return 2;
  }
}
