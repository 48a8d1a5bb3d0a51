import type { AttributeProblem } from '../../shared/edits/tagAttributes';
import type { TagsetProblem } from '../../shared/edits/tagsetEdits';
import { commandTitle } from '../commands/keys';
import type { Messages } from '../messages/en';
import type { Locale } from '../messages/useMessages';

/** Why an edit of a type was refused, in a sentence. */
export function typeProblemText(problem: TagsetProblem, words: Messages['tagset'], locale: Locale): string {
  switch (problem.kind) {
    case 'idTaken':
    case 'keyTaken':
      return words.problems[problem.kind](problem.type.name[locale]);
    case 'keyReserved':
      return words.problems.keyReserved(commandTitle(problem.command, locale));
    default:
      return words.problems[problem.kind];
  }
}

/** Why an edit of an attribute was refused, in a sentence. */
export function attributeProblemText(
  problem: AttributeProblem,
  words: Messages['tagset'],
  locale: Locale,
): string {
  return problem.kind === 'idTaken'
    ? words.problems.idTaken(problem.attribute.name[locale])
    : words.attributeProblems[problem.kind];
}
