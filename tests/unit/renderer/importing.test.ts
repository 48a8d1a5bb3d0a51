// @vitest-environment jsdom
import { webcrypto } from 'node:crypto';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { showReply } from '../../../renderer/app/openFlow';
import type { Workspace } from '../../../renderer/app/workspace';
import type { ShownDialog } from '../../../renderer/app/workspaceState';
import { acceptCarried, carryToDisk, carryToSource } from '../../../renderer/import/carryFlow';
import { acceptImport, chooseImport, makeDocument, planOnto } from '../../../renderer/import/importFlow';
import { placeOnSelection } from '../../../renderer/mentions/OrphanList';
import { planImport } from '../../../shared/anchoring/importPlan';
import { workingText } from '../../../shared/document/document';
import { idSource } from '../../../shared/document/ids';
import { addMention, allMentions } from '../../../shared/edits/tagging';
import { drained } from '../../../shared/steps/drained';
import { fakeProgram, openedFile } from './fakeProgram';

// jsdom lacks what every browser has in a secure context.
beforeAll(() => vi.stubGlobal('crypto', webcrypto));

const TEXT = '# 标题\n\n邀请了中国银行的何玉兰。\n';
const encoder = new TextEncoder();
const jsonl = (...rows: readonly unknown[]) => ({
  name: 'set.jsonl',
  bytes: encoder.encode(rows.map(row => `${JSON.stringify(row)}\n`).join('')),
});
const SET = jsonl({
  text: '从前邀请了中国银行的何玉兰，还有张三丰。',
  label: [
    [5, 9, 'ORG'],
    [10, 13, 'PER'],
    [16, 19, 'HERO'],
  ],
});

async function withImport(...imported: Parameters<typeof openedFile>[1][]) {
  const [change = {}] = imported;
  const document = openedFile('', { source: null, documentId: 'd2', name: 'set.jsonl', ...change });
  const program = fakeProgram({ chooseImport: { kind: 'chosen', document } });
  await showReply(program.workspace, { kind: 'opened', document: openedFile(TEXT) });
  await chooseImport(program.workspace);
  return program;
}

const dialogOf = <K extends ShownDialog['kind']>(workspace: Workspace, kind: K) => {
  const { dialog } = workspace.getState();
  if (dialog?.kind !== kind) throw new Error(`the dialog is ${dialog?.kind}`);
  return dialog as Extract<ShownDialog, { kind: K }>;
};
const tagged = ({ open }: Workspace) =>
  open &&
  [...allMentions(open.session.document)].map(
    ({ block, mention }) => `${mention.type} ${block.body.text.slice(mention.start, mention.end)}`,
  );

describe('importing onto the open text', () => {
  it('adds what was chosen as one step, and keeps aside what has no place', async () => {
    const { workspace } = await withImport({ imported: [SET] });
    const { reading, format } = dialogOf(workspace, 'import');
    expect(format.id).toBe('doccano');
    const [imported] = reading.documents;
    if (!imported) throw new Error('nothing was read');
    await planOnto(workspace, imported);
    const { plan } = dialogOf(workspace, 'importReview');
    await acceptImport(workspace, plan, new Set(plan.placements));
    expect(tagged(workspace)).toEqual(['ORG 中国银行', 'PER 何玉兰']);
    expect(workspace.open?.session.document.orphans.map(({ text }) => text)).toEqual(['张三丰']);
    workspace.open?.session.undo();
    expect([tagged(workspace), workspace.open?.session.document.orphans]).toEqual([[], []]);
  });

  it('places an orphan on the words selected', async () => {
    const { workspace } = await withImport({ imported: [SET] });
    const [imported] = dialogOf(workspace, 'import').reading.documents;
    if (!imported || !workspace.open) throw new Error('nothing is open');
    await planOnto(workspace, imported);
    await acceptImport(workspace, dialogOf(workspace, 'importReview').plan, new Set());
    const { session } = workspace.open;
    const [orphan] = session.document.orphans;
    if (!orphan) throw new Error('no orphan');
    session.select({ anchor: { index: 1, offset: 0 }, focus: { index: 1, offset: 2 } });
    placeOnSelection(workspace.open, orphan);
    expect([tagged(workspace), session.document.orphans]).toEqual([['HERO 邀请'], []]);
    expect(session.document.tagset.map(({ id }) => id)).toContain('HERO');
    session.undo();
    expect([tagged(workspace), session.document.orphans]).toEqual([[], [orphan]]);
  });
});

describe('importing as a document of its own', () => {
  it('shows the text the file carries, as unsaved work whose journal begins with it', async () => {
    const { workspace, kanwu } = await withImport({ imported: [SET] });
    const { file, reading } = dialogOf(workspace, 'import');
    const [imported] = reading.documents;
    if (!imported) throw new Error('nothing was read');
    await makeDocument(workspace, file, imported, false);
    expect(kanwu.showMade).toHaveBeenCalledWith(
      expect.objectContaining({ documentId: 'd2', encoding: 'utf-8' }),
    );
    expect(tagged(workspace)).toEqual(['ORG 中国银行', 'PER 何玉兰', 'HERO 张三丰']);
    expect(workspace.open?.session.getState().edited).toBe(true);
  });

  it('stays where it is if the editor would not leave the present document', async () => {
    const { workspace, kanwu } = await withImport({ imported: [SET] });
    kanwu.showMade.mockResolvedValue({ shown: false });
    const { open } = workspace;
    const { file, reading } = dialogOf(workspace, 'import');
    const [imported] = reading.documents;
    if (imported) await makeDocument(workspace, file, imported, false);
    expect(workspace.open).toBe(open);
  });

  it('says so where no format fits', async () => {
    const { workspace } = await withImport({
      imported: [{ name: 'x.bin', bytes: encoder.encode('nothing') }],
    });
    expect(workspace.getState().notices.at(-1)?.message.en).toMatch(/no format that Kanwu can import/);
  });
});

