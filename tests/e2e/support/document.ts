import { readFileSync, writeFileSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, type Kanwu } from './launch';

/** What the saved annotation file holds, as far as specs look at it. */
export interface SavedFile {
  readonly source: { readonly text: string };
  readonly corrections: readonly {
    from: number;
    to: number;
    original: string;
    replacement: string;
    kind: string;
  }[];
  readonly decisions: readonly { kind: string; answer: string; quote: string }[];
  readonly mentions: readonly { id: string; type: string; start: number; end: number; text: string }[];
}

/** Writes a file and opens it; waits until its first words are on the screen. Returns its path. */
export async function openText(kanwu: Kanwu, text: string, name = 'page.txt'): Promise<string> {
  const path = join(kanwu.folder, name);
  writeFileSync(path, text);
  await kanwu.openFile(path);
  await expect(textbox(kanwu.page)).toBeVisible();
  return path;
}

export function textbox(page: Page) {
  return page.getByRole('textbox', { name: /^(Text|正文)$/ });
}

/** The corrected text, as an editor gets it: exported as plain text and read from the disk. */
export async function exportedText(kanwu: Kanwu): Promise<string> {
  const path = join(kanwu.folder, `export-${exports++}.txt`);
  await kanwu.answerSave(path);
  // Greyed out while a file is still being opened or written.
  await expect(() => kanwu.menu('file.exportText')).toPass();
  await expect.poll(() => tryRead(path)).not.toBeNull();
  return readFileSync(path, 'utf8');
}
let exports = 0;

/** Saves, and reads the annotation file that stands beside the source. */
export async function savedFile(kanwu: Kanwu, source: string): Promise<SavedFile> {
  const name = `${basename(source, extname(source))}.kanwu.json`;
  const path = join(kanwu.folder, name);
  const before = tryRead(path);
  await expect(() => kanwu.menu('file.save')).toPass();
  await expect.poll(() => tryRead(path)).not.toBe(before);
  return JSON.parse(readFileSync(path, 'utf8')) as SavedFile;
}

function tryRead(path: string): string | null {
  try {
    return readFileSync(path, 'utf8') || null;
  } catch {
    return null;
  }
}

/** Screen position of an edge of words on the screen. */
export async function edgeOf(
  page: Page,
  words: string,
  edge: 'start' | 'end',
): Promise<{ x: number; y: number }> {
  return textbox(page).evaluate(
    (root, [wanted, side]) => {
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
      const nodes: { node: Node; start: number }[] = [];
      let text = '';
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        nodes.push({ node, start: text.length });
        text += node.nodeValue ?? '';
      }
      const at = text.indexOf(wanted);
      if (at < 0) throw new Error(`“${wanted}” is not on the screen`);
      const offset = side === 'start' ? at : at + wanted.length - 1;
      const holder = nodes.findLast(({ start }) => start <= offset);
      if (!holder) throw new Error('no text');
      const range = document.createRange();
      range.setStart(holder.node, offset - holder.start);
      range.setEnd(holder.node, offset - holder.start + 1);
      const rects = range.getClientRects();
      const rect = side === 'start' ? rects[0] : rects[rects.length - 1];
      if (!rect) throw new Error(`“${wanted}” has no place on the screen`);
      return { x: side === 'start' ? rect.left + 1 : rect.right - 1, y: rect.top + rect.height / 2 };
    },
    [words, edge] as const,
  );
}

/** Puts the caret right before (or after) words that are on the screen, with the mouse. */
export async function clickAt(page: Page, words: string, edge: 'start' | 'end' = 'start'): Promise<void> {
  const { x, y } = await edgeOf(page, words, edge);
  await page.mouse.click(x, y);
}

/** Selects words that are on the screen, within one paragraph: caret before them, then Shift and arrows. */
export async function selectWords(page: Page, words: string): Promise<void> {
  await clickAt(page, words);
  for (let n = 0; n < [...words].length; n++) await page.keyboard.press('Shift+ArrowRight');
}

/** The mentions painted on the screen: type and words, in order. */
export function paintedMentions(page: Page): Promise<readonly string[]> {
  return textbox(page).evaluate(root => {
    const found = new Map<string, { type: string; text: string }>();
    for (const run of root.querySelectorAll<HTMLElement>('[data-mentions]')) {
      const { mentions } = JSON.parse(run.dataset['paint'] ?? '') as {
        readonly mentions: readonly { readonly id: string; readonly type: string }[];
      };
      for (const { id, type } of mentions) {
        found.set(id, { type, text: (found.get(id)?.text ?? '') + run.textContent });
      }
    }
    return [...found.values()].map(({ type, text }) => `${type} ${text}`);
  });
}

/** The paragraphs mounted on the screen. */
export function shownBlocks(page: Page): Promise<readonly string[]> {
  return textbox(page).evaluate(root => [...root.children].map(block => block.textContent ?? ''));
}
