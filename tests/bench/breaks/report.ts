import type { JudgedGap } from './judgedGap';
import { brierScore, reliability, type Scores, scoresAt } from './scores';

const SUGGESTED = 0.5;
const BULK = 0.9;

const isProse = ({ source }: JudgedGap) => source.genre !== 'verse' && source.lang !== 'en';

/** Prints all measures of one set of cases. */
export function printReport(title: string, gaps: readonly JudgedGap[]): void {
  console.log(`\n# ${title}`);
  const prose = gaps.filter(isProse);
  if (prose.length > 0) printChinese(prose);
  const english = gaps.filter(({ source }) => source.lang === 'en');
  if (english.length > 0) printTable('English', splitByHeadings(english));
  const verse = gaps.filter(({ source, type }) => source.genre === 'verse' || type === 'inside');
  if (verse.length > 0)
    printFalseJoins(
      'false joins inside verse',
      verse.filter(({ y }) => y === 0),
    );
}

function printChinese(prose: readonly JudgedGap[]): void {
  printTable('headings marked / unmarked', splitByHeadings(prose));
  for (const [name, joins] of [
    ['punctuation rule', (gap: JudgedGap) => gap.punctuation],
    ['calibre-style unwrap', (gap: JudgedGap) => gap.calibre],
  ] as const) {
    for (const [headings, some] of splitByHeadings(prose)) {
      console.log(`  ${name}, ${headings}: ${line(scoresAt(some, 1, joins))}`);
    }
  }
  printTable(
    'by genre',
    groups(prose, ({ source }) => `${source.genre}, ${headingsOf(source.plain)}`),
  );
  console.log('\n## recall by kind of break');
  for (const [kind, some] of groups(
    prose.filter(({ y }) => y === 1),
    ({ kind }) => kind,
  )) {
    const recall = (threshold: number) => percent(scoresAt(some, threshold, gap => gap.confidence).recall);
    console.log(
      `  ${kind.padEnd(20)} ${String(some.length).padStart(5)}   ≥0.5 ${recall(SUGGESTED)}   ≥0.9 ${recall(BULK)}`,
    );
  }
  console.log('\n## reliability (of what is reported)');
  for (const row of reliability(prose)) {
    if (row.findings === 0) continue;
    const band = `${row.from.toFixed(2)}–${row.to.toFixed(2)}`;
    console.log(
      `  ${band}  ${String(row.findings).padStart(5)} findings, mean ${row.meanConfidence.toFixed(3)}, right ${row.right.toFixed(3)}`,
    );
  }
  printFalseJoins(
    'false joins across headings, lists, tables, bylines',
    prose.filter(({ y, isStructure }) => y === 0 && isStructure),
  );
}

function printTable(title: string, parts: readonly (readonly [string, readonly JudgedGap[]])[]): void {
  console.log(`\n## ${title}`);
  for (const [name, gaps] of parts) {
    for (const threshold of [SUGGESTED, BULK]) {
      const scores = scoresAt(gaps, threshold, gap => gap.confidence);
      const brier = threshold === SUGGESTED ? `   Brier ${brierScore(gaps).toFixed(4)}` : '';
      console.log(`  ${name.padEnd(26)} ≥${threshold}  ${line(scores)}${brier}`);
    }
  }
}

function printFalseJoins(title: string, gaps: readonly JudgedGap[]): void {
  const count = (threshold: number) => gaps.filter(({ confidence }) => confidence >= threshold).length;
  const share = percent(gaps.length === 0 ? 0 : count(SUGGESTED) / gaps.length);
  console.log(
    `\n## ${title}: ${gaps.length} places, ${count(SUGGESTED)} joined at ≥0.5 (${share}), ${count(BULK)} at ≥0.9`,
  );
}

/** The worst errors, for whoever works on the model. */
export function printErrors(gaps: readonly JudgedGap[], most: number): void {
  const isWrong = ({ y, confidence }: JudgedGap) => confidence >= SUGGESTED !== (y === 1);
  const wrong = gaps
    .filter(isWrong)
    .sort((a, b) => Math.abs(b.confidence - b.y) - Math.abs(a.confidence - a.y));
  console.log(`\n## ${wrong.length} errors at ≥0.5`);
  for (const { y, confidence, source, text, isStructure } of wrong.slice(0, most)) {
    console.log(
      `  ${y === 1 ? 'missed' : 'false '} ${confidence.toFixed(2)} ${source.id.slice(-30)}: ${text}${isStructure ? ' (structure)' : ''}`,
    );
  }
}

function splitByHeadings(gaps: readonly JudgedGap[]) {
  return groups(gaps, ({ source }) => headingsOf(source.plain));
}

function headingsOf(plain: boolean): string {
  return plain ? 'unmarked' : 'marked';
}

function groups<Key extends string>(
  gaps: readonly JudgedGap[],
  key: (gap: JudgedGap) => Key,
): [Key, JudgedGap[]][] {
  const parts = new Map<Key, JudgedGap[]>();
  for (const gap of gaps) {
    const part = parts.get(key(gap));
    if (part) part.push(gap);
    else parts.set(key(gap), [gap]);
  }
  return [...parts].sort(([a], [b]) => a.localeCompare(b));
}

function line({ precision, recall, f1, falseJoins, spurious, gaps }: Scores): string {
  return `F1 ${f1.toFixed(3)}  P ${precision.toFixed(3)}  R ${recall.toFixed(3)}  (${spurious} of ${gaps} spurious, ${falseJoins} false joins)`;
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}
