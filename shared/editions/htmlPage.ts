import { HTML_STYLE } from './htmlStyle';
import { htmlAttribute, htmlText } from './htmlText';

export interface PageHead {
  /** BCP 47. */
  readonly language: string;
  readonly title: string;
  /** Empty where nothing is to be said. */
  readonly generator: string;
}

/** What stands in the page's `style` element, to the letter: a policy can allow just this. */
export const HTML_STYLE_ELEMENT = `\n${HTML_STYLE}`;

/** A page up to and with its `<body>`. Its policy forbids scripts and whatever would be loaded. */
export function htmlHead({ language, title, generator }: PageHead): string {
  const made = generator === '' ? '' : `<meta name="generator" content="${htmlAttribute(generator)}">\n`;
  return (
    `<!doctype html>\n<html lang="${language}">\n<head>\n<meta charset="utf-8">\n` +
    '<meta name="viewport" content="width=device-width, initial-scale=1">\n' +
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">\n` +
    `${made}<title>${htmlText(title)}</title>\n<style>${HTML_STYLE_ELEMENT}</style>\n</head>\n<body>\n`
  );
}
