import type { Message } from '../../shared/source/fileError';

/** How the engine's messages on expressions end, and what they mean to an editor. */
const PROBLEMS: readonly (readonly [end: string, en: string, zh: string])[] = [
  ['Unterminated group', 'a “(” is not closed', '圆括号没有闭合'],
  ["Unmatched ')'", 'a “)” has no “(”', '多了一个右圆括号'],
  ['Unterminated character class', 'a “[” is not closed', '方括号没有闭合'],
  [
    'Lone quantifier brackets',
    'a “{”, “}” or “]” stands alone; write “\\” before it',
    '单独的 {、} 或 ] 前须加“\\”',
  ],
  ['Nothing to repeat', 'nothing stands before “*”, “+”, “?” or “{”', '“*”“+”“?”或“{”之前没有内容'],
  ['Incomplete quantifier', 'a “{” is not closed', '花括号没有闭合'],
  [
    'numbers out of order in {} quantifier',
    'the numbers in “{ }” are in the wrong order',
    '花括号中的数字次序颠倒',
  ],
  [
    'Range out of order in character class',
    'a range in “[ ]” is in the wrong order',
    '方括号中的范围次序颠倒',
  ],
  ['Invalid character class', 'a range in “[ ]” is not possible', '方括号中的范围无效'],
  ['\\ at end of pattern', 'nothing stands after “\\”', '“\\”之后没有内容'],
  ['Invalid property name', 'there is no such property for “\\p”', '“\\p”没有这样的属性'],
  ['Invalid property name in character class', 'there is no such property for “\\p”', '“\\p”没有这样的属性'],
  ['Invalid named reference', 'there is no group of that name', '没有这个名称的分组'],
  ['Invalid capture group name', 'a group has no proper name', '分组的名称无效'],
  ['Duplicate capture group name', 'two groups have the same name', '两个分组同名'],
  ['Invalid group', 'what follows “(?” is not known', '“(?”之后的写法无效'],
  ['Invalid escape', 'what follows “\\” is not known', '“\\”之后的写法无效'],
  ['Invalid class escape', 'what follows “\\” is not known', '“\\”之后的写法无效'],
  ['Invalid unicode escape', 'what follows “\\u” is not a character', '“\\u”之后不是字符代码'],
  ['Invalid Unicode escape', 'what follows “\\u” is not a character', '“\\u”之后不是字符代码'],
];

/** What is wrong with an expression, in both languages; the engine's own words where it says something else. */
export function expressionProblem(message: string): Message {
  const known = PROBLEMS.find(([end]) => message.endsWith(end));
  if (known) return { en: known[1], zh: known[2] };
  const own = message.replace(/^Invalid regular expression: /, '');
  return { en: own, zh: own };
}
