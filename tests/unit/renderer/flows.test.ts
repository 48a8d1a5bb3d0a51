// @vitest-environment jsdom
import { describe, expect, it, vi } from 'vitest';
import { Staging } from '../../../electron/files/staging';
import { beginProgram } from '../../../renderer/app/beginProgram';
import { closeDocument, openRequested, showReply } from '../../../renderer/app/openFlow';
import { annotationParts, save } from '../../../renderer/app/saveFlow';
import { giveUp, showAnnotated } from '../../../renderer/app/showFile';
import type { Workspace } from '../../../renderer/app/workspace';
import { tellMenuStates } from '../../../renderer/commands/menuStates';
import { exportAgain, exportChosen, exportQuickly, suggestedName } from '../../../renderer/export/exportFlow';
import { readAnnotations } from '../../../shared/annotation/readAnnotations';
import { writeAnnotations } from '../../../shared/annotation/writeAnnotations';
import { addMention, allMentions } from '../../../shared/edits/tagging';
import type { CommandStates, SaveRequest, StagedPart } from '../../../shared/ipc/contract';
import { fileError } from '../../../shared/source/fileError';
import { fakeProgram, openedFile, SAVED } from './fakeProgram';

const TEXT = '# 标题\n\n邀请了中\n\n国银行。\n';

async function withDocument(answers: Parameters<typeof fakeProgram>[0] = {}) {
  const program = fakeProgram(answers);
  await showReply(program.workspace, { kind: 'opened', document: openedFile(TEXT) });
  return program;
}

/** Tags two characters: unsaved work. */
function edit({ open }: Workspace): void {
  if (!open) return;
  const { session } = open;
  session.edit('tag.add', addMention(session.document, 1, 0, 2, 'ORG', session.context()).change);
}

describe('opening', () => {
  it('shows the source as blocks, without unsaved work', async () => {
    const { workspace } = await withDocument();
    expect(workspace.open?.session.document.blocks.map(({ body }) => body.text)).toEqual([
      '标题',
      '邀请了中',
      '国银行。',
    ]);
    expect(workspace.open?.session.getState().edited).toBe(false);
  });

  it('leaves everything as it was when cancelled', async () => {
    const { workspace } = await withDocument();
    const { open } = workspace;
    await openRequested(workspace, { from: 'dialog' });
    expect(workspace.open).toBe(open);
    expect(workspace.getState().activity).toBeNull();
  });

  it('keeps the present document when another cannot be opened, and says why', async () => {
    const error = fileError('open', 'folder', 'b');
    const { workspace } = await withDocument({ open: { kind: 'failed', error } });
    await openRequested(workspace, { from: 'dialog' });
    expect(workspace.open).not.toBeNull();
    expect(workspace.getState().dialog).toMatchObject({ kind: 'error', action: 'open', error });
  });

  it('tells the worker of the new document after it has closed the one before', async () => {
    const { workspace, worker } = await withDocument();
    await showReply(workspace, { kind: 'opened', document: openedFile('新\n', { documentId: 'd2' }) });
    const told = worker.postMessage.mock.calls.map(([message]) => message.type);
    expect(told).toEqual(['begin', 'blocks', 'open', 'close', 'begin', 'blocks', 'open']);
  });

  it('reads a file that only looked like another program’s as a text', async () => {
    const { workspace } = fakeProgram({ open: { kind: 'opened', document: openedFile(TEXT) } });
    const imported = [{ name: 'letter.xml', bytes: new TextEncoder().encode('一封信。\n') }];
    await showReply(workspace, { kind: 'opened', document: openedFile('', { source: null, imported }) });
    expect(workspace.open?.session.document.blocks).toHaveLength(3);
    expect(workspace.getState().dialog).toBeNull();
  });

  it('shows what main has to say of the file', async () => {
    const { workspace } = fakeProgram();
    const notices = [{ en: 'It is empty.', zh: '文件是空的。' }];
    await showReply(workspace, { kind: 'opened', document: openedFile('', { notices }) });
    expect(workspace.getState().notices.map(({ message }) => message)).toEqual(notices);
  });
});

describe('a doubtful encoding', () => {
  it('comes with the command that reads the file in another', async () => {
    const { workspace } = fakeProgram();
    const file = openedFile('�\n');
    const notices = [
      { en: '1 place could not be decoded as UTF-8.', zh: '按 UTF-8 解码时有 1 处无法识别。' },
      { en: 'The file holds NUL characters.', zh: '文件中有空字符。' },
    ];
    const document = { ...file, notices, source: file.source && { ...file.source, undecodable: 1 } };
    await showReply(workspace, { kind: 'opened', document });
    expect(workspace.getState().notices.map(({ command }) => command)).toEqual(['file.encoding', null]);
  });
});

