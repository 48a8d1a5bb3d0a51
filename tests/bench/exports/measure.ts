import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeAnnotations } from '../../../shared/annotation/writeAnnotations';
import { EXPORT_FORMATS, type ExportJob } from '../../../shared/exports';
import { contentsOf, gather } from '../../../shared/exports/gather';
import { IMPORT_FORMATS } from '../../../shared/imports';
import { benchDocument } from './benchDocument';

/** What a child process found of one format. */
export interface Measured {
  readonly mentions: number;
  /** Bytes of all files together. */
  readonly bytes: number;
  readonly milliseconds: number;
  /** Of the processor in that time, all threads: what a busy machine does not change. */
  readonly cpuMilliseconds: number;
  /**
   * Longest time between two pauses of the generator, milliseconds: what the thread itself worked, to some 4 ms, where the
   * system tells it (Linux); else of the clock or of the processor (all threads), whichever is less, for either is at least
   * that. The clock alone measures a busy machine, and all threads those that collect garbage beside it.
   */
  readonly longestStep: number;
  /** Highest resident memory of the process, megabytes, the document and the runtime included. */
  readonly peakMegabytes: number;
}

const EXTRAS = { generator: 'bench', saved: '2026-11-25T12:00:00.000Z' };

/** `peer` is JSON.stringify (or JSON.parse) of Kanwu's own annotation file as one object. */
export function measureWrite(id: string, characters: number, folder: string): Measured {
  const document = benchDocument(characters);
  if (id === 'peer' || id === 'kanwu') {
    const file = writeAnnotations(document, EXTRAS);
    writeFileSync(join(folder, 'kanwu.json'), file);
    const object: unknown = JSON.parse(file);
    const { result: text, ...time } = timed(once(() => JSON.stringify(object)));
    return { mentions: 0, bytes: Buffer.byteLength(text), ...time, peakMegabytes: peak() };
  }
  const format = EXPORT_FORMATS.find(one => one.id === id);
  if (!format) throw new Error(`no format ${id}`);
  const job: ExportJob = {
    document,
    text: 'corrected',
    locale: 'zh',
    generator: 'bench',
    author: '',
    now: EXTRAS.saved,
    options: {},
  };
  const { result, ...time } = timed(gather(format, job));
  let bytes = 0;
  for (const [n, file] of result.files.entries()) {
    const { extension } = file;
    const contents = contentsOf(file);
    const data = typeof contents === 'string' ? Buffer.from(contents) : contents;
    bytes += data.length;
    writeFileSync(join(folder, `${id}.${n}${extension}`), data);
  }
  return { mentions: result.report.mentions, bytes, ...time, peakMegabytes: peak() };
}

export function measureRead(id: string, folder: string): Measured {
  const names = readdirSync(folder)
    .filter(name => name.startsWith(`${id === 'peer' ? 'kanwu' : id}.`))
    .toSorted();
  const files = names.map(name => ({
    name: name.replace(/\.\d\./, '.'),
    bytes: readFileSync(join(folder, name)),
  }));
  const bytes = files.reduce((sum, file) => sum + file.bytes.length, 0);
  if (id === 'peer') {
    const { result, ...time } = timed(once(() => JSON.parse(new TextDecoder().decode(files[0]?.bytes))));
    return { mentions: result.mentions.length, bytes, ...time, peakMegabytes: peak() };
  }
  const reader = IMPORT_FORMATS.find(one => one.id === id);
  if (!reader) throw new Error(`no import ${id}`);
  const { result, ...time } = timed(reader.read(files));
  if (result.kind === 'failed') throw new Error(result.error.message.en);
  const mentions = result.documents.reduce((sum, document) => sum + document.mentions.length, 0);
  return { mentions, bytes, ...time, peakMegabytes: peak() };
}

type Time = Pick<Measured, 'milliseconds' | 'cpuMilliseconds' | 'longestStep'>;

function timed<T>(steps: Generator<unknown, T>): Time & { readonly result: T } {
  const started = performance.now();
  const cpu = process.cpuUsage();
  let longestStep = 0;
  for (let before = started, worked = 0, own = ownMilliseconds(); ; ) {
    const step = steps.next();
    const after = performance.now();
    const { user, system } = process.cpuUsage(cpu);
    const cpuMilliseconds = (user + system) / 1000;
    const ownNow = ownMilliseconds();
    const taken = own !== null && ownNow !== null ? ownNow - own : cpuMilliseconds - worked;
    longestStep = Math.max(longestStep, Math.min(after - before, taken));
    before = after;
    worked = cpuMilliseconds;
    own = ownNow;
    if (step.done) return { result: step.value, milliseconds: after - started, cpuMilliseconds, longestStep };
  }
}

/** What this thread has worked so far; null where the system does not tell. */
function ownMilliseconds(): number | null {
  const path = `/proc/self/task/${process.pid}/schedstat`;
  return existsSync(path) ? Number(readFileSync(path, 'utf8').split(' ')[0]) / 1e6 : null;
}

/** A computation that has no steps. */
// biome-ignore lint/correctness/useYield: it is one step, which is what is to be measured
function* once<T>(compute: () => T): Generator<never, T> {
  return compute();
}

function peak(): number {
  return process.resourceUsage().maxRSS / 1024;
}
