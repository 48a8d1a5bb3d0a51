/**
 * A processing instruction `<?kanwu NAME JSON?>`: what TEI has no words for and only Kanwu needs to get the very same
 * text back (blank lines, indents, Markdown's signs). Other programs pass over it.
 */
export function instruction(name: string, value: unknown): string {
  const json = JSON.stringify(value).replace(/[^\x20-\x7e\xa0-\ud7ff\ue000-\ufffd]|(?<=\?)>/g, escaped);
  return `<?kanwu ${name} ${json}?>`;
}

function escaped(char: string): string {
  return `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
