import { describe, expect, it } from 'vitest';
import type { Change } from '../../../shared/document/change';
import type { Entity } from '../../../shared/document/entity';
import { changeMentions } from '../../../shared/edits/changeMentions';
import { addEntity, linkMentions } from '../../../shared/register/linking';
import {
  applyingNormalForms,
  issueDateChange,
  type NormalProposal,
  proposeNormalForms,
} from '../../../shared/register/normalising';
import { problemsInParts, registerProblems } from '../../../shared/register/registerProblems';
import { drained } from '../../../shared/steps/drained';
import { contextFor, open } from '../document/arbitraries';
import { RegisterDocument } from './registerDocument';

const entity = (at: RegisterDocument, seed: Partial<Entity> & { name: string; type: string }): string => {
  const made = addEntity(seed, at.context);
  at.make(made.change);
  return made.entity.id;
};
const found = (at: RegisterDocument): string[] =>
  registerProblems(at.document).map(({ kind, message }) => `${kind}: ${message().zh}`);

/** As if it had appeared on 24 February 2023. */
function proposed(at: RegisterDocument): readonly NormalProposal[] {
  const looking = proposeNormalForms(at.document, '2023-02-24');
  let step = looking.next();
  while (!step.done) step = looking.next();
  return step.value.proposals;
}

describe('problems of the register', () => {
  it('are none where all agrees', () => {
    const at = new RegisterDocument('[上街区|LOC]与[中国银行|ORG]，[昨日|DATE]。');
    const id = entity(at, {
      type: 'LOC',
      name: '上街区',
      identifiers: [{ scheme: 'wikidata', value: 'Q1' }],
    });
    at.make(linkMentions(at.document, at.places('上街区'), id));
    expect(found(at)).toEqual([]);
  });

  it('are of names, types, identifiers and links', () => {
    const at = new RegisterDocument('[上街区|LOC]与[郑州|ORG]，[王伟|PER]和[王伟|PER]');
    const district = entity(at, { type: 'LOC', name: '上街区', aliases: ['上街'] });
    const office = entity(at, { type: 'ORG', name: '上街', identifiers: [{ scheme: 'viaf', value: 'Q1' }] });
    at.make(linkMentions(at.document, at.places('上街区', '郑州'), district));
    at.make(linkMentions(at.document, at.places('王伟').slice(0, 1), office));
    const unknown = at.document.entities.get(office);
    at.make({
      patches: [],
      decisions: [],
      entities: [{ id: office, before: unknown, after: undefined }],
    });
    expect(found(at)).toEqual([
      'mentionType: “郑州”标为 ORG，而“上街区”的类型是 LOC。',
      `unknownEntity: “王伟”链接到登记簿中没有的实体 ${office}。`,
    ]);
    at.make({ patches: [], decisions: [], entities: [{ id: office, before: undefined, after: unknown }] });
    expect(found(at).slice(1)).toEqual([
      'mentionType: “王伟”标为 PER，而“上街”的类型是 ORG。',
      'nameTypes: “上街”是 2 个类型不同的实体（LOC、ORG）。',
      'identifierForm: “上街”的“Q1”不是VIAF的标识：应为不超过 22 位的数字。',
    ]);
  });

  it('tell two of a name with different identifiers from two that may be one', () => {
    const at = new RegisterDocument('无');
    const q = (value: string) => [{ scheme: 'wikidata' as const, value }];
    entity(at, { type: 'PER', name: '王伟', identifiers: q('Q1') });
    entity(at, { type: 'PER', name: '王 伟', identifiers: q('Q2') });
    entity(at, { type: 'LOC', name: '郑州', aliases: ['郑'], identifiers: q('Q3') });
    entity(at, { type: 'LOC', name: '郑', aliases: ['郑州'], identifiers: q('Q3') });
    expect(found(at).filter(problem => !problem.startsWith('noMentions'))).toEqual([
      'nameIdentifiers: “王伟”是 2 个标识不同的实体。',
      'nameTwice: “郑州”是 2 个 LOC 类型的实体：是否同一个？',
      'sameIdentifier: “郑州”、“郑”的标识相同：wikidata:Q3。',
    ]);
    expect(found(at).filter(problem => problem.startsWith('noMentions'))).toHaveLength(4);
  });

  it('say of an entity’s type that the tagset has lost it', () => {
    const at = new RegisterDocument('[甲|PER]');
    const id = entity(at, { type: 'SHIP', name: '甲' });
    at.make(linkMentions(at.document, at.places('甲'), id));
    expect(registerProblems(at.document).map(({ kind }) => kind)).toEqual(['mentionType', 'unknownType']);
  });
});

