import { expect, it } from 'vitest';
import { otherNames } from '../../../shared/gazetteers/otherNames';
import { parseGazetteer } from '../../../shared/gazetteers/parseGazetteer';

const read = (text: string) => {
  const parsed = parseGazetteer(text);
  if (parsed.kind === 'failed') throw new Error(parsed.fault.en);
  return parsed.entries.map(({ name, type, id, aliases }) => [name, type, id, ...aliases].join(' '));
};
const fault = (text: string) => {
  const parsed = parseGazetteer(text);
  return parsed.kind === 'failed' ? parsed.fault.en : null;
};

it('reads CSV with and without a header, quoted, with a byte order mark and Windows line ends', () => {
  expect(read('\ufeffname,type,id\r\n"郑州大学",ORG,Q874920\r\n')).toEqual(['郑州大学 ORG Q874920']);
  expect(read('郑州大学,ORG,Q874920\n上街区,loc\n')).toEqual(['郑州大学 ORG Q874920', '上街区 LOC ']);
  expect(read('编号,名称,类型,别名\n7,上街区,LOC,上街|上街城区\n')).toEqual(['上街区 LOC 7 上街 上街城区']);
});

it('reads JSON, own types as they are written', () => {
  expect(read('[{"name":"远望号","type":"Ship","id":3,"aliases":["远望"]}]')).toEqual(['远望号 Ship 3 远望']);
});

it.each([
  ['', 'it holds no names'],
  ['name,type\n', 'it holds no names'],
  ['name,type\n王明,PER\n上街区\n', 'line 3: the type is missing'],
  ['王明,PER\n,PER\n', 'line 2: the name is missing'],
  ['王明,PER\n"上街区,LOC\n', 'line 2: the quotation marks are not in order'],
  ['[{"name":"王明","type":"PER"},{"type":"PER"}]', 'entry 2: “name” is missing or no text'],
  ['[{"name":"王明"', /^it is not sound JSON/],
])('says what is wrong with %j and where', (text, message) => {
  expect(fault(text)).toEqual(typeof message === 'string' ? message : expect.stringMatching(message));
});

it('makes known names of what is kept', () => {
  const earlier = [
    { text: '王明', type: 'PER', answer: 'accepted', where: 'a.txt' },
    { text: '高明', type: 'PER', answer: 'dismissed', where: 'b.txt' },
  ];
  const gazetteer = { name: '地名', entries: [{ name: '上街区', type: 'LOC', id: 'Q1', aliases: ['上街'] }] };
  expect(otherNames(JSON.stringify(earlier), [JSON.stringify(gazetteer)])).toEqual({
    accepted: [
      { text: '王明', type: 'PER', from: 'earlier', where: 'a.txt' },
      { text: '上街区', type: 'LOC', from: 'gazetteer', where: '地名', identifier: 'Q1' },
      { text: '上街', type: 'LOC', from: 'gazetteer', where: '地名', identifier: 'Q1' },
    ],
    dismissed: [{ text: '高明', type: 'PER' }],
  });
});

it('reads 100,000 names', () => {
  const text = Array.from({ length: 100_000 }, (_, n) => `名称${n},LOC,${n}`).join('\n');
  expect(read(text)).toHaveLength(100_000);
});
