import { describe, expect, it } from 'vitest';
import { readTagsetFile, writeTagsetFile } from '../../../shared/annotation/tagsetFile';
import { DEFAULT_TAGSET } from '../../../shared/document/tagset';
import { readSettings } from '../../../shared/settings/settings';

const read = (value: unknown) => {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  const reading = readTagsetFile(text, 't.json');
  return reading.kind === 'read' ? reading.tagset : reading.error.message.en;
};
const file = (tagset: unknown, more = {}) => ({ format: 'kanwu-tagset', version: 1, tagset, ...more });
const [PER, ORG] = DEFAULT_TAGSET;

describe('a tagset file', () => {
  it('is read as it was written', () => {
    expect(read(writeTagsetFile(DEFAULT_TAGSET))).toEqual(DEFAULT_TAGSET);
    expect(read(`\uFEFF${writeTagsetFile(DEFAULT_TAGSET)}`)).toEqual(DEFAULT_TAGSET);
  });

  it('may be an annotation file: its tagset is taken', () => {
    expect(read({ format: 'kanwu-annotations', version: 2, tagset: [PER] })).toEqual([PER]);
  });

  it('is refused with the place of what is wrong', () => {
    expect(read(file([PER, { ...ORG, color: 13 }]))).toContain(
      'tagset.1.color is wrong: expected <=12, found 13',
    );
    expect(read(file([PER, PER]))).toContain('tagset: two types have the same short name');
    expect(read('{')).toContain('it is not JSON');
    expect(read({ tagset: [] })).toContain('“format” is not kanwu-tagset');
    expect(read(file([], { version: 2 }))).toContain('newer version');
  });

  it('gives no type a key that is another’s, or no key at all', () => {
    const keys = read(
      file([
        { ...PER, key: 'N' },
        { ...ORG, key: 'n' },
        { ...PER, id: 'X', key: 'Up' },
      ]),
    );
    expect(Array.isArray(keys) && keys.map(({ key }) => key)).toEqual(['n', '', '']);
  });
});

it('settings with an unsound tagset fall back to Kanwu’s own types', () => {
  expect(readSettings({ tagset: [PER] }).settings.tagset).toEqual([PER]);
  const { settings, rejected } = readSettings({ tagset: [{ id: '' }] });
  expect([settings.tagset, rejected]).toEqual([null, ['tagset']]);
});
