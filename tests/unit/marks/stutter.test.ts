import { describe, expect, it } from 'vitest';
import { shown } from './detect';

const stutters = (line: string): string[] => shown(line, 'stutter');

describe('a stutter is found where', () => {
  it.each([
    ['工程确保一明明年3月底建成投产，力争今年产值达到15亿元。', '明明→明'],
    ['会议要求把文明实践文明实践活动办到群众家门口，全年不少于12场。', '文明实践文明实践→文明实践'],
    ['产妇于凌凌晨2时脱离危险，医院已经通知了家属。', '凌凌→凌'],
    ['停职停职检查的还有两名工作人员，涉嫌违法的移交区监委。', '停职停职→停职'],
    ['药量反而减少了三成。。村支书说，明年还要再减。', '。。→。'],
    ['每次结算不设设上限，余额可在定点药店使用。', '设设→设'],
  ])('%s', (line, expected) => expect(stutters(line)).toContain(expected));
});

describe('no stutter is found in', () => {
  it.each([
    ['出出汗', '医生说，多走走，出出汗，人就精神了，不用天天吃药。'],
    ['天天', '他天天来，年年如此，家家户户都认得他。'],
    ['a verb repeated for a try', '这件事我们再研究研究，过两天给大家一个答复，大家也讨论讨论。'],
    ['kinship', '爸爸妈妈和爷爷奶奶都来了，哥哥姐姐也在。'],
    ['天天 at the start of a sentence', '天天都有活动，大家出出汗，人人都能参加，处处是笑声。'],
    ['a verb repeated for a try, with a question', '大家出出汗，研究研究怎样读书，商量商量如何分工。'],
    ['step by step', '问题要一个一个解决，路要一步一步走，不能着急。'],
    ['a word meeting another that begins alike', '文件由外交部部长签发，南津街街道办事处负责落实。'],
    ['a reporter’s name', '本报讯（记者 田甜甜 通讯员 王圆圆）昨日，记者从市水利局获悉，工程已完工。'],
    ['years and figures', '二〇〇九年，七一一队在这里发现了第一口井。'],
    ['sounds', '锣鼓咚咚响，孩子们哈哈大笑，跑得满头是汗。'],
  ])('%s', (_, line) => expect(stutters(line)).toEqual([]));
});
