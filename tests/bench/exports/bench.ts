// Time and memory of every format, written and read back: `npm run bench:exports [CHARACTERS]`. Each is measured in a
// process of its own, so that its peak of memory is its own; the peer is JSON.stringify and JSON.parse of the same document's
// annotation file, which hold the window up for as long as they take.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EXPORT_FORMATS } from '../../../shared/exports';
import { IMPORT_FORMATS } from '../../../shared/imports';
import { type Measured, measureRead, measureWrite } from './measure';

/** Of a data format. */
const MOST_SECONDS = 3;
/** Of the window: what holds it up is longer. */
const MOST_STEP = 50;
const MOST_MEGABYTES = 1024;

const [first = '5000000', id, folder = ''] = process.argv.slice(2);
/** Formats named after the number of characters; all of them otherwise. */
const chosen = process.argv.slice(3);

if (first === '--write' || first === '--read') {
  const [what = '', count = ''] = (id ?? '').split('/');
  const result = first === '--write' ? measureWrite(what, Number(count), folder) : measureRead(what, folder);
  console.log(JSON.stringify(result));
} else {
  const temporary = mkdtempSync(join(tmpdir(), 'kanwu-bench-'));
  try {
    report(Number(first), temporary);
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
}

function child(
  action: '--write' | '--read',
  format: string,
  characters: number,
  temporary: string,
): Measured {
  const run = join(import.meta.dirname, '..', '..', 'tools', 'run.mjs');
  const script = process.argv[1] ?? '';
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    [run, script, action, `${format}/${characters}`, temporary],
    { encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(`${action} ${format}: ${stderr}`);
  return JSON.parse(stdout);
}

function report(characters: number, temporary: string): void {
  console.log(`${characters.toLocaleString('en')} characters, Node ${process.version}, one process a row\n`);
  console.log('| format | | mentions | MB | s | CPU s | longest step, ms | peak, MB | |');
  console.log('| --- | --- | --: | --: | --: | --: | --: | --: | --- |');
  for (const format of ['peer', ...EXPORT_FORMATS.map(one => one.id)]) {
    if (chosen.length > 0 && format !== 'peer' && !chosen.includes(format)) continue;
    row(format, 'write', child('--write', format, characters, temporary));
    if (format === 'peer' || IMPORT_FORMATS.some(one => one.id === format)) {
      row(format, 'read', child('--read', format, characters, temporary));
    }
    if (format === 'peer') row('kanwu', 'read', child('--read', 'kanwu', characters, temporary));
  }
}

function row(format: string, action: string, m: Measured): void {
  const seconds = m.milliseconds / 1000;
  const isData = EXPORT_FORMATS.some(one => one.id === format && one.kind === 'data');
  const over = [
    isData && seconds > MOST_SECONDS ? `over ${MOST_SECONDS} s` : '',
    m.peakMegabytes > MOST_MEGABYTES ? `over ${MOST_MEGABYTES} MB` : '',
    m.longestStep > MOST_STEP ? `a step over ${MOST_STEP} ms` : '',
  ];
  const cells = [
    format === 'peer' ? `JSON.${action === 'write' ? 'stringify' : 'parse'}` : format,
    action,
    m.mentions.toLocaleString('en'),
    (m.bytes / 1e6).toFixed(1),
    seconds.toFixed(2),
    (m.cpuMilliseconds / 1000).toFixed(2),
    m.longestStep.toFixed(0),
    m.peakMegabytes.toFixed(0),
    format === 'peer' ? '' : over.filter(Boolean).join(', '),
  ];
  console.log(`| ${cells.join(' | ')} |`);
}
