const SPECIAL = /[&<>\r\0-\x08\x0b\x0c\x0e-\x1f\p{Cs}\ufffe\uffff]/u;
const SPECIALS = /[&<>\r\0-\x08\x0b\x0c\x0e-\x1f\p{Cs}\ufffe\uffff]/gu;
const UNWRITABLE = /[\0-\x08\x0b\x0c\x0e-\x1f\p{Cs}\ufffe\uffff]/gu;

/**
 * Text as XML 1.0 that parses to the same text again. What XML cannot hold is shown instead, unit for unit: a control
 * character by its picture (NUL as ␀), a lone surrogate or non-character as U+FFFD.
 */
export function xmlText(text: string): string {
  return SPECIAL.test(text) ? text.replace(SPECIALS, shown) : text;
}

/** The same for an attribute value in double quotes; white space stays what it is. */
export function xmlAttribute(text: string): string {
  const escaped = xmlText(text);
  return /["\t\n]/.test(escaped)
    ? escaped.replaceAll('"', '&quot;').replaceAll('\t', '&#9;').replaceAll('\n', '&#10;')
    : escaped;
}

/** How many code units of a text XML cannot hold. */
export function unwritableInXml(text: string): number {
  return SPECIAL.test(text) ? (text.match(UNWRITABLE)?.length ?? 0) : 0;
}

const CONTROL_PICTURES = 0x2400;

function shown(char: string): string {
  switch (char) {
    case '&':
      return '&amp;';
    case '<':
      return '&lt;';
    case '>':
      return '&gt;';
    case '\r':
      return '&#13;';
  }
  const code = char.charCodeAt(0);
  return code < 0x20 ? String.fromCharCode(CONTROL_PICTURES + code) : '\ufffd';
}
