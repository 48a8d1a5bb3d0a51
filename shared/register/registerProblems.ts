import type { Block } from '../document/block';
import type { KanwuDocument } from '../document/document';
import type { Mention } from '../document/mention';
import { type NormalFormKind, normalFormKind } from '../document/tagset';
import type { Message } from '../source/fileError';
import { entityProblems } from './entityProblems';
import { fitsWords, type NormalReading, normalFormOf } from './normalForms/normalForm';
import { normalFormProblem } from './normalForms/normalSyntax';
import { type ProblemKind, type RegisterProblem, spotOf } from './registerProblem';

/**
 * What does not agree in the register, in the links of mentions and in their normal forms: of mentions in document order, then
 * of the entities. Missing normal forms count only once the editor works with them: a day of issue is set or some mention
 * has one. O(blocks + mentions + names).
 */
export function registerProblems(document: KanwuDocument): RegisterProblem[] {
  return [...problemsInParts(document)].flat();
}

/** Blocks looked at between two pauses. */
const PART = 16;
const NONE: readonly string[] = [];
/** Problems in one part where they are known already. */
const AT_ONCE = 500;

/** The same a part at a time, so that a window can look without standing still. */
export function* problemsInParts(document: KanwuDocument): Generator<readonly RegisterProblem[]> {
  const look = new MentionLook(document);
  let found: RegisterProblem[] = [];
  for (const [index, block] of document.blocks.entries()) {
    for (const mention of block.mentions) look.at(index, block, mention, found);
    if (index % PART < PART - 1) continue;
    yield found;
    found = [];
  }
  yield found;
  const missing = look.unnormalised();
  for (let from = 0; from < missing.length; from += AT_ONCE) yield missing.slice(from, from + AT_ONCE);
  yield* entityProblems(document, look.mentioned);
}

/** One pass over the mentions: what is wrong with each, and what only the whole shows. */
class MentionLook {
  readonly mentioned = new Set<string>();
  private readonly document: KanwuDocument;
  private readonly missing: RegisterProblem[] = [];
  /** Dates that wait for a day of issue. */
  private waiting = 0;
  private begun: boolean;
  /** The same words come to the same, and stand in a text many times. */
  private readonly readings = new Map<string, NormalReading>();
  private readonly fits = new Map<string, boolean>();

  constructor(document: KanwuDocument) {
    this.document = document;
    this.begun = document.issueDate !== null;
  }

  at(index: number, block: Block, mention: Mention, found: RegisterProblem[]): void {
    const { entity } = mention;
    if (entity !== undefined) this.link(index, block, mention, entity, found);
    const kind = normalFormKind(this.document.tagset, mention.type);
    if (kind === null) return;
    const text = block.body.text.slice(mention.start, mention.end);
    const { normal } = mention;
    const say = (what: ProblemKind, message: () => Message): RegisterProblem => ({
      kind: what,
      message,
      entities: NONE,
      mention: spotOf(index, block, mention),
    });
    if (normal === undefined) {
      const read = this.read(kind, text);
      if (read.kind === 'needsIssueDate') this.waiting++;
      if (read.kind === 'value') {
        this.missing.push(say('noNormalForm', () => noNormalForm(text, read.value)));
      }
      return;
    }
    this.begun = true;
    const malformed = normalFormProblem(kind, normal);
    if (malformed) found.push(say('normalFormForm', () => malformed));
    else if (!this.fit(kind, text, normal)) {
      found.push(
        say('normalFormOff', () => ({
          en: `“${text}” does not fit its normal form, ${normal}.`,
          zh: `“${text}”与其规范形式 ${normal} 不合。`,
        })),
      );
    }
  }

  /** What a text has whose editor works with normal forms. */
  unnormalised(): readonly RegisterProblem[] {
    if (!this.begun) return [];
    if (this.waiting === 0) return this.missing;
    const n = this.waiting;
    const message = () => ({
      en: `The day of issue is not set; ${n} date${n === 1 ? '' : 's'} cannot be reckoned without it.`,
      zh: `未设定出版日期，有 ${n} 处日期因此无法推算。`,
    });
    return [...this.missing, { kind: 'noIssueDate', message, entities: NONE, mention: null }];
  }

  private link(index: number, block: Block, mention: Mention, id: string, found: RegisterProblem[]): void {
    this.mentioned.add(id);
    const entity = this.document.entities.get(id);
    if (entity?.type === mention.type) return;
    const spot = spotOf(index, block, mention);
    if (!entity) {
      const message = () => ({
        en: `“${spot.text}” is linked to the entity ${id}, which the register does not have.`,
        zh: `“${spot.text}”链接到登记簿中没有的实体 ${id}。`,
      });
      found.push({ kind: 'unknownEntity', message, entities: NONE, mention: spot });
      return;
    }
    const { type } = mention;
    const message = () => ({
      en: `“${spot.text}” is tagged ${type}, but “${entity.name}” is of type ${entity.type}.`,
      zh: `“${spot.text}”标为 ${type}，而“${entity.name}”的类型是 ${entity.type}。`,
    });
    found.push({ kind: 'mentionType', message, entities: [id], mention: spot });
  }

  private read(kind: NormalFormKind, text: string): NormalReading {
    return remembered(this.readings, `${kind}\n${text}`, () =>
      normalFormOf(kind, text, { issueDate: this.document.issueDate }),
    );
  }

  private fit(kind: NormalFormKind, text: string, normal: string): boolean {
    return remembered(this.fits, `${kind}\n${normal}\n${text}`, () => fitsWords(kind, text, normal));
  }
}

function remembered<T>(known: Map<string, T>, key: string, find: () => T): T {
  const there = known.get(key);
  if (there !== undefined) return there;
  const value = find();
  known.set(key, value);
  return value;
}

function noNormalForm(text: string, value: string): Message {
  return {
    en: `“${text}” has no normal form; it would be ${value}.`,
    zh: `“${text}”没有规范形式，应为 ${value}。`,
  };
}
