// Precision and recall of the mark detectors on the marked errors of the dev pages, alarms in undamaged prose,
// reliability and speed: `node tools/run.mjs tests/bench/marks/bench.ts [--list] [--pages FOLDER]`.
import { join } from 'node:path';
import { markDetectors } from '../../../shared/detectors/marks';
import { FINDING_KINDS } from '../../../shared/findings/finding';
import { loadLexicon } from '../../../tools/lexicon/loadLexicon';
import { readPages } from '../../../tools/marks/pages';
import { readProse } from '../../../tools/marks/prose';
import { detectAll, judge } from '../../../tools/marks/score';

const options = process.argv.slice(2);
const list = options.includes('--list');
const at = options.indexOf('--pages');
const folder = at >= 0 ? (options[at + 1] ?? '') : join('..', 'shared', 'corpus', 'dev');
const percent = (part: number, whole: number): string =>
  whole === 0 ? '   –' : ((100 * part) / whole).toFixed(1).padStart(5);

const detectors = markDetectors(loadLexicon());
const pages = readPages(folder);
const judged = pages.flatMap(page => judge(page, detectAll(detectors, page.blocks)));
const errors = pages.flatMap(page => page.errors);
console.log(`${pages.length} pages of ${folder}, ${errors.length} marked errors`);

for (const threshold of [0.4, 0.5, 0.9]) {
  const shown = judged.filter(({ finding }) => finding.confidence >= threshold);
  console.log(`\nconfidence ≥ ${threshold}   findings  right  P %    same correction %`);
  for (const kind of FINDING_KINDS) {
    const own = shown.filter(({ finding }) => finding.kind === kind);
    if (own.length === 0) continue;
    const right = own.filter(({ error }) => error);
    const corrected = right.filter(one => one.corrected);
    console.log(
      `  ${kind.padEnd(18)}${String(own.length).padStart(6)}${String(right.length).padStart(7)}  ${percent(right.length, own.length)}  ${percent(corrected.length, right.length)}`,
    );
  }
  const found = new Set(shown.flatMap(({ error }) => (error ? [error] : [])));
  const right = shown.filter(({ error }) => error).length;
  const recall = found.size / errors.length;
  const precision = right / shown.length;
  console.log(
    `  all               ${String(shown.length).padStart(6)}${String(right).padStart(7)}  ${percent(right, shown.length)}   recall ${percent(found.size, errors.length)}  F1 ${((200 * precision * recall) / (precision + recall)).toFixed(1)}`,
  );
  console.log('  errors of kind      marked  found  R %   rightly corrected %');
  for (const kind of ['stutter', 'lookalike', 'space', 'width', 'missing', 'other'] as const) {
    const own = errors.filter(error => error.kind === kind);
    const hit = own.filter(error => found.has(error));
    const mended = own.filter(error => shown.some(one => one.error === error && one.corrected));
    console.log(
      `  ${kind.padEnd(18)}${String(own.length).padStart(6)}${String(hit.length).padStart(7)}  ${percent(hit.length, own.length)}  ${percent(mended.length, own.length)}`,
    );
  }
}

console.log('\nreliability    findings  mean confidence  right %');
for (let low = 0.3; low < 1; low += 0.1) {
  const bin = judged.filter(({ finding }) => finding.confidence >= low && finding.confidence < low + 0.1);
  const mean = bin.reduce((total, { finding }) => total + finding.confidence, 0) / bin.length;
  const right = bin.filter(({ error }) => error).length;
  if (bin.length > 0)
    console.log(
      `  ${low.toFixed(1)}–${(low + 0.1).toFixed(1)}      ${String(bin.length).padStart(6)}       ${mean.toFixed(2)}          ${percent(right, bin.length)}`,
    );
}

if (list) {
  for (const { page, finding, text, error } of judged.filter(one => !one.error || !one.corrected)) {
    const { start, end } = finding;
    const shown = `${text.slice(Math.max(0, start - 8), start)}【${text.slice(start, end).slice(0, 20)}→${finding.replacement?.slice(0, 20)}】${text.slice(end, end + 8)}`;
    console.log(
      `${error ? '≠' : '✗'} ${page} ${finding.kind} ${finding.confidence.toFixed(2)} ${shown} ${error ? `is ${error.right}` : ''}`,
    );
  }
  for (const page of pages) {
    for (const error of page.errors) {
      if (judged.some(one => one.error === error && one.finding.confidence >= 0.5)) continue;
      const text = page.blocks[error.block]?.text ?? '';
      const low = judged.find(one => one.error === error)?.finding.confidence.toFixed(2) ?? '';
      console.log(
        `? ${page.name} ${error.kind} ${text.slice(Math.max(0, error.start - 8), error.start)}【${error.wrong}→${error.right}】${text.slice(error.end, error.end + 8)} ${low}`,
      );
    }
  }
}

const prose = readProse(join('..', 'shared', 'corpus', 'train', 'docs.jsonl.gz')).filter(
  document => document.split === 'dev',
);
if (prose.length === 0) console.log('\nundamaged prose: skipped, ../shared/corpus/train is absent');
for (const genre of ['novel', 'verse', 'gov', 'tech'] as const) {
  const documents = prose.filter(document => document.genre === genre);
  const counts = new Map<string, number>();
  let characters = 0;
  let milliseconds = 0;
  for (const { id, blocks } of documents) {
    characters += blocks.reduce((total, { text }) => total + text.length, 0);
    const began = process.cpuUsage().user;
    const findings = detectAll(detectors, blocks);
    milliseconds += (process.cpuUsage().user - began) / 1000;
    for (const finding of findings) {
      if (finding.confidence < 0.5) continue;
      counts.set(finding.kind, (counts.get(finding.kind) ?? 0) + 1);
      if (!list) continue;
      const text = blocks.find(block => block.id === finding.block)?.text ?? '';
      const { start, end } = finding;
      console.log(
        `! ${genre} ${id} ${finding.kind} ${finding.confidence.toFixed(2)} ${text.slice(Math.max(0, start - 10), start)}【${text.slice(start, end).slice(0, 20)}→${finding.replacement?.slice(0, 20)}】${text.slice(end, end + 10)}`,
      );
    }
  }
  if (characters === 0) continue;
  const total = [...counts.values()].reduce((a, b) => a + b, 0);
  const parts = [...counts]
    .map(([kind, count]) => `${kind} ${((1e5 * count) / characters).toFixed(1)}`)
    .join(', ');
  console.log(
    `${genre.padEnd(6)} ${characters} characters: ${((1e5 * total) / characters).toFixed(1)} alarms per 100 k (${parts}); ${Math.round(characters / milliseconds)} k characters per second of processor time`,
  );
}
