import { IMPORT_FORMATS } from '../../shared/imports';
import type { Command, ExitCode, Given } from '../command';
import { importPlaces } from '../importPlaces';
import { makeDocument, writeMade } from '../makeDocument';
import { chosenDocuments, readImport } from '../readImport';
import { readSource } from '../readSource';
import { reportNotice } from '../report';

export const importDocuments: Command = {
  name: 'import',
  operands: 'FILE…',
  summary:
    'Makes an annotation file of what another program wrote, and says what was placed, moved or has no place.',
  options: {
    from: {
      type: 'string',
      value: 'FORMAT',
      help: `the format (recognised if absent): ${IMPORT_FORMATS.map(({ id }) => id).join(', ')}`,
    },
    source: {
      type: 'string',
      value: 'TEXT',
      help: 'the text it is about, where the format has none, or another version of it',
    },
    output: {
      type: 'string',
      short: 'o',
      value: 'OUT.kanwu.json',
      help: 'write it there; of several documents: OUT-1.kanwu.json, OUT-2 …; required',
    },
    document: {
      type: 'string',
      value: 'NAME|N',
      help: 'of several documents in the file only this one, by its name or number',
    },
    encoding: { type: 'string', value: 'NAME', help: 'of TEXT: utf-8, gb18030, big5, utf-16le or utf-16be' },
    json: { type: 'boolean', value: '', help: 'the report as JSON on standard output' },
  },
  run: importFiles,
};

async function importFiles(given: Given): Promise<ExitCode> {
  const { locale } = given;
  const inputs = given.files();
  const output = given.text('output');
  if (output === undefined) throw given.wrong('-o says where the annotation file goes.');
  const sourcePath = given.text('source');
  const reading = await readImport(given, inputs);
  for (const notice of reading.notices) await reportNotice(inputs[0] ?? '', notice, locale);
  const documents = chosenDocuments(given, reading);
  const source = sourcePath === undefined ? null : await readSource(sourcePath, given.encoding('encoding'));
  if (!source && documents.some(({ text }) => text === null)) {
    throw given.wrong(`${reading.format.id} holds no text: name it with --source.`);
  }
  const places = await importPlaces(output, documents.length, [
    ...inputs,
    ...(sourcePath === undefined ? [] : [sourcePath]),
  ]);
  for (const [n, imported] of documents.entries()) {
    const place = places[n] ?? output;
    const made = await makeDocument(imported, source?.source ?? null, place);
    await writeMade(given, made, imported, place);
  }
  return 0;
}
