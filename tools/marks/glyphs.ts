// Measures which Han characters look alike: draws them in a serif and a sans face in Chromium and correlates the
// blurred pictures, whole and by halves (清/晴 share one). `node tools/run.mjs tools/marks/glyphs.ts OUT.json [path of Chromium]` writes, for each
// character, its nearest others with their similarity in per cent. Takes some minutes; `learnLookalike.ts` reads the result.
import { writeFileSync } from 'node:fs';
import { chromium } from 'playwright-core';

const [out = 'glyphs.json', executablePath = '/usr/bin/chromium'] = process.argv.slice(2);
const SIZE = 26;
// Beyond GB 2312: variants and rare characters that recognition engines confuse with common ones.
const EXTRA =
  '囗亇岀冋挢厍査笫吋巿曰巳佘侖囘徙嫰痳鹽貓吿仟亍彳冂亠辶礻衤灬氵扌犭钅讠饣纟汩洎亓冇旡尢尣卩巜丬爿毌幵幷畫來對從時個們國會學樣點見這';

const chars = [...new Set([...gb2312(), ...EXTRA])];
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
const page = await browser.newPage();
const pictures: Float32Array[] = [];
for (const font of ['Noto Serif CJK SC', 'Noto Sans CJK SC']) {
  for (let at = 0; at < chars.length; at += 500) {
    const drawn = await page.evaluate(draw, { font, size: SIZE, chars: chars.slice(at, at + 500) });
    drawn.forEach((pixels, index) => {
      const place = at + index;
      const old = pictures[place];
      const half = normalise(Float32Array.from(pixels));
      if (!old) pictures[place] = half;
      else pictures[place] = Float32Array.from([...old, ...half], value => value * Math.SQRT1_2);
    });
  }
}
await browser.close();

/** Parts of the picture that are compared: characters that share one half differ in the other's component only. */
const PARTS: readonly { name: string; neighbours: number; holds: (x: number, y: number) => boolean }[] = [
  { name: 'whole', neighbours: 14, holds: () => true },
  { name: 'right', neighbours: 8, holds: x => x >= SIZE * 0.42 },
  { name: 'left', neighbours: 6, holds: x => x <= SIZE * 0.5 },
  { name: 'bottom', neighbours: 6, holds: (_, y) => y >= SIZE * 0.42 },
];

const nearest: Record<string, Record<string, [string, number][]>> = {};
for (const { name, neighbours, holds } of PARTS) {
  const kept = Array.from({ length: SIZE * SIZE }, (_, pixel) => pixel).filter(pixel =>
    holds(pixel % SIZE, Math.floor(pixel / SIZE)),
  );
  const parts = pictures.map(picture => {
    const faces = [0, SIZE * SIZE].map(offset =>
      normalise(Float32Array.from(kept, pixel => picture[offset + pixel] ?? 0)),
    );
    return Float32Array.from(
      faces.flatMap(face => [...face]),
      value => value * Math.SQRT1_2,
    );
  });
  for (let i = 0; i < chars.length; i++) {
    const list = nearestOf(parts, i, neighbours).map(([sum, j]): [string, number] => [
      chars[j] ?? '',
      Math.round(sum * 100),
    ]);
    nearest[chars[i] ?? ''] = { ...nearest[chars[i] ?? ''], [name]: list };
  }
}
writeFileSync(out, JSON.stringify(nearest));

function nearestOf(parts: readonly Float32Array[], i: number, neighbours: number): [number, number][] {
  const own = parts[i];
  const best: [number, number][] = [];
  if (!own) return best;
  let worst = 0;
  for (let j = 0; j < parts.length; j++) {
    const other = parts[j];
    if (i === j || !other) continue;
    let sum = 0;
    for (let k = 0; k < own.length; k++) sum += (own[k] ?? 0) * (other[k] ?? 0);
    if (best.length === neighbours && sum <= worst) continue;
    best.push([sum, j]);
    best.sort((a, b) => b[0] - a[0]);
    if (best.length > neighbours) best.pop();
    worst = best[best.length - 1]?.[0] ?? 0;
  }
  return best;
}

function gb2312(): string[] {
  const decoder = new TextDecoder('gb2312');
  const all: string[] = [];
  for (let high = 0xb0; high <= 0xf7; high++) {
    for (let low = 0xa1; low <= 0xfe; low++) {
      const char = decoder.decode(Uint8Array.of(high, low));
      if (/^\p{Script=Han}$/u.test(char)) all.push(char);
    }
  }
  return all;
}

/** Runs in the page: grey values of each character, blurred a little so that small shifts still match. */
function draw({ font, size, chars }: { font: string; size: number; chars: string[] }): number[][] {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = size;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('no 2d canvas');
  return chars.map(char => {
    context.filter = 'none';
    context.fillStyle = '#fff';
    context.fillRect(0, 0, size, size);
    context.filter = 'blur(0.8px)';
    context.fillStyle = '#000';
    context.font = `${size - 2}px "${font}"`;
    context.textBaseline = 'middle';
    context.textAlign = 'center';
    context.fillText(char, size / 2, size / 2 + 1);
    const { data } = context.getImageData(0, 0, size, size);
    return Array.from({ length: size * size }, (_, pixel) => 255 - (data[pixel * 4] ?? 0));
  });
}

/** Zero mean, unit length: the dot product of two is their correlation. */
function normalise(values: Float32Array): Float32Array {
  let mean = 0;
  for (const value of values) mean += value / values.length;
  let square = 0;
  for (const value of values) square += (value - mean) ** 2;
  const length = Math.sqrt(square) || 1;
  return values.map(value => (value - mean) / length);
}
