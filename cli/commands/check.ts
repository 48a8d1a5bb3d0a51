import { idSource } from '../../shared/document/ids';
import { openSource } from '../../shared/document/parse';
import { FINDING_KINDS, type FindingKind } from '../../shared/findings/finding';
import type { Command, ExitCode, Given, Locale } from '../command';
import { detect } from '../detection';
import { type LocatedFinding, locateFindings } from '../locateFindings';
import { type ReadSource, readSource } from '../readSource';
import { reportFailure, reportNotice } from '../report';
import { printable, tell, writeOut } from '../streams';

export const check: Command = {
  name: 'check',
  operands: 'FILE…',
  summary: 'Lists what looks wrong in texts, as a linter would.',
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
  let failed = 0;
  for (const file of files) {
    try {
      const read = await readSource(file, encoding);
      for (const notice of read.notices) await reportNotice(file, notice, locale);
      const located = await findingsOf(read, kinds, least, file);
      for (const { finding } of located) counts.set(finding.kind, (counts.get(finding.kind) ?? 0) + 1);
      await writeOut(
        given.has('json')
          ? jsonLine(file, read, located, locale)
          : located.map(one => textLine(file, one, locale)).join(''),
      );
    } catch (error) {
      await reportFailure(error, locale);
      failed++;
    }
  }
  if (!given.has('json') && failed < files.length) await tell(summary(files.length - failed, counts, locale));
  if (failed > 0) return 2;
  return given.has('strict') && counts.size > 0 ? 1 : 0;
}

async function findingsOf(
  { source }: ReadSource,
  kinds: readonly FindingKind[],
  least: number,
  name: string,
): Promise<LocatedFinding[]> {
  const document = openSource(source, idSource());
  const findings = await detect(document, kinds, name);
  const sure = findings.filter(({ confidence }) => confidence >= least);
  return locateFindings(document, sure).sort((a, b) => a.start - b.start || a.end - b.end);
}

function jsonLine(
  file: string,
  { source }: ReadSource,
  located: readonly LocatedFinding[],
  locale: Locale,
): string {
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
  return `${JSON.stringify({ file, encoding: source.encoding, length: source.text.length, findings })}\n`;
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

function summary(files: number, counts: ReadonlyMap<FindingKind, number>, locale: Locale): string {
  const total = [...counts.values()].reduce((sum, n) => sum + n, 0);
  const each = FINDING_KINDS.filter(kind => counts.has(kind)).map(kind => `${kind} ${counts.get(kind)}`);
  const list = each.length > 0 ? ` (${each.join(', ')})` : '';
  if (locale === 'zh') return `${files} 个文件，${total} 处${list}`;
  return `${total} finding${total === 1 ? '' : 's'} in ${files} file${files === 1 ? '' : 's'}${list}`;
}
