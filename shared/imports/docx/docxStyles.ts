import { readXml } from '../markup/readXml';

/** Heading levels by style id, from names (`heading 1`, `标题 1`), outline levels and what a style is based on. */
export function* readStyles(xml: readonly string[]): Generator<number, ReadonlyMap<string, number>> {
  const styles = new Map<string, { name: string; outline: number | null; base: string }>();
  let current: { name: string; outline: number | null; base: string } | null = null;
  yield* readXml(xml, {
    open(tag) {
      const value = tag.attribute('w:val') ?? '';
      if (tag.name === 'style') {
        current = { name: '', outline: null, base: '' };
        styles.set(tag.attribute('w:styleId') ?? '', current);
      } else if (!current) return;
      else if (tag.name === 'name') current.name = value;
      else if (tag.name === 'basedOn') current.base = value;
      else if (tag.name === 'outlineLvl') current.outline = Number(value);
    },
    close(name) {
      if (name === 'style') current = null;
    },
    text() {},
  });
  const levels = new Map<string, number>();
  for (const id of styles.keys()) levels.set(id, levelOf(styles, id));
  return levels;
}

function levelOf(
  styles: ReadonlyMap<string, { name: string; outline: number | null; base: string }>,
  id: string,
): number {
  let at = id;
  for (let steps = 0; steps < 20; steps++) {
    const style = styles.get(at);
    if (!style) return 0;
    const [, named] = /^(?:heading|标题|標題)\s*([1-9])$/i.exec(style.name) ?? [];
    if (named !== undefined) return Math.min(6, Number(named));
    if (/^(?:title|标题|標題)$/i.test(style.name)) return 1;
    if (style.outline !== null && style.outline < 9) return Math.min(6, style.outline + 1);
    at = style.base;
  }
  return 0;
}
