import type { Mention } from '../../document/mention';
import { type NormalFormKind, normalFormKind, type Tagset } from '../../document/tagset';
import { xmlAttribute } from '../xmlText';
import type { TeiChanges } from './teiChanges';
import { normalAttributes, normalOf } from './teiNormal';

/** An element and what it always says. */
type TeiElement = readonly [element: string, attributes: string];

/** The element that TEI has for a type; its reader takes it for that type. Every other type is an `rs`. */
const ELEMENTS: ReadonlyMap<string, TeiElement> = new Map([
  ['PER', ['persName', '']],
  ['ORG', ['orgName', '']],
  ['LOC', ['placeName', '']],
  ['DATE', ['date', '']],
  ['TIME', ['time', '']],
  ['MONEY', ['measure', ' type="currency"']],
  ['PERCENT', ['num', ' type="percentage"']],
  ['WORK', ['title', '']],
]);

/** The element that takes the attributes of a normal form, and the type its reader takes it for. */
const OF_NORMAL: Readonly<Record<NormalFormKind, string>> = {
  date: 'DATE',
  time: 'TIME',
  money: 'MONEY',
  percentage: 'PERCENT',
};

/** How mentions are written: elements, `xml:id`s of those that are pointed at, categories of types. */
export class TeiMentions {
  readonly #categories = new Map<string, string>();

  constructor(
    private readonly tagset: Tagset,
    private readonly changes: TeiChanges,
    /** Ids of mentions that something else points at. */
    private readonly named: { has(id: string): boolean },
    private readonly entities: { has(id: string): boolean },
  ) {
    for (const { id } of tagset) this.category(id);
  }

  /** `xml:id` of a type's category. */
  category(type: string): string {
    const known = this.#categories.get(type);
    if (known) return known;
    const id = `type${this.#categories.size + 1}`;
    this.#categories.set(type, id);
    return id;
  }

  get categories(): ReadonlyMap<string, string> {
    return this.#categories;
  }

  start(mention: Mention): string {
    const [element, always] = this.#element(mention.type);
    const isPlain = ELEMENTS.get(mention.type)?.[0] === element;
    const kind = isPlain ? always : `${always} ana="#${this.category(mention.type)}"`;
    const form = normalFormKind(this.tagset, mention.type);
    const normal =
      mention.normal === undefined || form === null ? [] : normalAttributes(form, mention.normal);
    const values = normal.map(([name, value]) => ` ${name}="${xmlAttribute(value)}"`).join('');
    const link = this.#linked(mention) ? ` ref="#${mention.entity}"` : '';
    return `<${element}${kind}${this.#ids(mention)}${link}${values}${rest(mention, form, normal)}${this.changes.changeOf(act(mention))}>`;
  }

  end({ type }: Mention): string {
    return `</${this.#element(type)[0]}>`;
  }

  #element(type: string): TeiElement {
    const form = normalFormKind(this.tagset, type);
    return ELEMENTS.get(form === null ? type : OF_NORMAL[form]) ?? ['rs', ''];
  }

  /** A mention that no element can hold, between two anchors. */
  span(mention: Mention, from: string, to: string): string {
    const link = this.#linked(mention) ? ` corresp="#${mention.entity}"` : '';
    const head = `<span ana="#${this.category(mention.type)}"${this.#ids(mention)}${link}`;
    return `${head} from="#${from}" to="#${to}"${rest(mention, null, [])}${this.changes.changeOf(act(mention))}/>\n`;
  }

  #linked({ entity }: Mention): boolean {
    return entity !== undefined && this.entities.has(entity);
  }

  #ids({ id, continues }: Mention): string {
    const own = this.named.has(id) ? ` xml:id="${id}"` : '';
    return continues !== undefined && this.named.has(continues) ? `${own} prev="#${continues}"` : own;
  }
}

function act(mention: Mention) {
  return { kind: 'tagging', who: mention.who, when: mention.when };
}

/** The normal form as `@n` where the attributes don't say it exactly. */
function rest(
  { normal }: Mention,
  form: NormalFormKind | null,
  attributes: readonly (readonly [string, string])[],
): string {
  if (normal === undefined) return '';
  const percentage = form === 'percentage' ? 'percentage' : undefined;
  const said = normalOf(name =>
    name === 'type' ? percentage : attributes.find(([known]) => known === name)?.[1],
  );
  return said === normal ? '' : ` n="${xmlAttribute(normal)}"`;
}
