// Measures of the break detector: `npm run bench:breaks [FILE.jsonl…]` (cases as in ../shared/corpus/dev.jsonl).
// `--errors` lists the worst errors, `--record` writes the scores into the weights' metadata.
// Without files: real prose never trained on, the pages of dev.jsonl by weights that have not seen them, English.
import { join, resolve } from 'node:path';
import { breakDetector } from '../../../shared/detectors/breaks';
import { type BreakCase, caseBlocks, documentOf, readCases } from '../../../tools/breaks/breakCase';
import { weightsWithout } from '../../../tools/breaks/foldWeights';
import { corpusFolder } from '../../../tools/breaks/sourceDocuments';
import { devCases, heldOutProse, heldOutWrapped } from '../../../tools/breaks/trainingCases';
import { loadLexicon, repositoryRoot } from '../../../tools/lexicon/loadLexicon';
import { type JudgedGap, judge } from './judgedGap';
import { recordScores } from './recordScores';
import { printErrors, printReport } from './report';
import { printSpeed } from './speed';

const lexicon = loadLexicon();
const shipped = breakDetector(lexicon);
const folder = corpusFolder();
const files = process.argv.slice(2).filter(argument => !argument.startsWith('--'));
const showErrors = process.argv.includes('--errors');

/** Pages that the shipped weights were trained from are judged by weights that have not seen them. */
function judgeAll(cases: readonly BreakCase[]): JudgedGap[] {
  return cases.flatMap(source => {
    const unseen = folder && source.lang !== 'en' ? weightsWithout(documentOf(source.id), folder) : undefined;
    return judge(source, unseen ? breakDetector(lexicon, unseen) : shipped, lexicon);
  });
}

function run(title: string, cases: readonly BreakCase[]): JudgedGap[] {
  const gaps = judgeAll(cases);
  printReport(title, gaps);
  if (showErrors) printErrors(gaps, 150);
  return gaps;
}

if (files.length > 0) {
  for (const file of files) run(file, readCases(resolve(file)));
} else {
  if (folder) {
    const prose = heldOutProse(folder);
    const proseGaps = run(
      'Real prose never trained on (train/docs.jsonl.gz, its dev split, breaks injected)',
      prose,
    );
    const pageGaps = run('Pages of dev.jsonl, by weights trained without them', devCases(folder));
    run('The same prose hard-wrapped, every line a block', heldOutWrapped(folder));
    if (process.argv.includes('--record')) recordScores({ prose: proseGaps, pages: pageGaps });
    printSpeed(
      shipped,
      prose.filter(({ plain }) => !plain).flatMap(source => caseBlocks(source).blocks),
    );
  } else console.log('The corpus (../shared/corpus) is not here: only the English pages are measured.');
  run('English pages', readCases(join(repositoryRoot(), 'tests/fixtures/breaks/english.jsonl')));
}