describe('the menu bar', () => {
  it('is told at once when a document opens or closes, and later of what happens in it', async () => {
    const { workspace, kanwu } = fakeProgram();
    const stop = tellMenuStates(workspace);
    await showReply(workspace, { kind: 'opened', document: openedFile(TEXT) });
    const told = () => kanwu.setCommandStates.mock.calls.at(-1)?.[0] as CommandStates | undefined;
    expect(told()?.disabled).not.toContain('file.exportText');
    edit(workspace);
    expect(told()?.disabled).toContain('edit.undo');
    await vi.waitFor(() => expect(told()?.disabled).not.toContain('edit.undo'));
    await closeDocument(workspace);
    expect(told()?.disabled).toContain('file.exportText');
    stop();
  });
});

describe('kinds of finding', () => {
  it('that are turned off are not listed, and come back when turned on', async () => {
    const { workspace } = await withDocument();
    const filter = vi.spyOn(workspace.open?.findings ?? expect.fail('nothing open'), 'filter');
    workspace.changeSettings({ disabledKinds: ['space', 'width'] });
    const kinds = filter.mock.calls.at(-1)?.[1];
    expect(kinds?.has('space')).toBe(false);
    expect(kinds?.has('break')).toBe(true);
    workspace.changeSettings({ disabledKinds: [] });
    expect(filter.mock.calls.at(-1)?.[1]).toBeNull();
  });
});

describe('a damaged annotation file', () => {
  const damaged = openedFile(TEXT, { annotations: '{"format": "kanwu-annotations", ' });

  it('is named, and the source can be had without it', async () => {
    const { workspace } = fakeProgram();
    await showReply(workspace, { kind: 'opened', document: damaged });
    expect(workspace.open).toBeNull();
    expect(workspace.getState().dialog).toMatchObject({
      kind: 'error',
      sourceOf: damaged,
      error: { code: 'malformed', file: 'a.kanwu.json' },
    });
  });

  it('is left: main is told that nothing is open', async () => {
    const { workspace, kanwu } = fakeProgram();
    await showReply(workspace, { kind: 'opened', document: damaged });
    giveUp(workspace, damaged);
    expect(kanwu.closeDocument).toHaveBeenCalledWith({ documentId: 'd1' });
    expect(workspace.getState().dialog).toBeNull();
  });

  it('offers no source where there is none', async () => {
    const { workspace } = fakeProgram();
    await showReply(workspace, { kind: 'opened', document: { ...damaged, source: null } });
    expect(workspace.getState().dialog).toMatchObject({ kind: 'error', sourceOf: null });
  });
});

describe('an annotation file of another source', () => {
  async function other() {
    const { workspace } = await withDocument();
    edit(workspace);
    if (!workspace.open) throw new Error('nothing open');
    const annotations = (await annotationParts(workspace, workspace.open)).join('');
    const file = openedFile('别的正文。\n', { annotations });
    const changed = { ...file, source: file.source && { ...file.source, sha256: 'b'.repeat(64) } };
    const program = fakeProgram();
    await showReply(program.workspace, { kind: 'opened', document: changed });
    return { ...program, changed };
  }

  it('is not laid over it unasked', async () => {
    const { workspace } = await other();
    expect(workspace.open).toBeNull();
    expect(workspace.getState().dialog?.kind).toBe('otherSource');
  });

  it('can be opened with the text it carries', async () => {
    const { workspace } = await other();
    const { dialog } = workspace.getState();
    if (dialog?.kind !== 'otherSource') throw new Error('not asked');
    await showAnnotated(workspace, dialog.file, dialog.reading);
    expect(workspace.open?.session.document.source.text).toBe(TEXT);
    expect(workspace.open?.session.document.blocks[1]?.mentions).toHaveLength(1);
    expect(workspace.getState().dialog).toBeNull();
  });
});

