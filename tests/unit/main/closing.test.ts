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

function guardThatIsTold(
  answer: 'save' | 'discard' | 'cancel',
  slow: () => Promise<'wait' | 'aside' | 'cancel'> = () => Promise.reject(new Error('asked')),
) {
  const asked: string[] = [];
  const requests: number[] = [];
  const taken: AbortSignal[] = [];
  const guard = new UnsavedWorkGuard(
    {
      async askAboutUnsavedWork(name) {
        asked.push(name);
        return answer;
      },
      requestSave: id => requests.push(id),
      askAboutSlowSave: (_name, ended) => {
        taken.push(ended);
        return slow();
      },
    },
    20,
  );
  return { guard, asked, requests, taken };
}

const soon = () => new Promise(resolve => setTimeout(resolve));

it('asks nothing where nothing is unsaved', async () => {
  const { guard, asked } = guardThatIsTold('cancel');
  expect(await guard.mayLeave(null)).toBe('asked');
  expect(await guard.mayLeave({ ...document, edited: false })).toBe('asked');
  expect(asked).toEqual([]);
});

it('"Don’t save" lets the document go, "Cancel" keeps it', async () => {
  expect(await guardThatIsTold('discard').guard.mayLeave(document)).toBe('asked');
  expect(await guardThatIsTold('cancel').guard.mayLeave(document)).toBeNull();
});

it.each([true, false])('"Save" waits for the page: saved %s', async saved => {
  const { guard, requests } = guardThatIsTold('save');
  const leaving = guard.mayLeave(document);
  await soon();
  guard.saveAnswered((requests[0] ?? 0) + 1, !saved); // an answer to another question
  guard.saveAnswered(requests[0] ?? 0, saved);
  expect(await leaving).toBe(saved ? 'asked' : null);
});

it('asks once, however often the window is closed meanwhile', async () => {
  const { guard, asked, requests } = guardThatIsTold('save');
  const both = Promise.all([guard.mayLeave(document), guard.mayLeave(document)]);
  await soon();
  guard.saveAnswered(requests[0] ?? 0, true);
  expect(await both).toEqual(['asked', 'asked']);
  expect(asked).toEqual(['page.txt']);
});

it('a page that ends while saving keeps the window', async () => {
  const { guard } = guardThatIsTold('save');
  const leaving = guard.mayLeave(document);
  await soon();
  guard.abandon();
  expect(await leaving).toBeNull();
});

it.each([
  ['aside', 'aside'],
  ['cancel', null],
] as const)('a save that does not end can be left to the journal, or to itself: %s', async (answer, left) => {
  const { guard } = guardThatIsTold('save', async () => answer);
  expect(await guard.mayLeave(document)).toBe(left);
});

it('a save that ends after all takes the question about it away', async () => {
  const { guard, requests, taken } = guardThatIsTold('save', () => new Promise(() => undefined));
  const leaving = guard.mayLeave(document);
  await expect.poll(() => taken.length).toBe(1);
  guard.saveAnswered(requests[0] ?? 0, true);
  expect(await leaving).toBe('asked');
  expect(taken[0]?.aborted).toBe(true);
});

it('the editor who waits is asked again', async () => {
  let asked = 0;
  const { guard } = guardThatIsTold('save', async () => (++asked < 3 ? 'wait' : 'aside'));
  expect(await guard.mayLeave(document)).toBe('aside');
  expect(asked).toBe(3);
});