describe('problems of normal forms', () => {
  const page = () =>
    new RegisterDocument('[昨日|DATE]、[2月23日|DATE]、[近日|DATE]花[15亿元|MONEY]，[下午|TIME]。');
  const normal = (at: RegisterDocument, text: string, value: string) =>
    at.make(changeMentions(at.document, at.places(text), mention => ({ ...mention, normal: value })));

  it('are not told of before the editor works with them', () => {
    const at = page();
    expect(found(at)).toEqual([]);
    at.make(issueDateChange(at.document, '2023-02-24'));
    expect(found(at)).toEqual([
      'noNormalForm: “昨日”没有规范形式，应为 2023-02-23。',
      'noNormalForm: “2月23日”没有规范形式，应为 2023-02-23。',
      'noNormalForm: “15亿元”没有规范形式，应为 1500000000 CNY。',
    ]);
  });

  it('are those that fit no more, are malformed, or wait for a day of issue', () => {
    const at = page();
    normal(at, '2月23日', '2023-02-24');
    normal(at, '15亿元', '15亿');
    expect(found(at)).toEqual([
      'normalFormOff: “2月23日”与其规范形式 2023-02-24 不合。',
      'normalFormForm: “15亿”不是规范形式：应为数字加币种，如 1500000000 CNY。',
      'noIssueDate: 未设定出版日期，有 1 处日期因此无法推算。',
    ]);
  });

  it('go when all is normalised, which is one step', () => {
    const at = page();
    normal(at, '2月23日', '2023-02-24');
    const proposals = proposed(at);
    expect(
      proposals.map(({ spot, value, certain, instead }) => [spot.text, value, certain, instead]),
    ).toEqual([
      ['昨日', '2023-02-23', true, null],
      ['2月23日', '2023-02-23', true, '2023-02-24'],
      ['15亿元', '1500000000 CNY', true, null],
    ]);
    const change: Change = drained(applyingNormalForms(at.document, proposals, '2023-02-24'));
    at.make(change);
    expect(at.document.issueDate).toBe('2023-02-24');
    expect(found(at)).toEqual([]);
  });
});

it('a type that was made can have normal forms, and one of the standard types none', () => {
  const at = new RegisterDocument('[15亿元|COST]，[2月23日|DATE]');
  const tagset = [
    ...at.document.tagset.filter(({ id }) => id !== 'DATE'),
    { id: 'COST', name: { en: 'Cost', zh: '费用' }, key: '', color: 1, normal: 'money' },
    { id: 'DATE', name: { en: 'Date', zh: '日期' }, key: '', color: 1, normal: 'none' },
  ] as const;
  at.document = { ...at.document, tagset, issueDate: '2023-02-24' };
  const [first, ...rest] = proposed(at);
  expect([first?.type, first?.value, rest]).toEqual(['COST', '1500000000 CNY', []]);
  expect(found(at)).toEqual(['noNormalForm: “15亿元”没有规范形式，应为 1500000000 CNY。']);
});

it('125,000 mentions and 20,000 entities are looked through a part at a time', () => {
  const context = contextFor();
  const document = open(
    Array.from({ length: 2500 }, () => '张三2月23日在上街区'.repeat(17)).join('\n\n'),
    context,
  );
  const entities = new Map<string, Entity>();
  for (let n = 0; n < 20_000; n++) {
    const { entity } = addEntity({ type: 'PER', name: `张${n}`, aliases: [`${n}先生`] }, context);
    entities.set(entity.id, entity);
  }
  const ids = [...entities.keys()];
  let n = 0;
  const filled = {
    ...document,
    entities,
    issueDate: '2023-02-24',
    blocks: document.blocks.map(block => ({
      ...block,
      mentions: Array.from({ length: 17 }, (_, k) => k * 12).flatMap(at =>
        [
          { type: 'PER', start: at, end: at + 2, entity: ids[n % ids.length] as string },
          { type: 'DATE', start: at + 2, end: at + 7, normal: '2023-02-23' },
          { type: 'LOC', start: at + 8, end: at + 11, entity: 'e0' },
        ].map(mention => ({ ...mention, id: `m${++n}`, who: '', when: '' })),
      ),
    })),
  };
  let unknown = 0;
  for (const part of problemsInParts(filled)) {
    unknown += part.filter(({ kind }) => kind === 'unknownEntity').length;
  }
  expect(unknown).toBe(2500 * 17);
});
