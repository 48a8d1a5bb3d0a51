/** What is recorded of a mention beside its type. */
export interface TagAttribute {
  /** Key in `Mention.attributes`; unique in its type. */
  readonly id: string;
  readonly name: { readonly en: string; readonly zh: string };
  readonly kind: 'text' | 'choice' | 'date' | 'id';
  /** What a `choice` may be; empty for the other kinds. */
  readonly choices: readonly string[];
}

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
