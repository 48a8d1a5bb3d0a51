import { importedSource } from '../../shared/anchoring/importedSource';
import { importedToDocument } from '../../shared/anchoring/importedToDocument';
import { type ImportChange, importingOnto } from '../../shared/anchoring/importOnto';
import { type ImportPlan, type Placement, planImport } from '../../shared/anchoring/importPlan';
import { readingInSteps } from '../../shared/annotation/readAnnotations';
import { annotationFileParts } from '../../shared/annotation/writeAnnotations';
import { type KanwuDocument, workingText } from '../../shared/document/document';
import { idSource } from '../../shared/document/ids';
import type { ImportedDocument } from '../../shared/imports/importFormat';
import { recognisedFormat } from '../../shared/imports/recognise';
import { partsOf } from '../../shared/imports/textParts';
import type { OpenedFile } from '../../shared/ipc/contract';
import { giveUp, showUnsaved } from '../app/showFile';
import { stageText } from '../app/stageLarge';
import { gatheredInSlices, pause } from '../app/timeSlices';
import type { Workspace } from '../app/workspace';
import { editMany } from '../mentions/changeMany';
import { sha256Of } from './sha256Of';
import { working } from './working';

/** Asks for files of another program, reads them, and asks what is to become of them. */
export async function chooseImport(workspace: Workspace): Promise<void> {
  const choice = await workspace.kanwu.chooseImport(null);
  if (choice.kind === 'failed') {
    workspace.dialog({ kind: 'error', action: 'import', error: choice.error, sourceOf: null });
  }
  if (choice.kind === 'chosen' && !(await readImport(workspace, choice.document, false))) {
    workspace.notice(messages => messages.exchange.import.unknown(choice.document.name), 'warning');
  }
}

/**
 * Reads the text out of a file that main has just put in the place of the present document. False where it is of no
 * format known.
 */
export async function openImported(workspace: Workspace, file: OpenedFile): Promise<boolean> {
  workspace.show(null);
  return readImport(workspace, file, true);
}

async function readImport(workspace: Workspace, file: OpenedFile, isCurrent: boolean): Promise<boolean> {
  const files = file.imported ?? [];
  const format = recognisedFormat(files);
  if (!format) return false;
  const reading = await working(workspace, 'reading', format.read(files));
  if (reading?.kind !== 'read') {
    if (isCurrent) giveUp(workspace, file);
    if (reading) workspace.dialog({ kind: 'error', action: 'import', error: reading.error, sourceOf: null });
    return true;
  }
  const [only] = reading.documents;
  if (isCurrent && only && reading.documents.length === 1 && only.text !== null) {
    await makeDocument(workspace, file, only, true);
    for (const notice of reading.notices) workspace.notice(notice, 'warning');
    return true;
  }
  workspace.dialog({ kind: 'import', file, format, reading, isCurrent });
  return true;
}

/** Makes a document of its own of an imported one and shows it; what of its mentions has no place becomes orphans. */
export async function makeDocument(
  workspace: Workspace,
  file: OpenedFile,
  imported: ImportedDocument,
  isCurrent: boolean,
): Promise<void> {
  // One text goes by its file's name, so that opening that file again finds the annotations beside it.
  const named = isCurrent ? { ...imported, name: file.name } : imported;
  const hash = await sha256Of(imported.text ?? '');
  const source = importedSource(named, () => hash);
  await pause();
  const { author } = workspace.getState().settings;
  const when = new Date().toISOString();
  const context = { ids: idSource(), who: author, now: () => when };
  const made = await working(workspace, 'placing', importedToDocument(named, source, context));
  if (!made) {
    if (isCurrent) giveUp(workspace, file);
    return;
  }
  if (!(await showMade(workspace, { ...file, name: source.name }, made.document))) {
    if (isCurrent) giveUp(workspace, file);
    return;
  }
  const { placements, moved } = made.plan;
  const orphans = made.document.orphans.length;
  workspace.notice(messages => messages.exchange.import.made(placements.length, moved.length, orphans));
}

/**
 * Shows a document that no file holds yet; false where the editor would not leave the present one, or did not wait. By way
 * of its annotation file's text, from which the journal makes it as well.
 */
export async function showMade(
  workspace: Workspace,
  file: OpenedFile,
  document: KanwuDocument,
): Promise<boolean> {
  const generator = `Kanwu ${workspace.getState().start?.version ?? ''}`.trim();
  const saved = new Date().toISOString();
  const annotations = await gatheredInSlices(annotationFileParts(document, { generator, saved }));
  const reading = await working(
    workspace,
    'reading',
    readingInSteps(partsOf(annotations), file.annotationName),
  );
  if (!reading) return false;
  if (reading.kind === 'failed') throw new Error(reading.error.message.en);
  const { documentId } = file;
  const { sha256, encoding } = document.source;
  const { kanwu } = workspace;
  const staged = await stageText(kanwu, annotations);
  const { shown } = await kanwu.showMade({ documentId, annotations: staged, sha256, encoding });
  if (!shown) return false;
  // Main no longer keeps what is done on the document before; taking it away has a turn of its own.
  workspace.show(null);
  await pause();
  showUnsaved(workspace, file, reading);
  return true;
}

/** Looks where the mentions of an imported document stand in the open text, and shows what it found for review. */
export async function planOnto(workspace: Workspace, imported: ImportedDocument): Promise<void> {
  const { open } = workspace;
  if (!open) return;
  const text = workingText(open.session.document);
  // The text of a book takes 20 ms to put together.
  await pause();
  const plan = await working(workspace, 'placing', planImport(imported, text));
  if (plan && workspace.open?.session === open.session) workspace.dialog({ kind: 'importReview', plan });
}

/**
 * Takes the chosen placements into the open document, as one step; the rest becomes orphans or stays out. Where the text
 * becomes another while that is worked out, the places are looked for anew.
 */
export async function acceptImport(
  workspace: Workspace,
  plan: ImportPlan,
  chosen: ReadonlySet<Placement>,
): Promise<void> {
  const { open } = workspace;
  if (!open) return;
  const { session } = open;
  const { document: planned } = session;
  let made: ImportChange | null = null;
  const done = await editMany(workspace, open, 'import', chosen.size, function* (document) {
    const now = document === planned ? plan : yield* planImport(plan.imported, workingText(document));
    made = yield* importingOnto(
      document,
      now,
      document === planned ? chosen : sameOf(now, chosen),
      session.context(),
    );
    return made.change;
  });
  if (!done || !made) return;
  const { orphans, added }: ImportChange = made;
  workspace.notice(messages => messages.exchange.import.added(added, orphans.length));
  if (orphans.length > 0) workspace.update({ inspectorTab: 'mentions' });
}

/** The placements of a plan whose mentions were chosen in an earlier one. */
function sameOf({ placements }: ImportPlan, chosen: ReadonlySet<Placement>): ReadonlySet<Placement> {
  const mentions = new Set([...chosen].map(({ mention }) => mention));
  return new Set(placements.filter(({ mention }) => mentions.has(mention)));
}
