const SPECIAL = /[&<>\p{Cc}\p{Cs}\ufffe\uffff]/u;
const SPECIALS = /[&<>\p{Cc}\p{Cs}\ufffe\uffff]/gu;

/**
 * Text as HTML that parses to the same text again. What HTML cannot hold is shown instead, unit for unit: a control
 * character by its picture (NUL as ␀), a lone surrogate, non-character or C1 control as U+FFFD. Tabs and line feeds stay.
 */
export function htmlText(text: string): string {
  return SPECIAL.test(text) ? text.replace(SPECIALS, shown) : text;
}

/** The same for an attribute value in double quotes. */
export function htmlAttribute(text: string): string {
  return htmlText(text).replaceAll('"', '&quot;');
}

const CONTROL_PICTURES = 0x2400;
const DELETE = 0x7f;

function shown(char: string): string {
  switch (char) {
    case '&':
      return '&amp;';
    case '<':
      return '&lt;';
    case '>':
      return '&gt;';
    case '\t':
    case '\n':
      return char;
  }
  const code = char.charCodeAt(0);
  if (code < 0x20) return String.fromCharCode(CONTROL_PICTURES + code);
  return code === DELETE ? '\u2421' : '\ufffd';
}
