import type { ExportFormat, ExportReport } from './exportFormat';

type Locale = 'en' | 'zh';

/** What was written, in one sentence: “12 mentions, 3 entities and 40 corrections”. Zeros are left out. */
export function writtenSummary({ mentions, entities, corrections }: ExportReport, locale: Locale): string {
  if (locale === 'zh') {
    const parts = [`标注 ${mentions} 处`];
    if (entities > 0) parts.push(`实体 ${entities} 个`);
    if (corrections > 0) parts.push(`更正 ${corrections} 处`);
    return parts.join('，');
  }
  const some = (n: number, one: string, many: string) => `${n} ${n === 1 ? one : many}`;
  const parts = [some(mentions, 'mention', 'mentions')];
  if (entities > 0) parts.push(some(entities, 'entity', 'entities'));
  if (corrections > 0) parts.push(some(corrections, 'correction', 'corrections'));
  return parts.join(', ');
}

/** The whole report as lines of text, for the clipboard, a file or a terminal. */
export function reportText(
  format: ExportFormat,
  report: ExportReport,
  place: string,
  locale: Locale,
): readonly string[] {
  const zh = locale === 'zh';
  const written = writtenSummary(report, locale);
  const lines = [
    zh
      ? `已导出${format.name.zh}：${place}（${written}）。`
      : `Exported as ${format.name.en}: ${place} (${written}).`,
  ];
  if (report.losses.length === 0) {
    lines.push(zh ? '没有丢失任何内容。' : 'Nothing was lost.');
    return lines;
  }
  lines.push(zh ? '此格式未能容纳：' : 'What the format could not hold:');
  for (const { what, count, examples } of report.losses) {
    lines.push(`  ${count} × ${what[locale]}`);
    for (const { text } of examples) lines.push(`      ${oneLine(text)}`);
    if (count > examples.length && examples.length > 0) {
      const more = count - examples.length;
      lines.push(zh ? `      ……另有 ${more} 处` : `      … and ${more} more`);
    }
  }
  return lines;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
