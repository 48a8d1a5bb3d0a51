/** A tagged span by offsets into the whole text, UTF-16 code units. */
export interface FlatMention {
  readonly from: number;
  readonly to: number;
  readonly type: string;
}

export interface SampleText {
  /** One paragraph or heading (`## …`) a line. */
  readonly text: string;
  /** By `from`; some lie inside others. */
  readonly mentions: readonly FlatMention[];
}

const SURNAMES = '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗';
const GIVEN = '伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂建国志华文玉春梅';
const PLACES = '临江 青浦 白河 东岭 石桥 南湾 梅川 西陵 柳城 云溪 新渡 北塘'.split(' ');
const OFFICES =
  '市教育局 县农业合作社 区人民医院 市图书馆 县水利站 市第三中学 区文化馆 市纺织厂 县气象台'.split(' ');
const WORKS = '《春潮》 《河边的人》 《乡村账簿》 《灯塔与船》 《麦田札记》'.split(' ');
const EVENTS = '全市运动会 秋季书展 防汛演练 春耕动员会 老城修缮工程'.split(' ');
const CLAUSES = (
  '雨水比往年来得早一些|河堤两岸的柳树已经绿了|工人们连夜把设备搬进新厂房|孩子们沿着石板路走回家去|' +
  '这项办法试行半年以后收到了成效|大家都觉得应当先把道路修好|仓库里的粮食重新过了一遍秤|账目逐笔核对没有发现差错|' +
  '老人把旧照片一张一张摆在桌上|参加的人比预想的多出许多|问题最后还是回到了经费上面|夜里的灯光一直亮到十点以后|' +
  '新来的技术员很快熟悉了情况|会上没有人提出不同的意见|村口的集市又热闹了起来|水泵一台接一台地开动了'
).split('|');
/** A capital letter in braces is a mention; `{N}` is an office whose place is a mention too. */
const TAGGED = (
  '{D}，{P}在{L}告诉记者，|据{N}介绍，|{P}和{P}一同来到{N}，|{N}于{D}拨款{M}，|{L}的{P}写成了{W}，|' +
  '在{E}上，{P}代表{N}发言，|增长约{C}，其中{L}占了多数，|{T}，{E}在{L}开始，'
).split('|');
const HEADINGS = '入春以来的几件事 河堤修好以后 一座老厂的新账 读者来信选登 记一次寻常的会议'.split(' ');

/** One mention for this many characters: five per 200. */
const CHARACTERS_PER_MENTION = 40;

/** The same plausible Chinese prose at every call: paragraphs of 80–400 characters, a heading now and then. */
export function sampleText(characters: number): SampleText {
  const prose = new Prose();
  for (let n = 0; prose.length < characters; n++) {
    if (n % 12 === 0) prose.heading();
    else prose.paragraph();
  }
  return { text: prose.text(), mentions: prose.mentions };
}

class Prose {
  length = 0;
  readonly mentions: FlatMention[] = [];
  private readonly parts: string[] = [];
  private seed = 42;

  text(): string {
    return this.parts.join('');
  }

  heading(): void {
    this.write(`## ${this.pick(HEADINGS)}\n`);
  }

  paragraph(): void {
    const end = this.length + 80 + this.below(266);
    while (this.length < end) {
      if (this.mentions.length * CHARACTERS_PER_MENTION < this.length) this.tagged(this.pick(TAGGED));
      for (let n = this.below(2); n >= 0; n--) this.write(`${this.pick(CLAUSES)}${n === 0 ? '。' : '，'}`);
    }
    this.write('\n');
  }

  private tagged(pattern: string): void {
    for (const part of pattern.split(/[{}]/)) {
      if (/^[A-Z]$/.test(part)) this.mention(part);
      else this.write(part);
    }
  }

  private mention(kind: string): void {
    const from = this.length;
    if (kind === 'P') this.tag('PER', this.pick(SURNAMES) + this.pick(GIVEN) + this.pick(GIVEN));
    else if (kind === 'L') this.tag('LOC', this.pick(PLACES));
    else if (kind === 'D') this.tag('DATE', `${1 + this.below(12)}月${1 + this.below(28)}日`);
    else if (kind === 'T') this.tag('TIME', `上午${8 + this.below(4)}时`);
    else if (kind === 'M') this.tag('MONEY', `${2 + this.below(90)}万元`);
    else if (kind === 'C') this.tag('PERCENT', `${2 + this.below(90)}%`);
    else if (kind === 'W') this.tag('WORK', this.pick(WORKS));
    else if (kind === 'E') this.tag('EVENT', this.pick(EVENTS));
    else {
      const place = this.pick(PLACES);
      this.tag('ORG', place + this.pick(OFFICES));
      this.mentions.push({ from, to: from + place.length, type: 'LOC' });
    }
  }

  private tag(type: string, text: string): void {
    this.mentions.push({ from: this.length, to: this.length + text.length, type });
    this.write(text);
  }

  private write(text: string): void {
    this.parts.push(text);
    this.length += text.length;
  }

  private pick(from: string | readonly string[]): string {
    return from[this.below(from.length)] ?? '';
  }

  /** A whole number from 0 below `limit` (linear congruential generator of Numerical Recipes). */
  private below(limit: number): number {
    this.seed = (this.seed * 1664525 + 1013904223) >>> 0;
    return Math.floor((this.seed / 2 ** 32) * limit);
  }
}
