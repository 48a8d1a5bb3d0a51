import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const css = readFileSync(new URL('../../../renderer/theme/tokens.css', import.meta.url), 'utf8');
const [light, dark] = css
  .split(/^(?=:root)/m)
  .map(colours)
  .filter(found => found['paper']);

function colours(block: string): Readonly<Record<string, string>> {
  const found = block.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g);
  return Object.fromEntries([...found].map(([, name, value]) => [name, value]));
}

/** Contrast by WCAG 2: 1–21. */
function contrast(a: string | undefined, b: string | undefined): number {
  const [high = 0, low = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (high + 0.05) / (low + 0.05);
}

function luminance(colour = '#000000'): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map(at => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
    .map(value => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

it.each([
  ['light', light],
  ['dark', dark],
])('text is readable on every surface, %s', (_, theme = {}) => {
  const weak: string[] = [];
  for (const surface of ['paper', 'panel', 'raised', 'hover', 'selected']) {
    for (const text of ['ink', 'muted', 'faint', 'accent', 'danger', 'warn', 'ok']) {
      if (contrast(theme[text], theme[surface]) < 4.5) weak.push(`${text} on ${surface}`);
    }
  }
  expect(weak).toEqual([]);
});

it.each([
  ['light', light],
  ['dark', dark],
])('all twelve types can be seen and the words under them read, %s', (_, theme = {}) => {
  const weak: string[] = [];
  for (let n = 1; n <= 12; n++) {
    if (contrast(theme[`tag-${n}`], theme['paper']) < 3) weak.push(`line ${n}`);
    if (contrast(theme['ink'], theme[`tag-${n}-tint`]) < 4.5) weak.push(`words on ${n}`);
    if (contrast(theme[`tag-${n}`], theme[`tag-${n}-tint`]) < 4.5) weak.push(`badge ${n}`);
  }
  expect(weak).toEqual([]);
});
