import * as v from 'valibot';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { type RandomNumbers, randomNumbers } from '../../torture/randomNumbers';

type Handler = (event: unknown, ...payload: unknown[]) => unknown;
const handlers = new Map<string, Handler>();
vi.mock('electron', () => ({
  ipcMain: { handle: (channel: string, handler: Handler) => handlers.set(channel, handler) },
  protocol: {},
}));

const { listen } = await import('../../../electron/ipc');
const { CHANNELS } = await import('../../../shared/ipc/channels');
const { preloadSchemas, requestSchemas } = await import('../../../shared/ipc/requests');

const SCHEMAS: Readonly<Record<string, v.GenericSchema>> = { ...requestSchemas, ...preloadSchemas };
const ALL = [...CHANNELS, ...Object.keys(preloadSchemas)];
/** Ten thousand in the long form. */
const PAYLOADS = process.env['KANWU_LONG'] ? 10_000 : 1500;
const PAGE = { url: 'app://kanwu/index.html', parent: null };
const STRANGERS = [
  null,
  { url: 'https://kanwu/index.html', parent: null },
  { url: 'app://kanwu.evil/index.html', parent: null },
  { url: 'app://kanwu/index.html', parent: PAGE },
  { url: 'data:text/html,x', parent: null },
];

let received = 0;
beforeEach(() => {
  received = 0;
  handlers.clear();
  const count = () => received++;
  listen(Object.fromEntries(ALL.map(c => [c, count])) as unknown as Parameters<typeof listen>[0]);
});

/** What a schema names: the keys of its objects and the values it lists, those of its parts as well. */
function named(schema: unknown, keys = new Set<string>(), values = new Set<unknown>()) {
  if (typeof schema !== 'object' || schema === null) return { keys, values };
  for (const [name, part] of Object.entries(schema)) {
    if (name === 'entries') for (const key of Object.keys(part)) keys.add(key);
    if (name === 'literal') values.add(part);
    if (name === 'options' && Array.isArray(part)) {
      for (const option of part) if (typeof option !== 'object') values.add(option);
    }
    named(part, keys, values);
  }
  return { keys, values };
}

/** Keys that have misled parsers. */
const MISLEADING = ['__proto__', 'constructor', 'toString', 'then', 'length', ''];

/** What a payload is made of, besides what any may hold: the words of its channel's schema. */
interface Words {
  readonly keys: readonly string[];
  readonly values: readonly unknown[];
}

function wordsOf(schema: v.GenericSchema): Words {
  const { keys, values } = named(schema);
  return { keys: [...keys, ...MISLEADING], values: [...values, 'id', 0] };
}

/** Whatever can cross the border: structured clone carries more than JSON. */
function anything(random: RandomNumbers, words: Words, depth = 0): unknown {
  const { next, pick } = random;
  const plain: readonly (() => unknown)[] = [
    () => pick(words.values),
    () => pick(words.values),
    () => null,
    () => undefined,
    () => next() < 0.5,
    () => pick([0, -1, 1.5, 2 ** 53, Number.NaN, Number.POSITIVE_INFINITY, -0]),
    () =>
      pick([
        '',
        'dialog',
        'sample',
        'recent',
        'utf-8',
        'copy',
        '../../etc/passwd',
        '\0',
        '\ud800',
        'a'.repeat(70_000),
      ]),
    () => 10n,
    () => new Date(Number.NaN),
    () => new Uint8Array(8),
    () => new Map([['documentId', 'a']]),
    () => new Error('x'),
    () => /x/,
  ];
  if (depth > 3 || next() < 0.4) return pick(plain)();
  if (next() < 0.25)
    return Array.from({ length: Math.floor(next() * 4) }, () => anything(random, words, depth + 1));
  const made: Record<string, unknown> = {};
  for (let n = Math.floor(next() * 6); n > 0; n--) {
    Object.defineProperty(made, pick(words.keys), {
      value: anything(random, words, depth + 1),
      enumerable: true,
      configurable: true,
      writable: true,
    });
  }
  if (next() < 0.05) made['self'] = made;
  return made;
}

function outcome(call: () => unknown): string {
  try {
    call();
    return 'taken';
  } catch (error) {
    return String(error);
  }
}

describe(`main, given ${PAYLOADS} payloads on each channel`, () => {
  it.each(ALL)('%s takes what its schema takes and rejects all else, whoever sends', channel => {
    const random = randomNumbers(ALL.indexOf(channel) + 1);
    const handler = handlers.get(`kanwu:${channel}`);
    const schema = SCHEMAS[channel];
    if (!handler || !schema) throw new Error(`nobody listens on ${channel}`);
    const words = wordsOf(schema);
    const before = Object.keys(Object.prototype).length;
    let rejected = 0;
    // Gathered, for an assertion each would take longer than all the rest.
    const faults: string[] = [];
    for (let n = 0; n < PAYLOADS; n++) {
      const payload = anything(random, words);
      const allowed = v.is(schema, payload);
      const heard = received;
      const answer = outcome(() => handler({ senderFrame: PAGE, sender: {} }, payload));
      if (answer.includes('malformed request')) rejected++;
      else if (answer !== 'taken') faults.push(`${n}: ${answer}`);
      if ((answer === 'taken') !== allowed || received !== heard + (allowed ? 1 : 0))
        faults.push(`${n}: taken`);
      const stranger = outcome(() => handler({ senderFrame: STRANGERS[n % STRANGERS.length] }, payload));
      if (!stranger.includes('unknown sender')) faults.push(`${n}: a stranger was heard, ${stranger}`);
    }
    expect(faults).toEqual([]);
    expect(rejected).toBeGreaterThan(PAYLOADS / 2);
    // Nothing crept into every object.
    expect(Object.keys(Object.prototype)).toHaveLength(before);
    expect(Reflect.get({}, 'documentId')).toBeUndefined();
  });
});
