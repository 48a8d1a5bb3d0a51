import { dirname, join } from 'node:path';
import { EXPORT_FORMATS, type ExportFormat, type ExportReport } from '../../shared/exports';
import { contentsOf, gather } from '../../shared/exports/gather';
import { reportText } from '../../shared/exports/reportText';
import { drained } from '../../shared/steps/drained';
import { checkEdition } from '../checkEdition';
import type { Command, ExitCode, Given } from '../command';
import { type ExportOrder, exportOrder } from '../exportOrder';
import { exportPlaces } from '../exportPlaces';
import { readAnnotationFile } from '../readAnnotationFile';
import { reportFailure, reportNotice } from '../report';
import { tell, writeOut } from '../streams';
import { encodeOutput, refuseToOverwrite, writeOutput } from '../writeOutput';

const FORMATS = EXPORT_FORMATS.map(({ id }) => id);

export const exportDocuments: Command = {
  name: 'export',
  operands: 'ANNOTATIONS.kanwu.json…',
  summary:
    'Writes annotation files as editions, data or lists (to standard output without -o), and says what a format can’t hold.',
  options: {
    to: { type: 'string', value: 'FORMAT', help: `the format, required: ${FORMATS.join(', ')}` },
    output: {
      type: 'string',
      short: 'o',
      value: 'OUT',
      help: 'write it there, never over a source; of several files: into this folder',
    },
    option: {
      type: 'string',
      value: 'NAME=VALUE',
      multiple: true,
      help: 'an option of the format, such as apparatus=yes',
    },
    original: { type: 'boolean', value: '', help: 'of the original text, the mentions mapped back to it' },
    author: { type: 'string', value: 'NAME', help: 'who exports, where the format has a place for it' },
    check: { type: 'boolean', value: '', help: 'also say what is not settled yet (exit code unaffected)' },
    json: { type: 'boolean', value: '', help: 'with -o: the report as JSON on standard output' },
    'output-encoding': {
      type: 'string',
      value: 'NAME',
      help: 'for txt and md: another encoding than the source’s; others are always utf-8',
    },
  },
  run: exportFiles,
};

async function exportFiles(given: Given): Promise<ExitCode> {
  const files = given.files();
  const wanted = exportOrder(given);
  const places = await exportPlaces(given, files, wanted.format);
  let failed = 0;
  for (const [n, file] of files.entries()) {
    try {
      await exportFile(given, wanted, file, places[n]);
    } catch (error) {
      if (files.length === 1) throw error;
      await reportFailure(error, given.locale);
      failed++;
    }
  }
  return failed > 0 ? 2 : 0;
}

async function exportFile(
  given: Given,
  { format, jobOf, encoding: asked }: ExportOrder,
  file: string,
  place: string | undefined,
): Promise<void> {
  const { locale } = given;
  const reading = await readAnnotationFile(file);
  const { source } = reading.document;
  const first = format.files[0]?.extension ?? '';
  const targets = format.files.map(({ extension }, n) =>
    n === 0 || place === undefined ? place : withExtension(place, first, extension),
  );
  for (const target of targets) await refuseToOverwrite(target, [file, ...sourceBeside(file, source.name)]);
  for (const notice of reading.notices) await reportNotice(file, notice, locale);
  if (given.has('check')) await checkEdition(file, reading, locale);

  const { files, report } = drained(gather(format, jobOf(reading.document)));
  const encoded = files.map((one, n) => {
    const { encoding } = one;
    const contents = contentsOf(one);
    if (typeof contents !== 'string') return contents;
    const own = encoding === 'source' ? source.encoding : 'utf-8';
    return encodeOutput(contents, asked ?? own, encoding === 'source' && source.bom, targets[n] ?? file);
  });
  // The file that was named last: should the disk fill up, it is not there to look finished.
  for (const [n, bytes] of [...encoded.entries()].reverse()) await writeOutput(targets[n], bytes);
  await tellReport(given, format, report, file, place);
}

async function tellReport(
  given: Given,
  format: ExportFormat,
  report: ExportReport,
  file: string,
  place: string | undefined,
): Promise<void> {
  const { locale } = given;
  if (given.has('json')) {
    const losses = report.losses.map(({ what, ...loss }) => ({ what: what[locale], ...loss }));
    await writeOut(`${JSON.stringify({ file, format: format.id, output: place, ...report, losses })}\n`);
    return;
  }
  // In a pipe that lost nothing there is nothing to say.
  if (place === undefined && report.losses.length === 0) return;
  for (const line of reportText(format, report, place ?? 'stdout', locale)) await tell(line);
}

function withExtension(place: string, first: string, extension: string): string {
  const stem = place.toLowerCase().endsWith(first) ? place.slice(0, -first.length) : place;
  return stem + extension;
}

/** The source the annotations were made of, where it lies beside them under its own name. */
function sourceBeside(file: string, name: string): string[] {
  return /[/\\]/.test(name) || name === '' ? [] : [join(dirname(file), name)];
}
