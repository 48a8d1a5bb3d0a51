/** What is recorded of a mention beside its type. */
export interface TagAttribute {
  /** Key in `Mention.attributes`; unique in its type. */
  readonly id: string;
  readonly name: { readonly en: string; readonly zh: string };
  readonly kind: 'text' | 'choice' | 'date' | 'id';
  /** What a `choice` may be; empty for the other kinds. */
  readonly choices: readonly string[];
}

/** What mentions can be brought to a normal form as: a day, a time of day, a sum, a share. */
export const NORMAL_FORM_KINDS = ['date', 'time', 'money', 'percentage'] as const;
export type NormalFormKind = (typeof NORMAL_FORM_KINDS)[number];

/** A type of mention. */
export interface TagType {
  /** Short name stored with every mention: PER, ORG … */
  readonly id: string;
  readonly name: { readonly en: string; readonly zh: string };
  /** One key that tags the selection, or empty. */
  readonly key: string;
  /** Index into the palette of the style sheet (1–12), so that light and dark each have their own shade. */
  readonly color: number;
  /** What belongs to the type, for those who tag. */
  readonly description?: string;
  readonly attributes?: readonly TagAttribute[];
  /** The normal form its mentions have; absent where `id` says it, see {@link normalFormKind}. */
  readonly normal?: NormalFormKind | 'none';
}

export type Tagset = readonly TagType[];

export const DEFAULT_TAGSET: Tagset = [
  { id: 'PER', name: { en: 'Person', zh: '人名' }, key: '1', color: 1 },
  { id: 'ORG', name: { en: 'Organisation', zh: '机构' }, key: '2', color: 2 },
  { id: 'LOC', name: { en: 'Place', zh: '地名' }, key: '3', color: 3 },
  { id: 'DATE', name: { en: 'Date', zh: '日期' }, key: '4', color: 4 },
  { id: 'TIME', name: { en: 'Time', zh: '时间' }, key: '5', color: 5 },
  { id: 'MONEY', name: { en: 'Money', zh: '金额' }, key: '6', color: 6 },
  { id: 'PERCENT', name: { en: 'Percentage', zh: '百分比' }, key: '7', color: 7 },
  { id: 'WORK', name: { en: 'Work', zh: '作品' }, key: '8', color: 8 },
  { id: 'EVENT', name: { en: 'Event', zh: '事件' }, key: '9', color: 9 },
];

/** Types of the standard tagset that had a normal form before a type could say which. */
const IMPLIED: ReadonlyMap<string, NormalFormKind> = new Map([
  ['DATE', 'date'],
  ['TIME', 'time'],
  ['MONEY', 'money'],
  ['PERCENT', 'percentage'],
]);

/** The normal form that mentions have of a type which does not say so itself; null for none. */
export function impliedNormalForm(id: string): NormalFormKind | null {
  return IMPLIED.get(id) ?? null;
}

/** The normal form that mentions of a type have; null for none. A type that the tagset lacks goes by its short name. */
export function normalFormKind(tagset: Tagset, id: string): NormalFormKind | null {
  const said = tagset.find(type => type.id === id)?.normal;
  return said === undefined ? impliedNormalForm(id) : said === 'none' ? null : said;
}
