import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { teiEdition } from '../../../shared/editions/tei';
import { documents } from '../datasets/generatedDocuments';
import { richDocument } from './richDocument';
import { schemaIsHere, teiFaults } from './teiValidity';
import { written } from './written';

describe('TEI', () => {
  it.skipIf(!schemaIsHere)(
    'is valid against tei_all, whatever the document holds',
    { timeout: 30_000 },
    async () => {
      const xml = written(teiEdition, richDocument(), { generator: 'Kanwu 0.1.0' });
      expect(await teiFaults(xml)).toEqual([]);
      for (const document of fc.sample(documents, 40)) {
        const generated = written(teiEdition, document);
        expect(await teiFaults(generated), generated).toEqual([]);
      }
    },
  );
});
