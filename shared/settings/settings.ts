import * as v from 'valibot';
import { tagsetSchema } from '../annotation/tagsetFile';
import type { Tagset } from '../document/tagset';
import { FINDING_KINDS, type FindingKind } from '../findings/finding';

/** Everything the editor can set. One value serves all windows; main keeps it, the renderer is told of changes. */
export interface Settings {
  readonly theme: 'system' | 'light' | 'dark';
  /** Language of the program, not of the text. */
  readonly locale: 'system' | 'zh' | 'en';
  /** Written as "who" into decisions and corrections. May be empty. */
  readonly author: string;
  /** Whether joined breaks stay faintly visible in the text. */
  readonly showSeams: boolean;
  /** Whether characters of no width are shown in the text. */
  readonly showInvisible: boolean;
  /** Findings below this confidence (0–1) are not listed. */
  readonly minimumConfidence: number;
  /** Kinds of finding that are not listed, marked or counted. */
  readonly disabledKinds: readonly FindingKind[];
  /** "Accept all that are sure" takes the findings at or above this confidence (0–1). */
  readonly bulkConfidence: number;
  /** Whether a decision moves on to the next finding. */
  readonly autoAdvance: boolean;
  /** Whether mentions are suggested. */
  readonly suggestions: boolean;
  /** Suggestions below this confidence (0–1) are not listed. */
  readonly minimumSuggestion: number;
  /** Types of the tagset that are not suggested. */
  readonly unsuggestedTypes: readonly string[];
  /** Whether unsaved work that has a file already is saved by itself. */
  readonly autosave: boolean;
  /** Seconds between two times. */
  readonly autosaveSeconds: number;
  /** The types a new document begins with; null for Kanwu's own. */
  readonly tagset: Tagset | null;
  readonly font: 'serif' | 'sans';
  /** CSS pixels. */
  readonly fontSize: number;
  readonly outlineOpen: boolean;
  readonly inspectorOpen: boolean;
  /** Panel widths in CSS pixels. */
  readonly outlineWidth: number;
  readonly inspectorWidth: number;
  /** What was exported last, for doing it again; null before the first time. */
  readonly lastExport: ExportChoice | null;
}

/** An export as the editor chose it. */
export interface ExportChoice {
  /** Id of an export format. */
  readonly format: string;
  readonly text: 'corrected' | 'original';
  /** By the option's id. */
  readonly options: Readonly<Record<string, string>>;
}

const between = (low: number, high: number) => v.pipe(v.number(), v.minValue(low), v.maxValue(high));

const shortText = v.pipe(v.string(), v.maxLength(64));
const exportChoice = v.strictObject({
  format: shortText,
  text: v.picklist(['corrected', 'original']),
  options: v.pipe(v.record(shortText, shortText), v.maxEntries(40)),
});

/** Validates one change of settings, as it comes from the renderer: only known names, only values within range. */
export const settingsChangeSchema = v.strictObject({
  theme: v.exactOptional(v.picklist(['system', 'light', 'dark'])),
  locale: v.exactOptional(v.picklist(['system', 'zh', 'en'])),
  author: v.exactOptional(v.pipe(v.string(), v.maxLength(200))),
  showSeams: v.exactOptional(v.boolean()),
  showInvisible: v.exactOptional(v.boolean()),
  minimumConfidence: v.exactOptional(between(0, 1)),
  disabledKinds: v.exactOptional(
    v.pipe(v.array(v.picklist(FINDING_KINDS)), v.maxLength(FINDING_KINDS.length)),
  ),
  bulkConfidence: v.exactOptional(between(0, 1)),
  autoAdvance: v.exactOptional(v.boolean()),
  suggestions: v.exactOptional(v.boolean()),
  minimumSuggestion: v.exactOptional(between(0, 1)),
  unsuggestedTypes: v.exactOptional(v.pipe(v.array(v.pipe(v.string(), v.maxLength(64))), v.maxLength(200))),
  autosave: v.exactOptional(v.boolean()),
  autosaveSeconds: v.exactOptional(v.pipe(between(5, 3600), v.integer())),
  font: v.exactOptional(v.picklist(['serif', 'sans'])),
  fontSize: v.exactOptional(between(12, 40)),
  outlineOpen: v.exactOptional(v.boolean()),
  inspectorOpen: v.exactOptional(v.boolean()),
  outlineWidth: v.exactOptional(between(120, 800)),
  inspectorWidth: v.exactOptional(between(200, 1000)),
  tagset: v.exactOptional(v.nullable(tagsetSchema)),
  lastExport: v.exactOptional(v.nullable(exportChoice)),
});

export const DEFAULT_SETTINGS: Settings = {
  theme: 'system',
  locale: 'system',
  author: '',
  showSeams: true,
  showInvisible: false,
  minimumConfidence: 0.5,
  disabledKinds: [],
  bulkConfidence: 0.9,
  autoAdvance: true,
  suggestions: true,
  minimumSuggestion: 0.5,
  unsuggestedTypes: [],
  autosave: true,
  autosaveSeconds: 30,
  font: 'serif',
  fontSize: 18,
  outlineOpen: true,
  inspectorOpen: true,
  outlineWidth: 240,
  inspectorWidth: 340,
  tagset: null,
  lastExport: null,
};

/**
 * Reads stored settings one value at a time, so that a bad one costs only itself: it falls back to its default, and
 * its name is listed in `rejected`. Names this version does not know are left out silently (a newer version's).
 */
export function readSettings(stored: unknown): { settings: Settings; rejected: readonly string[] } {
  const rejected: string[] = [];
  const values = new Map(v.is(v.record(v.string(), v.unknown()), stored) ? Object.entries(stored) : []);
  const accepted = Object.keys(DEFAULT_SETTINGS).flatMap(name => {
    if (!values.has(name)) return [];
    const change = v.safeParse(settingsChangeSchema, { [name]: values.get(name) });
    if (!change.success) rejected.push(name);
    return change.success ? [change.output] : [];
  });
  return { settings: Object.assign({}, DEFAULT_SETTINGS, ...accepted), rejected };
}
