import type { Tagset } from '../../document/tagset';
import type { TextLanguage } from '../language';
import { xmlAttribute } from '../xmlText';
import { WORD_NAMESPACES } from './docxPackage';

/** Pale backgrounds of the palette's twelve colours, as on the screen. */
const TINTS = [
  'E1ECF8',
  'E0F1E5',
  'FBEAD6',
  'EFE6F8',
  'FAE3EF',
  'F2F0CF',
  'D9F0F0',
  'FAE3E0',
  'E8E7FB',
  'EAF1DA',
  'F3E7E0',
  'E6EAEE',
];

const FONTS: Readonly<Record<TextLanguage, { body: string; heading: string; language: string }>> = {
  'zh-Hans': { body: 'SimSun', heading: 'SimHei', language: 'zh-CN' },
  'zh-Hant': { body: 'PMingLiU', heading: 'Microsoft JhengHei', language: 'zh-TW' },
  en: { body: 'SimSun', heading: 'SimHei', language: 'zh-CN' },
};

/** `styles.xml`: body text indented by two characters as Chinese is set, headings, a character style for each type. */
export function stylesXml(tagset: Tagset, language: TextLanguage, locale: 'zh' | 'en'): string {
  const { body, heading, language: eastAsia } = FONTS[language];
  const fonts = (latin: string, han: string) =>
    `<w:rFonts w:ascii="${latin}" w:hAnsi="${latin}" w:eastAsia="${han}" w:cs="${latin}"/>`;
  const indent = language === 'en' ? '' : '<w:ind w:firstLineChars="200" w:firstLine="420"/>';
  const parts = [
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:styles ${WORD_NAMESPACES}>\n`,
    `<w:docDefaults><w:rPrDefault><w:rPr>${fonts('Times New Roman', body)}<w:sz w:val="21"/><w:szCs w:val="21"/><w:lang w:val="en-US" w:eastAsia="${eastAsia}"/></w:rPr></w:rPrDefault>`,
    '<w:pPrDefault><w:pPr><w:spacing w:line="360" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>\n',
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>\n',
    '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>\n',
    paragraph('BodyText', 'Body Text', indent, ''),
    paragraph('ListParagraph', 'List Paragraph', '<w:ind w:left="420" w:hanging="420"/>', ''),
    paragraph('Quote', 'Quote', '<w:ind w:left="420" w:right="420"/>', '<w:color w:val="404040"/>'),
    paragraph('KanwuVerbatim', 'Kanwu Verbatim', '', fonts('Consolas', body)),
    ...[1, 2, 3, 4, 5, 6].map(level =>
      paragraph(
        `Heading${level}`,
        `heading ${level}`,
        `<w:keepNext/><w:keepLines/><w:spacing w:before="${360 - 30 * level}" w:after="120"/><w:outlineLvl w:val="${level - 1}"/>`,
        `${fonts('Arial', heading)}<w:b/><w:bCs/><w:sz w:val="${38 - 3 * level}"/><w:szCs w:val="${38 - 3 * level}"/>`,
      ),
    ),
    ...tagset.map(
      ({ name, id, color }, n) =>
        `<w:style w:type="character" w:customStyle="1" w:styleId="KanwuType${n + 1}"><w:name w:val="${xmlAttribute(`Kanwu ${n + 1} ${name[locale] || id}`)}"/><w:rPr><w:shd w:val="clear" w:color="auto" w:fill="${TINTS[color - 1] ?? 'E6E6E6'}"/></w:rPr></w:style>\n`,
    ),
    '</w:styles>\n',
  ];
  return parts.join('');
}

function paragraph(id: string, name: string, properties: string, run: string): string {
  const custom = id.startsWith('Kanwu') ? ' w:customStyle="1"' : '';
  const next = id.startsWith('Heading') ? '<w:next w:val="BodyText"/>' : '';
  return (
    `<w:style w:type="paragraph"${custom} w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="Normal"/>${next}<w:qFormat/>` +
    `${properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`}${run === '' ? '' : `<w:rPr>${run}</w:rPr>`}</w:style>\n`
  );
}
