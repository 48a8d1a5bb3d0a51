/** The type that an element's mentions are of, as Kanwu names it; undefined for elements that are no names. */
const TYPES: ReadonlyMap<string, string> = new Map([
  ['persName', 'PER'],
  ['orgName', 'ORG'],
  ['placeName', 'LOC'],
  ['geogName', 'LOC'],
  ['country', 'LOC'],
  ['region', 'LOC'],
  ['settlement', 'LOC'],
  ['district', 'LOC'],
  ['bloc', 'LOC'],
  ['date', 'DATE'],
  ['time', 'TIME'],
  ['title', 'WORK'],
  ['eventName', 'EVENT'],
]);

/** What `name` and `rs` say of themselves in their `@type`. */
const NAMED: ReadonlyMap<string, string> = new Map([
  ['person', 'PER'],
  ['pers', 'PER'],
  ['people', 'PER'],
  ['org', 'ORG'],
  ['organisation', 'ORG'],
  ['organization', 'ORG'],
  ['place', 'LOC'],
  ['location', 'LOC'],
  ['work', 'WORK'],
  ['bibl', 'WORK'],
  ['event', 'EVENT'],
]);

/** The type of a mention an element makes, or undefined. */
export function typeOfElement(name: string, type: string | undefined): string | undefined {
  switch (name) {
    case 'rs':
    case 'name':
      return type === undefined ? undefined : (NAMED.get(type.toLowerCase()) ?? type);
    case 'measure':
      return type === 'currency' ? 'MONEY' : undefined;
    case 'num':
      return type === 'percentage' ? 'PERCENT' : undefined;
    default:
      return TYPES.get(name);
  }
}

/** Lists of the register: what each entry is. */
export const ENTRY_TYPES: ReadonlyMap<string, string> = new Map([
  ['person', 'PER'],
  ['personGrp', 'PER'],
  ['org', 'ORG'],
  ['place', 'LOC'],
  ['bibl', 'WORK'],
  ['event', 'EVENT'],
  ['item', ''],
]);

/** Elements that hold an entry's name. */
export const ENTRY_NAMES: ReadonlySet<string> = new Set([
  'persName',
  'orgName',
  'placeName',
  'geogName',
  'title',
  'name',
  'eventName',
  'label',
]);
