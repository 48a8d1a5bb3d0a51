import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import type { BlockKind, TextBlock } from '../../shared/document/textBlock';

/** A document of the undamaged prose in `../shared/corpus/train`. */
export interface ProseDocument {
  readonly id: string;
  readonly source: string;
  readonly genre: 'novel' | 'verse' | 'gov' | 'tech';
  readonly split: 'train' | 'dev';
  readonly blocks: readonly TextBlock[];
}

const KINDS: Readonly<Record<string, BlockKind>> = { h: 'heading', li: 'list', code: 'code', table: 'table' };

/** Reads the prose where it lies; an empty list where it is absent. */
export function readProse(file: string): ProseDocument[] {
  if (!existsSync(file)) return [];
  return gunzipSync(readFileSync(file))
    .toString('utf8')
    .split('\n')
    .filter(line => line !== '')
    .map(line => {
      const raw = JSON.parse(line) as {
        id: string;
        source: string;
        genre: ProseDocument['genre'];
        split: ProseDocument['split'];
        blocks: { t: string; lvl?: number; s: string }[];
      };
      const blocks = raw.blocks.map(({ t, lvl, s }, index) => ({
        id: `b${index}`,
        kind: KINDS[t] ?? 'paragraph',
        level: t === 'h' ? (lvl ?? 1) : 0,
        marker: '',
        text: s,
        gap: '\n\n',
      }));
      return { id: raw.id, source: raw.source, genre: raw.genre, split: raw.split, blocks };
    });
}
