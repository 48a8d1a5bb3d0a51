import { dirname, join } from 'node:path';
import { version } from '../../package.json';
import { EDITIONS, editionOf } from '../../shared/editions';
import type { Command, ExitCode, Given } from '../command';
import { readAnnotationFile } from '../readAnnotationFile';
import { reportNotice } from '../report';
import { encodeOutput, refuseToOverwrite, writeOutput } from '../writeOutput';

const FORMATS = EDITIONS.map(({ id }) => id);

export const exportEdition: Command = {
  name: 'export',
  operands: 'ANNOTATIONS.kanwu.json',
  summary: 'Writes the corrected text of an annotation file as an edition (to standard output without -o).',
  options: {
    to: { type: 'string', value: FORMATS.join('|'), help: 'the format; required' },
    output: { type: 'string', short: 'o', value: 'OUT', help: 'write it there; never over the source' },
    'output-encoding': {
      type: 'string',
      value: 'NAME',
      help: 'for txt and md: another encoding than the source’s; html is always utf-8',
    },
  },
  run: exportFile,
};

async function exportFile(given: Given): Promise<ExitCode> {
  const { locale } = given;
  const file = given.file();
  const output = given.text('output');
  const id = given.oneOf('to', FORMATS);
  const edition = id && editionOf(id);
  if (!edition) throw given.wrong(`--to says which format: ${FORMATS.join(', ')}.`);
  const asked = given.encoding('output-encoding');
  if (edition.encoding === 'utf-8' && asked && asked !== 'utf-8') {
    throw given.wrong(`${edition.id} is always written as utf-8.`);
  }
  const { document, notices } = await readAnnotationFile(file);
  const { source } = document;
  await refuseToOverwrite(output, [file, ...sourceBeside(file, source.name)]);
  for (const notice of notices) await reportNotice(file, notice, locale);
  const text = edition.write(document, { locale, generator: `Kanwu ${version}` });
  const encoding = asked ?? (edition.encoding === 'source' ? source.encoding : 'utf-8');
  const bom = edition.encoding === 'source' && source.bom;
  await writeOutput(output, encodeOutput(text, encoding, bom, output ?? file));
  return 0;
}

/** The source the annotations were made of, where it lies beside them under its own name. */
function sourceBeside(file: string, name: string): string[] {
  return /[/\\]/.test(name) || name === '' ? [] : [join(dirname(file), name)];
}
