import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Anchored, type Anchoring, anchorQuotes } from '../../../shared/anchoring/anchorQuotes';
import { commonPassages } from '../../../shared/anchoring/passages';

function runToEnd<R>(generator: Generator<unknown, R>): R {
  for (;;) {
    const step = generator.next();
    if (step.done) return step.value;
  }
}

const HAN =
  '的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题党程展五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手角期根论运农指几九区强放决西被干做必战先回则任取据处队南给色光门即保治北造百规热领七海口东导器压志世金增争济阶油思术极交受联什认六共权收证改清己美再采转更单风切打白教速花带安场身车例真务具万每目至达走积示议声报斗完类八离华名确才科张信马节话米整空元况今集温传土许步群广石记需段研界拉林律叫且究观越织装影算低持音众书布复容儿须际商非验连断深难近矿千周委素技备半办青省列习响约支般史感劳便团往酸历市克何除消构府称太准精值号率族维划选标写存候毛亲快效斯院查江型眼王按格养易置派层片始却专状育厂京识适属圆包火住调满县局照参红细引听该铁价严';

/** Text without regularities, from a seed. */
function sample(length: number, seed = 1): string {
  let state = seed;
  let text = '';
  for (let n = 0; n < length; n++) {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    text += n % 41 === 40 ? '。\n' : HAN[(state >> 8) % HAN.length];
  }
  return text;
}

function quoteAt(text: string, start: number, end: number): Anchored {
  const prefix = text.slice(Math.max(0, start - 16), start);
  return {
    position: { start, end },
    quote: text.slice(start, end),
    prefix,
    suffix: text.slice(end, end + 16),
  };
}

function everyTenth(text: string): Anchored[] {
  const list: Anchored[] = [];
  for (let start = 5; start + 3 < text.length; start += 40) list.push(quoteAt(text, start, start + 3));
  return list;
}

const wordsAt = (text: string, place: Anchoring | undefined) =>
  place && place.kind !== 'orphan' ? text.slice(place.start, place.end) : null;

describe('what two texts have in common', () => {
  it('is the same on both sides, in order and disjoint', () => {
    const text = fc.array(fc.constantFrom('中国银行', '邀请了', '。\n', '𠮷', '人民', '政府'), {
      maxLength: 60,
    });
    fc.assert(
      fc.property(text, text, text, (head, a, b) => {
        const first = [...head, ...a, ...head].join('');
        const second = [...b, ...head].join('');
        let at = 0;
        for (const { from, to, length } of runToEnd(commonPassages(first, second))) {
          expect(from).toBeGreaterThanOrEqual(at);
          expect(first.slice(from, from + length)).toBe(second.slice(to, to + length));
          at = from + length;
        }
        expect(at).toBeLessThanOrEqual(first.length);
      }),
    );
  });

  it('is found where passages were moved, put in and taken out', () => {
    const [a, b, c, d] = [sample(900, 3), sample(900, 5), sample(900, 7), sample(900, 9)];
    const passages = runToEnd(commonPassages(a + b + c, d + c + a));
    const covered = passages.reduce((sum, { length }) => sum + length, 0);
    expect(covered).toBeGreaterThan(1.95 * a.length);
  });
});

describe('anchoring', () => {
  it('places everything exactly, at score 1, on the same text', () => {
    const text = sample(4000);
    const list = everyTenth(text);
    const placed = runToEnd(anchorQuotes(list, text, text));
    expect(placed).toEqual(list.map(({ position }) => ({ kind: 'exact', ...position, score: 1 })));
  });

  it('does not lose a mention to edits elsewhere', () => {
    const text = sample(3000);
    const list = everyTenth(text);
    const edit = fc.record({
      n: fc.integer({ min: 0, max: 70 }),
      del: fc.integer({ min: 0, max: 12 }),
      ins: fc.string(),
    });
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 30 }), edits => {
        // Only between the mentions: the words 15 to 30 after the start of each.
        const sorted = [...new Map(edits.map(each => [each.n, each])).values()].sort((a, b) => b.n - a.n);
        let changed = text;
        for (const { n, del, ins } of sorted) {
          const at = 5 + 40 * n + 16;
          changed = changed.slice(0, at) + ins + changed.slice(at + del);
        }
        const placed = runToEnd(anchorQuotes(list, text, changed));
        expect(placed.map(place => wordsAt(changed, place))).toEqual(list.map(({ quote }) => quote));
      }),
      { numRuns: 60 },
    );
  });

  it('makes an orphan of what was deleted, though the same words stand nearby', () => {
    const around = [sample(400, 2), sample(60, 4), sample(400, 6)] as const;
    const text = `${around[0]}何玉兰${around[1]}何玉兰${around[2]}`;
    const first = quoteAt(text, around[0].length, around[0].length + 3);
    const second = text.indexOf('何玉兰', around[0].length + 3);
    const changed = around[0].slice(0, -30) + text.slice(second - 20);
    const placed = runToEnd(anchorQuotes([first, quoteAt(text, second, second + 3)], text, changed));
    expect(placed[0]).toEqual({ kind: 'orphan' });
    expect(wordsAt(changed, placed[1])).toBe('何玉兰');
  });

  it('finds a name with one character corrected, surer of it the more is the same', () => {
    const [a, b] = [sample(200, 2), sample(200, 4)];
    const text = `${a}退休教师何玉蓝说${b}`;
    const changed = `新添的一段。${a}退休教师何玉兰说${b}`;
    const at = text.indexOf('何玉蓝');
    const [place] = runToEnd(anchorQuotes([quoteAt(text, at, at + 3)], text, changed));
    expect(wordsAt(changed, place)).toBe('何玉兰');
    expect(place).toMatchObject({ kind: 'moved' });
    expect(place?.kind === 'moved' && place.score).toBeGreaterThan(0.75);
  });

  it('needs no text of its own: words, surroundings and place suffice', () => {
    const text = sample(4000);
    const list = everyTenth(text);
    const changed = `${sample(300, 8)}${text}`;
    const placed = runToEnd(anchorQuotes(list, null, changed));
    expect(placed.map(place => wordsAt(changed, place))).toEqual(list.map(({ quote }) => quote));
    const placeless = { ...quoteAt(text, 845, 848), position: null };
    expect(wordsAt(changed, runToEnd(anchorQuotes([placeless], text, changed))[0])).toBe(placeless.quote);
  });

  it('trusts the words, not offsets that do not fit them', () => {
    const text = sample(600);
    const wrong = { ...quoteAt(text, 300, 304), position: { start: 17, end: 21 } };
    expect(runToEnd(anchorQuotes([wrong], text, text))[0]).toMatchObject({ start: 300, end: 304 });
  });
});
