import { describe, expect, it } from 'vitest';
import { shown, shownInText } from './detect';

const alike = (line: string): string[] => shown(line, 'lookalike');

describe('a look-alike is found where', () => {
  it.each([
    ['论文己经被《寒区科学与技术》接收，作者还有两名学生。', '己→已'],
    ['一瓶酱油的生产曰期看不清，被当场退回。', '曰→日'],
    ['你什么时侯回来，提前打个电话，我们去车站接你。', '侯→候'],
    ['中小学教帅待遇进一步提高，今年又新招了120人。', '帅→师'],
    ['全市生产总值同比憎长6.5%，高于全省平均水平。', '憎→增'],
    ['他当了一冋质检员，带队老师很满意。', '冋→回'],
  ])('%s', (line, expected) => expect(alike(line)).toContain(expected));

  it.each([
    ['学校的操场是4O0米标准跑道。', '4O0→400'],
    ['该村于2O05年并入城南街道。', '2O05→2005'],
    ['服务电话：0371-6622l118。', '6622l118→66221118'],
    ['开放时间为每天9：OO至17：00。', 'OO→00'],
  ])('letters stand for digits: %s', (line, expected) => expect(alike(line)).toContain(expected));

  it('PDF extraction left a radical for a character', () => {
    expect(alike('会议由⼈事部门负责召集。')).toEqual(['⼈→人']);
  });

  it('one traditional character stands in a simplified text', () => {
    expect(alike('变化是从一只貓开始的，后来全村都养了。')).toEqual(['貓→猫']);
  });
});

describe('no look-alike is found in', () => {
  it.each([
    ['models, formats and codes', '他用2B铅笔填涂，乘D2267次列车，机房装了5G基站和3D打印机，PM2.5下降。'],
    ['identifiers', '证照编号91630122MA7S0，请登录www.example.com/a1b2O0查询。'],
    ['right uses of the same characters', '他自己知道，周末未必能到，日前曾曰“人入门难”，士兵踏上了故土。'],
    ['an ordinary paragraph', '市委、市政府高度重视这项工作，要求各部门密切配合，确保按期完成任务。'],
  ])('%s', (_, line) => expect(alike(line)).toEqual([]));

  it('a text in traditional script', () => {
    expect(shownInText('貓在門口睡著了。\n\n他說這個國家的歷史很長，學者們還在爭論。', 'lookalike')).toEqual(
      [],
    );
  });
});

it('a name that recurs is trusted more than the model', () => {
  const once = '据候永志介绍，候永志的徒弟候永志带了三年。候永志说，候永志自己也没想到。';
  expect(alike(once)).toEqual([]);
});
