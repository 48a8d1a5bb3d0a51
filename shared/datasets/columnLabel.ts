/** `O`, or a letter of BIO, IOB1, BIOES, BMES or BILOU and a type. */
export const LABEL = /^(?:O|[BIESMLU]-\S+)$/;

export interface Tag {
  /** Null outside a mention. */
  readonly type: string | null;
  /** Whether a mention begins here whatever came before. */
  readonly begins: boolean;
  /** Whether it ends here whatever follows. */
  readonly ends: boolean;
}

const OUTSIDE: Tag = { type: null, begins: false, ends: false };

export function tagOf(label: string): Tag {
  if (label === 'O') return OUTSIDE;
  const letter = label[0] ?? '';
  return { type: label.slice(2), begins: 'BSU'.includes(letter), ends: 'ESLU'.includes(letter) };
}
