import { beforeEach, describe, expect, it, vi } from 'vitest';

type Handler = (event: unknown, ...payload: unknown[]) => unknown;
const handlers = new Map<string, Handler>();
vi.mock('electron', () => ({
  ipcMain: { handle: (channel: string, handler: Handler) => handlers.set(channel, handler) },
  protocol: {},
}));

const { listen } = await import('../../../electron/ipc');
const { CHANNELS } = await import('../../../shared/ipc/channels');
const { requestSchemas } = await import('../../../shared/ipc/requests');

const PAGE = { url: 'app://kanwu/index.html', parent: null };
let received: unknown[] = [];

beforeEach(() => {
  received = [];
  handlers.clear();
  const listeners = Object.fromEntries(
    [...CHANNELS, 'openPath'].map(channel => [channel, (request: unknown) => received.push(request)]),
  );
  listen(listeners as unknown as Parameters<typeof listen>[0]);
});

function invoke(channel: string, payload: unknown[], senderFrame: unknown = PAGE): unknown {
  const handler = handlers.get(`kanwu:${channel}`);
  if (!handler) throw new Error(`nobody listens on ${channel}`);
  return handler({ senderFrame, sender: {} }, ...payload);
}

describe('who may speak to main', () => {
  it.each([
    ['no frame any more', null],
    ['another site', { url: 'https://example.com/', parent: null }],
    ['another host of the scheme', { url: 'app://other/index.html', parent: null }],
    ['a file', { url: 'file:///index.html', parent: null }],
    ['a frame within the page', { url: PAGE.url, parent: PAGE }],
    ['nonsense', { url: '', parent: null }],
  ])('not %s', (_who, frame) => {
    expect(() => invoke('start', [null], frame)).toThrow('refused, unknown sender');
    expect(received).toEqual([]);
  });

  it('our own page', () => {
    invoke('start', [null]);
    expect(received).toEqual([null]);
  });
});

describe('what main accepts', () => {
  it('every channel has a schema', () => {
    expect(Object.keys(requestSchemas).sort()).toEqual([...CHANNELS].sort());
  });

  it.each<[string, unknown]>([
    ['open', { from: 'path', path: '/etc/passwd' }],
    ['open', { from: 'recent', id: '' }],
    ['open', { from: 'encoding', documentId: 'a', encoding: 'utf-7' }],
    ['open', { from: 'dialog', more: 1 }],
    ['save', { documentId: 'a', text: 1, ask: false }],
    ['save', { documentId: 'a', text: '' }],
    ['save', { documentId: 'a', text: '', ask: false, path: '/tmp/x' }],
    ['save', { documentId: 'a', text: { staging: 1 }, ask: false, auto: false, mark: null }],
    ['save', { documentId: 'a', text: { staging: 1, length: -1 }, ask: false, auto: false, mark: null }],
    ['stage', { staging: 1.5, part: '' }],
    ['stage', { staging: 1, part: ['a'] }],
    ['export', exportRequest('../../etc/cron.d/x')],
    ['export', exportRequest('a\\b.txt')],
    ['export', exportRequest('..')],
    ['export', exportRequest('a\0.txt')],
    ['changeSettings', { theme: 'pink' }],
    ['changeSettings', { fontSize: Number.NaN }],
    ['changeSettings', { constructor: 1 }],
    ['setCommandStates', { disabled: [1], checked: [] }],
    ['clipboard', { action: 'openDevTools' }],
    ['start', undefined],
    ['quit', {}],
  ])('not %s %j', (channel, request) => {
    expect(() => invoke(channel, [request])).toThrow('malformed request');
    expect(received).toEqual([]);
  });

  it('nothing beside the request, and not nothing', () => {
    expect(() => invoke('start', [null, null])).toThrow('malformed request');
    expect(() => invoke('start', [])).toThrow('malformed request');
  });

  it('says where a request is wrong, not what it holds', () => {
    expect(() =>
      invoke('save', [{ documentId: 'a', text: ['a secret page'], ask: true, auto: false, mark: null }]),
    ).toThrow(/^channel save: malformed request, text: expected \(string \| Object\)$/);
  });

  it('well-formed requests', () => {
    const request = exportRequest('第一页.校订.txt');
    invoke('export', [request]);
    invoke('changeSettings', [{ theme: 'dark', fontSize: 20 }]);
    expect(received).toEqual([request, { theme: 'dark', fontSize: 20 }]);
  });
});

function exportRequest(suggestedName: string) {
  const file = { extension: '.txt', contents: '', encoding: 'utf-8', bom: false };
  const bytes = { ...file, extension: '.tar.gz', contents: new Uint8Array(2) };
  return { documentId: 'a', suggestedName, formatName: '纯文本', files: [file, bytes] };
}
