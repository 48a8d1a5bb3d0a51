import { expect, it } from 'vitest';
import { applyChange, invert } from '../../../shared/document/change';
import { acceptSuggestions, dismissedNames, dismissSuggestion } from '../../../shared/edits/decideSuggestion';
import { allMentions } from '../../../shared/edits/tagging';
import { readGazetteerId } from '../../../shared/gazetteers/readGazetteerId';
import { contextFor, open } from '../document/arbitraries';

const context = contextFor();

function suggested(text: string, words: string, identifier?: string) {
  const document = open(text, context);
  const list = document.blocks.flatMap(({ id, body }) => {
    const start = body.text.indexOf(words);
    const span = { type: 'LOC', block: id, start, end: start + words.length, text: words };
    return start < 0 ? [] : identifier === undefined ? span : { ...span, identifier };
  });
  return { document, list };
}

it('tags the places as one change, those that still stand there', () => {
  const { document, list } = suggested('上街区。\n\n去上街区。', '上街区');
  const stale = { ...list[0], type: 'LOC', block: list[0]?.block ?? '', start: 1, end: 4, text: '上街区' };
  const change = acceptSuggestions(document, [...list, stale], context, { type: 'ORG' });
  const after = applyChange(document, change);
  expect([...allMentions(after)].map(({ index, mention }) => [index, mention.type, mention.start])).toEqual([
    [0, 'ORG', 0],
    [1, 'ORG', 1],
  ]);
  expect(applyChange(after, invert(change)).blocks).toEqual(document.blocks);
});

it('links names of a gazetteer to one entity, made where it is missing', () => {
  const { document, list } = suggested('上街区。\n\n去上街区。', '上街区', 'Q1133389');
  const after = applyChange(document, acceptSuggestions(document, list, context));
  const [entity] = after.entities.values();
  expect(entity).toMatchObject({ name: '上街区', identifiers: [{ scheme: 'wikidata', value: 'Q1133389' }] });
  expect([...allMentions(after)].map(({ mention }) => mention.entity)).toEqual([entity?.id, entity?.id]);
  const [first] = suggested('上街区。', '上街区', 'Q1133389').list;
  const block = after.blocks[0];
  if (!first || !block) throw new Error('nothing suggested');
  const bare = applyChange(after, {
    patches: [{ at: 0, before: [block], after: [{ ...block, mentions: [] }] }],
    decisions: [],
  });
  const again = applyChange(bare, acceptSuggestions(bare, [{ ...first, block: block.id }], context));
  expect(again.entities.size).toBe(1);
});

it('reads the ids of gazetteers', () => {
  expect(readGazetteerId('viaf:102333412')).toEqual({ scheme: 'viaf', value: '102333412' });
  expect(readGazetteerId('GeoNames: 1784658')).toEqual({ scheme: 'geonames', value: '1784658' });
  expect(readGazetteerId('https://www.wikidata.org/wiki/Q956')).toEqual({
    scheme: 'wikidata',
    value: 'Q956',
  });
  expect(readGazetteerId('人-0042')).toEqual({ scheme: 'own', value: '人-0042' });
  expect(readGazetteerId('two words')).toBeNull();
});

it('files a dismissal under name and type, for the whole document', () => {
  const { document, list } = suggested('上街区。', '上街区');
  const [one] = list;
  if (!one) throw new Error('nothing suggested');
  const change = dismissSuggestion(document, one, context);
  const after = applyChange(document, change);
  expect([...after.decisions.keys()]).toEqual(['suggestion:LOC:上街区']);
  expect(dismissedNames(after.decisions)).toEqual([{ type: 'LOC', text: '上街区' }]);
  expect(applyChange(after, invert(change)).decisions.size).toBe(0);
});
