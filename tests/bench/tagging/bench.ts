// `npm run bench:tagging`: tagging every occurrence of a name in a long text as one step, beside CodeMirror 6 building as
// many decorations over the same text. Medians of several rounds, taken in turns, first rounds left out.
import { cpus, loadavg } from 'node:os';
import { RangeSetBuilder, Text } from '@codemirror/state';
import { applyChange, invert } from '../../../shared/document/change';
import { idSource } from '../../../shared/document/ids';
import { openSource } from '../../../shared/document/parse';
import { tagSpans } from '../../../shared/edits/tagSpans';
import { findOccurrences } from '../../../shared/search/occurrences';
import { manySuggestions } from './manySuggestions';
import { markValue } from './markValue';

const CHARACTERS = 1_000_000;
const OCCURRENCES = 5000;
const ROUNDS = 15;
const WARM = 3;
/** What the whole may take, ms. */
const LIMIT = 200;
const NAME = '上街区';

/** A line of 200 characters with the name once in it, so that there are 5,000 in 1 M characters. */
const FILLER = '市政府昨日召开会议，部署今年的城市更新工作，代表们就老旧小区改造提出了建议。';
const line = (n: number) => {
  const filler = FILLER.repeat(6).slice(0, CHARACTERS / OCCURRENCES - NAME.length - 1);
  const at = (n * 7) % filler.length;
  return `${filler.slice(0, at)}${NAME}${filler.slice(at)}\n`;
};
const text = Array.from({ length: OCCURRENCES }, (_, n) => line(n)).join('');
const source = { name: 'bench.txt', text, encoding: 'utf-8', bom: false, newline: '\n', sha256: '' } as const;
const ids = idSource();
const document = openSource(source, ids);
const context = { ids, who: '', now: () => new Date().toISOString() };

function ours(): Readonly<Record<string, number>> {
  const started = performance.now();
  const found = findOccurrences(document, { text: NAME, type: 'LOC', longer: ['上街区委'] }, []);
  const afterFind = performance.now();
  const change = tagSpans(
    document,
    found.map(occurrence => ({ ...occurrence, type: 'LOC' })),
    context,
  );
  const tagged = applyChange(document, change);
  const afterTag = performance.now();
  const back = applyChange(tagged, invert(change));
  const afterUndo = performance.now();
  if (found.length !== OCCURRENCES || back.blocks[0] !== document.blocks[0])
    throw new Error('Not all were tagged.');
  return {
    find: afterFind - started,
    tag: afterTag - afterFind,
    'find and tag': afterTag - started,
    undo: afterUndo - afterTag,
  };
}

const doc = Text.of(text.split('\n'));

/** What an editor on CodeMirror would do: look through the lines, and build a set of decorations. */
function codeMirror(): Readonly<Record<string, number>> {
  const started = performance.now();
  const builder = new RangeSetBuilder<typeof markValue>();
  let at = 0;
  let count = 0;
  for (const lineText of doc.iterLines()) {
    for (
      let start = lineText.indexOf(NAME);
      start >= 0;
      start = lineText.indexOf(NAME, start + NAME.length)
    ) {
      builder.add(at + start, at + start + NAME.length, markValue);
      count++;
    }
    at += lineText.length + 1;
  }
  builder.finish();
  if (count !== OCCURRENCES) throw new Error('Not all were marked.');
  return { 'find and decorate': performance.now() - started };
}

const times = new Map<string, number[]>();
for (let round = 0; round < ROUNDS + WARM; round++) {
  for (const [who, run] of round % 2 === 0
    ? ([
        ['Kanwu', ours],
        ['CodeMirror', codeMirror],
      ] as const)
    : ([
        ['CodeMirror', codeMirror],
        ['Kanwu', ours],
      ] as const)) {
    for (const [what, ms] of Object.entries(run())) {
      const name = `${who}: ${what}`;
      if (round >= WARM) times.set(name, [...(times.get(name) ?? []), ms]);
    }
  }
}

const middle = (list: readonly number[]) => [...list].sort((a, b) => a - b)[list.length >> 1] ?? 0;
console.log(`${OCCURRENCES} occurrences in ${text.length} characters, ms, median and worst of ${ROUNDS}:`);
for (const name of [...times.keys()].sort()) {
  const list = times.get(name) ?? [];
  console.log(
    `  ${name.padEnd(32)} ${middle(list).toFixed(1).padStart(7)} ${Math.max(...list)
      .toFixed(1)
      .padStart(7)}`,
  );
}
console.log(`${cpus().length} cores, load ${loadavg()[0]?.toFixed(1) ?? '?'}`);
console.log('125,000 suggestions in 1 M characters, ms, the worst of each:');
for (const [what, ms] of Object.entries(manySuggestions()))
  console.log(`  ${what.padEnd(32)} ${ms.toFixed(1).padStart(7)}`);
const whole = middle(times.get('Kanwu: find and tag') ?? []);
if (whole > LIMIT) {
  console.log(`Limit not met: ${whole.toFixed(0)} ms is over ${LIMIT} ms.`);
  process.exitCode = 1;
}
