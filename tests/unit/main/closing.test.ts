import { expect, it } from 'vitest';
import { UnsavedWorkGuard } from '../../../electron/closing';
import type { OpenDocument } from '../../../electron/files/documents';

const document: OpenDocument = {
  id: 'a',
  name: 'page.txt',
  sourcePath: '/page.txt',
  annotationPath: '/page.kanwu.json',
  annotationSeen: null,
  annotationHash: null,
  sourceSeen: null,
  sourceHash: null,
  text: null,
  journalId: null,
  askWhere: false,
  openedPath: '/page.txt',
  edited: true,
};

function guardThatIsTold(answer: 'save' | 'discard' | 'cancel') {
  const asked: string[] = [];
  const requests: number[] = [];
  const guard = new UnsavedWorkGuard({
    async askAboutUnsavedWork(name) {
      asked.push(name);
      return answer;
    },
    requestSave: id => requests.push(id),
  });
  return { guard, asked, requests };
}

const soon = () => new Promise(resolve => setTimeout(resolve));

it('asks nothing where nothing is unsaved', async () => {
  const { guard, asked } = guardThatIsTold('cancel');
  expect(await guard.mayLeave(null)).toBe(true);
  expect(await guard.mayLeave({ ...document, edited: false })).toBe(true);
  expect(asked).toEqual([]);
});

it('"Don’t save" lets the document go, "Cancel" keeps it', async () => {
  expect(await guardThatIsTold('discard').guard.mayLeave(document)).toBe(true);
  expect(await guardThatIsTold('cancel').guard.mayLeave(document)).toBe(false);
});

it.each([true, false])('"Save" waits for the page: saved %s', async saved => {
  const { guard, requests } = guardThatIsTold('save');
  const leaving = guard.mayLeave(document);
  await soon();
  guard.saveAnswered((requests[0] ?? 0) + 1, !saved); // an answer to another question
  guard.saveAnswered(requests[0] ?? 0, saved);
  expect(await leaving).toBe(saved);
});

it('asks once, however often the window is closed meanwhile', async () => {
  const { guard, asked, requests } = guardThatIsTold('save');
  const both = Promise.all([guard.mayLeave(document), guard.mayLeave(document)]);
  await soon();
  guard.saveAnswered(requests[0] ?? 0, true);
  expect(await both).toEqual([true, true]);
  expect(asked).toEqual(['page.txt']);
});

it('a page that ends while saving keeps the window', async () => {
  const { guard } = guardThatIsTold('save');
  const leaving = guard.mayLeave(document);
  await soon();
  guard.abandon();
  expect(await leaving).toBe(false);
});
