import { createHash } from 'node:crypto';
import { dirname, join } from 'node:path';
import { readFile, SOURCE_LIMIT } from '../../electron/files/readFile';
import { corrections } from '../../shared/document/corrections';
import { allMentions } from '../../shared/edits/tagging';
import { ENCODING_NAMES } from '../../shared/source/encoding';
import type { Message } from '../../shared/source/fileError';
import type { Command, ExitCode, Given, Locale } from '../command';
import { type ReadAnnotationFile, readAnnotationFile } from '../readAnnotationFile';
import { reportFailure, reportNotice } from '../report';
import { faultsOf } from '../soundness';
import { printable, writeOut } from '../streams';

export const validate: Command = {
  name: 'validate',
  operands: 'ANNOTATIONS.kanwu.json…',
  summary: 'Says whether annotation files are sound: well-formed, and true to the text they hold.',
  options: {},
  run: validateFiles,
};

async function validateFiles(given: Given): Promise<ExitCode> {
  const { locale } = given;
  let failed = 0;
  for (const file of given.files()) {
    try {
      const reading = await readAnnotationFile(file);
      const faults = faultsOf(reading.json, reading);
      for (const fault of faults) await reportNotice(file, fault, locale);
      const changed = await changedSource(file, reading);
      if (changed) await reportNotice(file, changed, locale);
      if (faults.length > 0) failed++;
      else await writeOut(`${printable(`${file}: ${contents(reading, locale)}`)}\n`);
    } catch (error) {
      await reportFailure(error, locale);
      failed++;
    }
  }
  return failed > 0 ? 2 : 0;
}

function contents({ document }: ReadAnnotationFile, locale: Locale): string {
  const { source, decisions } = document;
  const corrected = corrections(document).length;
  const mentions = [...allMentions(document)].length;
  const encoding = ENCODING_NAMES[source.encoding];
  if (locale === 'zh') {
    return `完好：${source.name}（${encoding}，${source.text.length} 个 UTF-16 单位），更正 ${corrected}，决定 ${decisions.size}，标注 ${mentions}，失位的标注 ${document.orphans.length}`;
  }
  const some = (n: number, what: string) => `${n} ${what}${n === 1 ? '' : 's'}`;
  return `sound: ${source.name} (${encoding}, ${some(source.text.length, 'UTF-16 unit')}), ${some(corrected, 'correction')}, ${some(decisions.size, 'decision')}, ${some(mentions, 'mention')}, ${some(document.orphans.length, 'orphan')}`;
}

/** The file alone suffices; that a source of its name beside it is another one by now is still worth saying. */
async function changedSource(file: string, { document }: ReadAnnotationFile): Promise<Message | null> {
  const { name, sha256 } = document.source;
  if (/[/\\]/.test(name) || name === '') return null;
  const source = await readFile(join(dirname(file), name), SOURCE_LIMIT);
  if (source.kind === 'failed') return null;
  if (createHash('sha256').update(source.bytes).digest('hex') === sha256) return null;
  return {
    en: `the file ${name} beside it is not the source it was made of, or has changed since. The annotation file holds its own copy.`,
    zh: `旁边的 ${name} 不是它所依据的原文，或已被改动。标注文件自带原文。`,
  };
}