describe('carrying work over to a changed source', () => {
  it('shows the review, and then the document over the new text; what was refused is kept aside', async () => {
    const { workspace } = await withImport({ imported: [SET] });
    const [imported] = dialogOf(workspace, 'import').reading.documents;
    if (!imported || !workspace.open) throw new Error('nothing is open');
    await planOnto(workspace, imported);
    const { plan } = dialogOf(workspace, 'importReview');
    await acceptImport(workspace, plan, new Set(plan.placements));
    const { document } = workspace.open.session;
    const changed = openedFile(`新的开头。\n\n${TEXT.replace('何玉兰', '何玉蘭')}`);
    if (!changed.source) throw new Error('no source');
    await carryToSource(workspace, changed, changed.source, { document, ids: idSource(500) });
    const { carried, file } = dialogOf(workspace, 'carryReview');
    expect(carried.report.mentions).toMatchObject({ exact: 1, orphans: 1, moved: [expect.anything()] });
    await acceptCarried(workspace, file, carried, new Set());
    expect(tagged(workspace)).toEqual(['ORG 中国银行']);
    expect(workspace.open?.session.document.orphans.map(({ text }) => text)).toEqual(['张三丰', '何玉蘭']);
    expect(workspace.open && workingText(workspace.open.session.document)).toBe(changed.source.text);
  });

  it('takes what is open to the source as it is on the disk, and is not asked about that source again', async () => {
    const changed = openedFile(`新段。\n\n${TEXT}`);
    const reply = { kind: 'read', source: changed.source };
    const { workspace, kanwu } = fakeProgram({ sourceOnDisk: reply });
    await showReply(workspace, { kind: 'opened', document: openedFile(TEXT) });
    if (!workspace.open) throw new Error('nothing is open');
    const { session } = workspace.open;
    const { change } = addMention(session.document, 1, 3, 7, 'ORG', session.context());
    session.edit('tag', change);
    await carryToDisk(workspace, workspace.open);
    const { carried, file } = dialogOf(workspace, 'carryReview');
    expect(workspace.open?.session).toBe(session);
    await acceptCarried(workspace, file, carried, new Set());
    expect(kanwu.keepMine).toHaveBeenCalledWith({ documentId: 'd1' });
    expect(workspace.open && workingText(workspace.open.session.document)).toContain('新段。');
    expect([tagged(workspace), workspace.open?.session.getState().edited]).toEqual([['ORG 中国银行'], true]);
  });
});

describe('an import that is cancelled', () => {
  const LARGE = jsonl(
    ...Array.from({ length: 6000 }, (_, n) => ({ text: `第${n}段`, label: [[0, 1, 'PER']] })),
  );

  /** Cancels the first long work that shows itself. Time goes by with each look at the clock, so that all work is long. */
  async function cancelling(workspace: Workspace, work: Promise<unknown>): Promise<void> {
    const { cancel } = await vi.waitFor(() => dialogOf(workspace, 'working'), {
      interval: 1,
      timeout: 20_000,
    });
    cancel();
    await work;
  }

  beforeEach(() => {
    let now = 0;
    vi.spyOn(performance, 'now').mockImplementation(() => (now += 400));
  });
  afterEach(() => vi.restoreAllMocks());

  it('while it is read leaves the open document as it is', async () => {
    const { workspace, kanwu } = fakeProgram({
      chooseImport: { kind: 'chosen', document: openedFile('', { source: null, imported: [LARGE] }) },
    });
    await showReply(workspace, { kind: 'opened', document: openedFile(TEXT) });
    const { open } = workspace;
    await cancelling(workspace, chooseImport(workspace));
    expect(workspace.open).toBe(open);
    expect(workspace.getState()).toMatchObject({ dialog: null, notices: [] });
    expect(kanwu.closeDocument).not.toHaveBeenCalled();
  });

  it('while a file is opened so leaves nothing open, here and with main', async () => {
    const { workspace, kanwu } = fakeProgram();
    const document = openedFile('', { source: null, documentId: 'd2', imported: [LARGE] });
    await cancelling(workspace, showReply(workspace, { kind: 'opened', document }));
    expect(workspace.open).toBeNull();
    expect(workspace.getState().dialog).toBeNull();
    expect(kanwu.closeDocument).toHaveBeenCalledWith({ documentId: 'd2' });
    expect(kanwu.showMade).not.toHaveBeenCalled();
  });

  it('while its places are looked for, or taken in, changes nothing', async () => {
    const { workspace } = await withImport({ imported: [LARGE] });
    const [imported] = dialogOf(workspace, 'import').reading.documents;
    if (!imported || !workspace.open) throw new Error('nothing is open');
    const { session } = workspace.open;
    const { document } = session;
    const mentions = Array.from({ length: 3000 }, () => ({
      ...(imported.mentions[0] ?? []),
      position: { start: 10, end: 12 },
      quote: '中国',
    })) as typeof imported.mentions;
    const many = { ...imported, text: TEXT, mentions };
    await cancelling(workspace, planOnto(workspace, many));
    expect(workspace.getState().dialog).toBeNull();
    const plan = drained(planImport(many, TEXT));
    await cancelling(workspace, acceptImport(workspace, plan, new Set(plan.placements)));
    expect(session.document).toBe(document);
    expect(workspace.getState()).toMatchObject({ dialog: null, notices: [] });
  });
});
