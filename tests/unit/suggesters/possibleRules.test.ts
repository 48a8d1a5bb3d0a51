import fc from 'fast-check';
import { expect, it } from 'vitest';
import { possibleRulesOf } from '../../../shared/suggesters/possibleRules';
import { RULES } from '../../../shared/suggesters/regularTypes';

/** What the rules that ask for more than one character have matches in. */
const EXAMPLES = [
  '今年3至5月',
  '十一—十二月',
  '(1885—1951)',
  '|1885 |',
  '1950—1953',
  '2023中国马拉松',
  '1999届毕业生',
  '清康熙三年',
  '光绪末',
  '明嘉靖间',
  '东晋太和四年',
  '下午3点半',
  '晚七时许',
  '人民币三百元',
  '1,200万美元',
  '银六百两',
  '费钱三百八十六千文',
  '制钱二十吊,',
  '卖二百六,',
  '每斤四千五左右',
  '0.4个百分点',
  '万分之三',
  '5‰',
  '3pct',
  '三成五',
  '三分之二',
];
const alphabet = [
  ...new Set(RULES.flatMap(({ needs, also }) => [...needs, ...also, ..."年月日时点,.。间'"])),
];

it('a rule is only passed over where it has no match', () => {
  const changed = fc.record({
    text: fc.constantFrom(...EXAMPLES),
    at: fc.nat(12),
    length: fc.nat(3),
    instead: fc.array(fc.constantFrom(...alphabet), { maxLength: 3 }),
    behind: fc.constantFrom('', ...EXAMPLES),
  });
  const possible = possibleRulesOf(RULES);
  let matches = 0;
  fc.assert(
    fc.property(changed, ({ text, at, length, instead, behind }) => {
      const made = `${text.slice(0, at)}${instead.join('')}${text.slice(at + length)}${behind}`;
      const bits = possible(made);
      RULES.forEach(({ rule, pattern }, n) => {
        if (made.search(pattern) < 0) return;
        matches++;
        expect(`${made}: ${rule} ${(bits >> n) & 1}`).toBe(`${made}: ${rule} 1`);
      });
    }),
    { numRuns: 3000 },
  );
  expect(matches).toBeGreaterThan(1000);
});

it('every rule that asks for more has an example', () => {
  for (const { rule, pattern, also } of RULES) {
    if (also !== '')
      expect(`${rule}: ${EXAMPLES.some(text => text.search(pattern) >= 0)}`).toBe(`${rule}: true`);
  }
});
