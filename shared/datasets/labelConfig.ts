import type { Tagset } from '../document/tagset';
import type { Losses } from '../exports/losses';

/** Colours of the types in Label Studio, one for each of the palette's twelve: legible behind black text. */
const COLOURS = [
  '#f4a3a3',
  '#9fc5f8',
  '#a8d8a0',
  '#ffd58a',
  '#c9b3ea',
  '#8fd9d3',
  '#f2b7dd',
  '#d6c29a',
  '#b5c7d6',
  '#c6e07d',
  '#f5b183',
  '#b0b0f5',
] as const;

/** The labelling configuration for `from_name="label"`, `to_name="text"`: every type of the tagset or in use. */
export function labelConfig(
  tagset: Tagset,
  used: ReadonlySet<string>,
  locale: 'zh' | 'en',
  losses: Losses,
): string {
  const described = new Map(tagset.map(type => [type.id, type]));
  const ids = [...new Set([...described.keys(), ...used])];
  const labels = ids.map((id, n) => {
    const type = described.get(id);
    const colour = COLOURS[((type?.color ?? n + 1) - 1) % COLOURS.length];
    const key = type?.key ? ` hotkey="${attribute(type.key, losses)}"` : '';
    const hint = type ? ` hint="${attribute(type.name[locale], losses)}"` : '';
    return `    <Label value="${attribute(id, losses)}" background="${colour}"${key}${hint}/>\n`;
  });
  return `<View>\n  <Labels name="label" toName="text">\n${labels.join('')}  </Labels>\n  <Text name="text" value="$text"/>\n</View>\n`;
}

/** XML 1.0 has no way to write most control characters and no lone surrogate; they become U+FFFD. */
function attribute(text: string, losses: Losses): string {
  const sound = text.replace(/[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|\p{Surrogate}/gu, () => {
    losses.add('controls');
    return '\ufffd';
  });
  return sound
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('"', '&quot;')
    .replace(/[\t\n\r]/g, c => `&#${c.charCodeAt(0)};`);
}
