import { sameFile } from '../../electron/files/sameFile';
import { version } from '../../package.json';
import { writeAnnotations } from '../../shared/annotation/writeAnnotations';
import { applyChange } from '../../shared/document/change';
import { type KanwuDocument, workingText } from '../../shared/document/document';
import { idSource } from '../../shared/document/ids';
import { openSource } from '../../shared/document/parse';
import type { EditContext } from '../../shared/edits/context';
import { acceptAll, type PlacedFinding } from '../../shared/edits/deciding';
import { FINDING_KINDS, type Finding } from '../../shared/findings/finding';
import { ENCODING_NAMES } from '../../shared/source/encoding';
import { chooseFindings } from '../chooseFindings';
import type { Command, ExitCode, Given, Locale } from '../command';
import { detect } from '../detection';
import { Failure } from '../failure';
import { FIXER, refuseToReplaceWork } from '../otherWork';
import { type ReadSource, readSource } from '../readSource';
import { reportNotice } from '../report';
import { tell } from '../streams';
import { encodeOutput, refuseToOverwrite, writeOutput } from '../writeOutput';

export const fix: Command = {
  name: 'fix',
  operands: 'FILE',
  summary:
    'Makes the corrections that are sure, and writes the corrected text (to standard output without -o).',
  options: {
    output: { type: 'string', short: 'o', value: 'OUT', help: 'write the text there; never over FILE' },
    annotations: {
      type: 'string',
      value: 'OUT.kanwu.json',
      help: 'also write what was done as an annotation file',
    },
    kinds: {
      type: 'string',
      value: 'KIND,…',
      help: `correct these kinds (break): ${FINDING_KINDS.join(', ')}`,
    },
    'min-confidence': { type: 'string', value: 'P', help: 'correct what is this sure, 0 to 1 (0.9)' },
    encoding: { type: 'string', value: 'NAME', help: 'read as utf-8, gb18030, big5, utf-16le or utf-16be' },
    'output-encoding': { type: 'string', value: 'NAME', help: 'write another encoding than that of FILE' },
    'replace-undecodable': {
      type: 'boolean',
      value: '',
      help: 'go on where bytes can’t be decoded: they become �',
    },
  },
  run: fixFile,
};

async function fixFile(given: Given): Promise<ExitCode> {
  const { locale } = given;
  const file = given.file();
  const output = given.text('output');
  const annotations = given.text('annotations');
  const kinds = given.kinds(['break']);
  const least = given.share('min-confidence', 0.9);
  const outputEncoding = given.encoding('output-encoding');
  const read = await readSource(file, given.encoding('encoding'));
  if (read.decoded.undecodable > 0 && !given.has('replace-undecodable')) throw undecodable(file, read);
  await refuseToOverwrite(output, [file]);
  if (annotations !== undefined) {
    await refuseToOverwrite(annotations, [file]);
    if (output !== undefined && (annotations === output || (await sameFile(annotations, output)))) {
      throw given.wrong('-o and --annotations name the same file.');
    }
    await refuseToReplaceWork(annotations, '--annotations');
  }
  for (const notice of read.notices) await reportNotice(file, notice, locale);

  const { source } = read;
  const context = fixContext();
  const opened = openSource(source, context.ids);
  const findings = await detect(opened, kinds, file);
  const chosen = chooseFindings(opened, findings, least);
  const fixed = applyChange(opened, acceptAll(opened, chosen, context));
  const bytes = encodeOutput(
    workingText(fixed),
    outputEncoding ?? source.encoding,
    source.bom,
    output ?? file,
  );
  // The annotation file first: should the disk fill up, the text is not yet there to look finished.
  if (annotations !== undefined) await writeOutput(annotations, annotationsOf(fixed));
  await writeOutput(output, bytes);
  await tell(summary(file, chosen, findings, output, annotations, locale));
  return 0;
}

function fixContext(): EditContext {
  const when = new Date().toISOString();
  return { ids: idSource(), who: FIXER, now: () => when };
}

function annotationsOf(document: KanwuDocument): string {
  const saved = new Date().toISOString();
  return writeAnnotations(document, { generator: `Kanwu ${version}`, saved });
}

function undecodable(file: string, { decoded }: ReadSource): Failure {
  const { undecodable: places } = decoded;
  const name = ENCODING_NAMES[decoded.encoding];
  return new Failure({
    en: `Could not fix “${file}”: ${places} place${places === 1 ? '' : 's'} can't be decoded as ${name} and would be lost. Name its encoding with --encoding, or accept � there with --replace-undecodable.`,
    zh: `无法修正“${file}”：按 ${name} 解码时有 ${places} 处无法识别，会丢失内容。请用 --encoding 指定编码，或用 --replace-undecodable 接受以 � 代替。`,
  });
}

/** What was done, and what was left for a person to decide. */
function summary(
  file: string,
  chosen: readonly PlacedFinding[],
  findings: readonly Finding[],
  output: string | undefined,
  annotations: string | undefined,
  locale: Locale,
): string {
  const suggested = findings.filter(({ confidence }) => confidence >= 0.5).length;
  const done = FINDING_KINDS.flatMap(kind => {
    const n = chosen.filter(({ finding }) => finding.kind === kind).length;
    return n > 0 ? [`${kind} ${n}`] : [];
  });
  const left = Math.max(0, suggested - chosen.length);
  const places = [output ?? 'stdout', ...(annotations === undefined ? [] : [annotations])];
  const made = done.length > 0 ? ` (${done.join(', ')})` : '';
  if (locale === 'zh') {
    return `${file}：更正 ${chosen.length} 处${made}，尚有 ${left} 处待定；已写入 ${places.join('、')}`;
  }
  const corrections = `${chosen.length} correction${chosen.length === 1 ? '' : 's'}${made}`;
  return `${file}: ${corrections}, ${left} left to decide; written to ${places.join(' and ')}`;
}
