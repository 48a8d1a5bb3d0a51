import { describe, expect, it } from 'vitest';
import { likenessAt, type WrongForm, wrongFormOf } from '../../../shared/search/wrongForm';

/** The form of a correction written as `before⟨removed→inserted⟩after`. */
function formOf(marked: string): WrongForm | null {
  const [, head = '', removed = '', inserted = '', tail = ''] =
    /^(.*?)⟨(.*?)→(.*?)⟩(.*)$/u.exec(marked) ?? [];
  const from = head.length;
  return wrongFormOf({ before: `${head}${removed}${tail}`, from, to: from + removed.length, inserted });
}

const pair = (marked: string) => {
  const form = formOf(marked);
  if (!form) return null;
  const { wrong, right, from, to, by } = form;
  expect(`${wrong.slice(0, from)}${by}${wrong.slice(to)}`).toBe(right);
  return `${wrong} → ${right}`;
};

describe('the wrong form of a correction', () => {
  it('is the word it stands in, with what was there before put back', () => {
    expect(pair('他⟨己→已⟩经走了')).toBe('己经 → 已经');
    expect(pair('旅客在⟨侯→候⟩车室里')).toBe('侯车室 → 候车室');
    expect(pair('read t⟨eh→he⟩ book')).toBe('teh → the');
    expect(pair('他们⟨末来→未来⟩的日子')).toBe('末来 → 未来');
  });

  it('is told of stutters and stray spaces as well', () => {
    expect(pair('我⟨们→⟩们走了')).toBe('我们们 → 我们');
    expect(pair('来到中⟨ →⟩国了')).toBe('中 国 → 中国');
  });

  it('takes a neighbour along where something is only put in', () => {
    expect(pair('the ba⟨→n⟩k')).toBe('bak → bank');
    expect(pair('the ⟨→b⟩ank')).toBe('ank → bank');
  });

  it('is none for single characters, phrases and rewriting', () => {
    for (const marked of [
      '他⟨的→地⟩走了',
      '你好⟨,→，⟩世界',
      '他们⟨今天上午→⟩走了',
      '他们⟨→今天上午⟩走了',
      '这是⟨原来写下的一整句话→改过⟩的',
      '他⟨→⟩走了',
      '我们⟨ →⟩去',
    ]) {
      expect([marked, pair(marked)]).toEqual([marked, null]);
    }
  });

  it('is cut between characters, not within them', () => {
    expect(pair(`${'𠮷'.repeat(30)}他⟨己→已⟩经走了`)).toBe('己经 → 已经');
  });
});

describe('a place where the wrong form stands', () => {
  const likeness = (marked: string, text: string) => {
    const form = formOf(marked);
    return form && likenessAt(text, text.indexOf(form.wrong), form);
  };

  it('is the same where it is words by itself', () => {
    expect(likeness('他⟨己→已⟩经走了', '名单也己经核对')).toBe('same');
    expect(likeness('我⟨们→⟩们走了', '我们们来了')).toBe('same');
  });

  it('is doubtful where another word goes beyond it', () => {
    expect(likeness('他⟨己→已⟩经走了', '自己经过门口')).toBe('doubtful');
    expect(likeness('对市⟨厂→场⟩改造', '北门菜市厂建于')).toBe('same');
  });

  it('is none where the right form stands already', () => {
    const form = { wrong: '改革开', right: '改革开放', from: 2, to: 3, by: '开放' };
    expect(likenessAt('在改革开放以后', 1, form)).toBe('none');
    expect(likenessAt('在改革开以后', 1, form)).toBe('same');
  });
});