describe('saving', () => {
  it('writes what writeAnnotations writes, though in slices', async () => {
    const { workspace } = await withDocument();
    edit(workspace);
    const { open } = workspace;
    if (!open) throw new Error('nothing open');
    vi.useFakeTimers({ toFake: ['Date'] });
    const extras = { generator: 'Kanwu 0', saved: new Date().toISOString() };
    const text = (await annotationParts(workspace, open)).join('');
    vi.useRealTimers();
    expect(text).toBe(writeAnnotations(open.session.document, extras));
  });

  it('tells main of unsaved work at the first change, and of none after saving', async () => {
    const { workspace, kanwu } = await withDocument();
    edit(workspace);
    expect(await save(workspace, false)).toEqual({ kind: 'saved' });
    expect(kanwu.setEdited.mock.calls).toEqual([
      [{ documentId: 'd1', edited: true }],
      [{ documentId: 'd1', edited: false }],
    ]);
    expect(workspace.open).toMatchObject({ annotationName: SAVED.name, savedAt: SAVED.at });
  });

  it('that fails leaves the work unsaved and says so', async () => {
    const error = fileError('save', 'noSpace', 'a.kanwu.json');
    const { workspace } = await withDocument({ save: { kind: 'failed', error } });
    edit(workspace);
    expect(await save(workspace, false)).toEqual({ kind: 'failed', error });
    expect(workspace.open?.session.getState().edited).toBe(true);
    expect(workspace.getState()).toMatchObject({
      activity: null,
      dialog: { kind: 'error', action: 'save', error },
    });
  });

  it('counts work done while it was being written as unsaved', async () => {
    const { workspace, kanwu } = await withDocument();
    edit(workspace);
    kanwu.save.mockImplementation(async () => {
      workspace.open?.session.undo();
      return SAVED;
    });
    await save(workspace, false);
    expect(workspace.open?.session.getState().edited).toBe(true);
  });

  it('hands over what is too large for one message first, as it was when the save began', async () => {
    const { workspace, kanwu } = fakeProgram();
    const long = openedFile('邀请了中国银行的何玉兰。'.repeat(40_000));
    await showReply(workspace, { kind: 'opened', document: long });
    edit(workspace);
    const staging = new Staging();
    const { open } = workspace;
    if (!open) throw new Error('nothing is open');
    kanwu.stage.mockImplementation(async request => {
      if (staging.length === 0) open.session.undo();
      staging.add(request as StagedPart);
      return null;
    });
    let written = '';
    kanwu.save.mockImplementation(async request => {
      written = staging.text((request as SaveRequest).text);
      return SAVED;
    });
    expect(await save(workspace, false)).toEqual({ kind: 'saved' });
    const reading = readAnnotations(written, 'a.kanwu.json');
    if (reading.kind !== 'read') throw new Error(reading.error.message.en);
    expect([...allMentions(reading.document)]).toHaveLength(1);
    expect(open.session.getState().edited).toBe(true);
  });

  it('waits for the save before', async () => {
    const { workspace, kanwu } = await withDocument();
    let writing = 0;
    let most = 0;
    kanwu.save.mockImplementation(async () => {
      most = Math.max(most, ++writing);
      await new Promise(resolve => setTimeout(resolve, 5));
      writing--;
      return SAVED;
    });
    await Promise.all([save(workspace, false), save(workspace, false), save(workspace, true)]);
    expect(most).toBe(1);
    expect(kanwu.save).toHaveBeenCalledTimes(3);
  });

  it.each([
    [SAVED, true],
    [{ kind: 'cancelled' }, false],
  ])('asked for by main is answered: %o', async (reply, saved) => {
    const { workspace, kanwu, tell } = fakeProgram({ save: reply });
    await beginProgram(workspace);
    await showReply(workspace, { kind: 'opened', document: openedFile(TEXT) });
    tell('saveRequested', { requestId: 7 });
    await vi.waitFor(() => expect(kanwu.saveAnswer).toHaveBeenCalledWith({ requestId: 7, saved }));
  });
});

describe('closing', () => {
  it('goes back to the welcome screen only if main agrees', async () => {
    const { workspace, kanwu } = await withDocument({ closeDocument: { closed: false } });
    await closeDocument(workspace);
    expect(workspace.open).not.toBeNull();
    kanwu.closeDocument.mockResolvedValue({ closed: true });
    await closeDocument(workspace);
    expect(workspace.open).toBeNull();
  });
});

describe('exporting', () => {
  it('hands main the corrected text in the encoding of the source', async () => {
    const { workspace, kanwu } = await withDocument();
    await exportQuickly(workspace, 'txt');
    expect(kanwu.export).toHaveBeenCalledWith(
      expect.objectContaining({
        formatName: 'Plain text',
        files: [{ extension: '.txt', contents: TEXT, encoding: 'utf-8', bom: false }],
        suggestedName: 'a.corrected.txt',
      }),
    );
  });

  it('offers UTF-8 where the encoding of the source cannot hold the text', async () => {
    const error = fileError('export', 'unencodable', 'a.txt');
    const { workspace } = await withDocument({ export: { kind: 'failed', error } });
    await exportQuickly(workspace, 'txt');
    expect(workspace.getState().dialog).toMatchObject({ action: 'export', retryAsUtf8: { format: 'txt' } });
  });

  it('remembers what was exported, so that it can be done again', async () => {
    const { workspace, kanwu } = await withDocument();
    await exportChosen(workspace, { format: 'md', text: 'corrected', options: {} });
    await exportAgain(workspace);
    expect(kanwu.export).toHaveBeenCalledTimes(2);
    expect(kanwu.export.mock.calls[1]).toEqual(kanwu.export.mock.calls[0]);
  });

  it('never suggests the source’s own name', () => {
    expect(suggestedName('a.txt', '.txt')).toBe('a.corrected.txt');
    expect(suggestedName('b.kanwu.json', '.html')).toBe('b.corrected.html');
  });
});
