import type { KanwuDocument } from '../../shared/document/document';
import { workingText } from '../../shared/document/document';
import { idSource } from '../../shared/document/ids';
import { openSource } from '../../shared/document/parse';
import { FINDING_KINDS, type FindingKind } from '../../shared/findings/finding';
import type { SourceEncoding } from '../../shared/source/encoding';
import {
  isAnnotationFile,
  type LocatedProblem,
  locateProblems,
  problemJson,
  problemLine,
  undecided,
} from '../checkAnnotations';
import type { Command, ExitCode, Given, Locale } from '../command';
import { detect } from '../detection';
import { type LocatedFinding, locateFindings } from '../locateFindings';
import { readAnnotationFile } from '../readAnnotationFile';
import { readSource } from '../readSource';
import { reportFailure, reportNotice } from '../report';
import { printable, tell, writeOut } from '../streams';

export const check: Command = {
  name: 'check',
  operands: 'FILE…',
  summary:
    'Lists what looks wrong in texts, as a linter would; in annotation files also what does not agree in the register.',
  options: {
    json: { type: 'boolean', value: '', help: 'one line of JSON for each file' },
    kinds: { type: 'string', value: 'KIND,…', help: `only these kinds: ${FINDING_KINDS.join(', ')}` },
    'min-confidence': { type: 'string', value: 'P', help: 'only findings this sure, 0 to 1 (0.5)' },
    strict: { type: 'boolean', value: '', help: 'exit code 1 where something was found' },
    encoding: { type: 'string', value: 'NAME', help: 'read as utf-8, gb18030, big5, utf-16le or utf-16be' },
  },
  run: checkFiles,
};

async function checkFiles(given: Given): Promise<ExitCode> {
  const files = given.files();
  const { locale } = given;
  const kinds = given.kinds(FINDING_KINDS);
  const least = given.share('min-confidence', 0.5);
  const encoding = given.encoding('encoding');
  const counts = new Map<FindingKind, number>();
  let problems = 0;
  let failed = 0;
  for (const file of files) {
    try {
      const checked = await checkFile(file, kinds, least, encoding, locale);
      for (const { finding } of checked.located) {
        counts.set(finding.kind, (counts.get(finding.kind) ?? 0) + 1);
      }
      problems += checked.register?.length ?? 0;
      await writeOut(given.has('json') ? jsonLine(file, checked, locale) : textLines(file, checked, locale));
    } catch (error) {
      await reportFailure(error, locale);
      failed++;
    }
  }
  if (!given.has('json') && failed < files.length) {
    await tell(summary(files.length - failed, counts, problems, locale));
  }
  if (failed > 0) return 2;
  return given.has('strict') && (counts.size > 0 || problems > 0) ? 1 : 0;
}

interface CheckedFile {
  readonly document: KanwuDocument;
  readonly located: readonly LocatedFinding[];
  /** What does not agree in the register; null for a text, which has none. */
  readonly register: readonly LocatedProblem[] | null;
}

async function checkFile(
  file: string,
  kinds: readonly FindingKind[],
  least: number,
  encoding: SourceEncoding | undefined,
  locale: Locale,
): Promise<CheckedFile> {
  const { source, notices } = await readSource(file, encoding);
  if (isAnnotationFile(source)) {
    const { document, notices: said } = await readAnnotationFile(file);
    for (const notice of said) await reportNotice(file, notice, locale);
    const located = await findingsOf(document, kinds, least, file);
    return { document, located, register: locateProblems(document) };
  }
  for (const notice of notices) await reportNotice(file, notice, locale);
  const document = openSource(source, idSource());
  return { document, located: await findingsOf(document, kinds, least, file), register: null };
}

async function findingsOf(
  document: KanwuDocument,
  kinds: readonly FindingKind[],
  least: number,
  name: string,
): Promise<LocatedFinding[]> {
  const findings = await detect(document, kinds, name);
  const sure = undecided(
    document,
    findings.filter(({ confidence }) => confidence >= least),
  );
  return locateFindings(document, sure).sort((a, b) => a.start - b.start || a.end - b.end);
}

function jsonLine(file: string, { document, located, register }: CheckedFile, locale: Locale): string {
  const findings = located.map(({ finding, start, end, before, after, text, suggestion }) => ({
    kind: finding.kind,
    start,
    end,
    confidence: Number(finding.confidence.toFixed(4)),
    reason: finding.reason[locale],
    before,
    after,
    ...(finding.kind === 'break' ? {} : { text, suggestion }),
  }));
  const line = {
    file,
    encoding: document.source.encoding,
    length: workingText(document).length,
    findings,
    ...(register ? { register: register.map(problem => problemJson(problem, locale)) } : {}),
  };
  return `${JSON.stringify(line)}\n`;
}

function textLines(file: string, { located, register }: CheckedFile, locale: Locale): string {
  const problems = (register ?? []).map(problem => `${printable(problemLine(file, problem, locale))}\n`);
  return [...located.map(one => textLine(file, one, locale)), ...problems].join('');
}

/** `file:line:column: kind sure: what → what instead (why)`; the place itself stands in brackets. */
function textLine(file: string, located: LocatedFinding, locale: Locale): string {
  const { finding, line, column, before, after, text, suggestion } = located;
  const isBreak = finding.kind === 'break';
  // Down, so that what shows 90 % is at least that.
  const sure = `${Math.floor(finding.confidence * 100)} %`;
  const found = isBreak ? `${before}⏎${after}` : `${before}[${shortened(text)}]${after}`;
  const kept = isBreak && finding.dropHyphen ? before.slice(0, -1) : before;
  const instead = suggestion === null ? '' : ` → ${kept}${shortened(suggestion)}${after}`;
  const whole = `${file}:${line}:${column}: ${finding.kind} ${sure}: ${found}${instead} (${finding.reason[locale]})`;
  return `${printable(whole)}\n`;
}

const LONGEST_SHOWN = 40;

function shortened(text: string): string {
  const chars = [...text.slice(0, 2 * LONGEST_SHOWN)];
  return chars.length > LONGEST_SHOWN ? `${chars.slice(0, LONGEST_SHOWN).join('')}…` : text;
}

function summary(
  files: number,
  counts: ReadonlyMap<FindingKind, number>,
  problems: number,
  locale: Locale,
): string {
  const total = [...counts.values()].reduce((sum, n) => sum + n, 0);
  const each = FINDING_KINDS.filter(kind => counts.has(kind)).map(kind => `${kind} ${counts.get(kind)}`);
  const list = each.length > 0 ? ` (${each.join(', ')})` : '';
  const some = (n: number, what: string) => `${n} ${what}${n === 1 ? '' : 's'}`;
  if (locale === 'zh') {
    return `${files} 个文件，${total} 处${list}${problems > 0 ? `，登记簿问题 ${problems} 处` : ''}`;
  }
  const register = problems > 0 ? ` and ${some(problems, 'problem')} of the register` : '';
  return `${some(total, 'finding')}${register} in ${some(files, 'file')}${list}`;
}
