/** What has to stand in a text in which a rule has a match. */
export interface Needs {
  /** Every match holds one of these characters. */
  readonly needs: string;
  /** And it holds, or stands beside, one of these; empty where nothing more can be said. */
  readonly also: string;
}

/** Rules that ask for a character: bit `n` for rule `n`. */
interface AskedBy {
  needs: number;
  also: number;
}

/**
 * What tells the rules that may have a match in a text, bit `n` for rule `n`: one look at each character spares most rules their
 * search. At most 31 rules.
 */
export function possibleRulesOf(rules: readonly Needs[]): (text: string) => number {
  const askedBy = new Map<number, AskedBy>();
  rules.forEach((rule, n) => {
    for (const which of ['needs', 'also'] as const) {
      for (let k = 0; k < rule[which].length; k++) {
        const code = rule[which].charCodeAt(k);
        const asked = askedBy.get(code) ?? { needs: 0, also: 0 };
        asked[which] |= 1 << n;
        askedBy.set(code, asked);
      }
    }
  });
  // By class of the characters that the same rules ask for; 0 is that of nearly all, for which none does. So all lies near.
  const classOf = new Uint16Array(0x10000);
  const classes: AskedBy[] = [{ needs: 0, also: 0 }];
  for (const [code, asked] of askedBy) {
    const same = classes.findIndex(({ needs, also }) => needs === asked.needs && also === asked.also);
    classOf[code] = same < 0 ? classes.push(asked) - 1 : same;
  }
  const neededBy = Int32Array.from(classes, ({ needs }) => needs);
  const alsoBy = Int32Array.from(classes, ({ also }) => also);
  const unconditional = rules.reduce((bits, { also }, n) => (also === '' ? bits | (1 << n) : bits), 0);
  return text => {
    let needed = 0;
    let also = unconditional;
    for (let i = 0; i < text.length; i++) {
      const asked = classOf[text.charCodeAt(i)] ?? 0;
      if (asked === 0) continue;
      needed |= neededBy[asked] ?? 0;
      also |= alsoBy[asked] ?? 0;
    }
    return needed & also;
  };
}
