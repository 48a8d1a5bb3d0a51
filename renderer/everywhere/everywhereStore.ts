import type { Block } from '../../shared/document/block';
import type { Change } from '../../shared/document/change';
import type { KanwuDocument } from '../../shared/document/document';
import type { Mention } from '../../shared/document/mention';
import { tagSpans } from '../../shared/edits/tagSpans';
import { wordCutBy } from '../../shared/search/cutsWord';
import { isCurrentIn } from '../../shared/search/match';
import { findOccurrences, type Occurrence } from '../../shared/search/occurrences';
import { pause } from '../app/timeSlices';
import type { Workspace } from '../app/workspace';
import type { OpenDocument } from '../app/workspaceState';
import { mentionAt } from '../mentions/mentionAt';
import type { SessionEvent } from '../session/session';

/** A name that was tagged in one place, and the places where it is not. */
export interface EverywhereOffer {
  readonly text: string;
  readonly type: string;
  /** In document order. */
  readonly occurrences: readonly Occurrence[];
  /** How many of them nothing speaks against. */
  readonly sure: number;
}

/** Milliseconds after a change before the rest of the text is looked through. */
const QUIET = 150;
/** Names of one character are everywhere and seldom the same. */
const SHORTEST = 2;
const LONGEST = 100;
/** Occurrences whose words are looked at; some 20 µs each. */
const MOST_SEGMENTED = 5000;
/** Milliseconds of work between two pauses. */
const SLICE = 8;

/**
 * Offers to tag a name in the rest of the text once it was tagged in one place. What was answered for a name and type is
 * not offered again by itself.
 */
export class EverywhereStore {
  private offer: EverywhereOffer | null = null;
  private readonly workspace: Workspace;
  private readonly open: OpenDocument;
  private readonly answered = new Set<string>();
  private readonly listeners = new Set<() => void>();
  private readonly stop: () => void;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private wanted: { readonly text: string; readonly type: string } | null = null;
  private run = 0;

  constructor(workspace: Workspace, open: OpenDocument) {
    this.workspace = workspace;
    this.open = open;
    this.stop = open.session.onChange(this.onChange);
  }

  getOffer = (): EverywhereOffer | null => this.offer;

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  dispose(): void {
    this.stop();
    clearTimeout(this.timer);
    this.run++;
  }

  /** Whether there is a name to look for: the one on offer, or that of the mention at the caret. */
  isPossible = (): boolean => this.offer !== null || this.mentionAtCaret() !== null;

  /** Shows every place, to choose from: of the name on offer, else of the mention at the caret. */
  choose = (): void => {
    const name = this.offer ?? this.mentionAtCaret();
    if (!name) return;
    this.look(name, true).catch(this.workspace.unexpected);
  };

  /** Tags the places nothing speaks against. Where the name was not on offer, they are shown first. */
  tagSure = (): void => {
    const { offer } = this;
    if (!offer || offer.sure === 0) this.choose();
    else this.apply(offer.occurrences.filter(({ doubt }) => doubt === null));
  };

  /** Leaves the rest as it is. */
  dismiss = (): void => {
    if (this.offer) this.answered.add(keyOf(this.offer));
    this.wanted = null;
    this.show(null);
  };

  /** Tags places of the name on offer as one step, joining the breaks that cut it. */
  apply(chosen: readonly Occurrence[]): void {
    const { offer } = this;
    if (!offer) return;
    const { session } = this.open;
    const list = chosen.filter(occurrence => isCurrentIn(session.document, occurrence));
    this.dismiss();
    if (list.length === 0) return;
    const spans = list.map(occurrence => ({ ...occurrence, type: offer.type }));
    session.edit('tag.everywhere', tagSpans(session.document, spans, session.context()));
    this.workspace.notice(messages => messages.everywhere.done(list.length));
  }

  private mentionAtCaret(): { readonly text: string; readonly type: string } | null {
    const { document, selection } = this.open.session.getState();
    const at = mentionAt(document, selection);
    const text = at && document.blocks[at.index]?.body.text.slice(at.mention.start, at.mention.end);
    return at && text ? { text, type: at.mention.type } : null;
  }

  private readonly onChange = ({ changes, from, after }: SessionEvent) => {
    this.run++;
    clearTimeout(this.timer);
    if (from === 'history') {
      this.wanted = null;
      this.show(null);
      return;
    }
    const label = this.open.session.getState().history.done.at(-1)?.label;
    const added = label === 'tag.add' || label === 'tag.retype' ? addedMention(changes) : null;
    if (added && !this.answered.has(keyOf(added))) this.wanted = added;
    const { wanted } = this;
    if (wanted) this.timer = setTimeout(() => this.lookSoon(after, wanted), QUIET);
  };

  private lookSoon(after: KanwuDocument, wanted: { readonly text: string; readonly type: string }): void {
    if (this.workspace.view?.isComposing() || this.open.session.document !== after) return;
    this.look(wanted, false).catch(this.workspace.unexpected);
  }

  private async look(name: { readonly text: string; readonly type: string }, choose: boolean): Promise<void> {
    const run = ++this.run;
    const { text, type } = name;
    if (text.length < SHORTEST || text.length > LONGEST) return;
    const { document } = this.open.session;
    const breaks = this.open.findings.getState().open.filter(({ finding }) => finding.kind === 'break');
    const longer = [...document.entities.values()].flatMap(entity => [entity.name, ...entity.aliases]);
    const found = findOccurrences(document, { text, type, longer }, breaks);
    const occurrences = await withWords(found, () => run !== this.run);
    if (occurrences === null) return;
    const sure = occurrences.filter(({ doubt }) => doubt === null).length;
    if (occurrences.length === 0 || (sure === 0 && !choose)) {
      this.wanted = null;
      this.show(null);
      if (choose) this.workspace.notice(messages => messages.everywhere.none(text));
      return;
    }
    this.show({ text, type, occurrences, sure });
    if (choose) this.workspace.dialog({ kind: 'everywhere' });
  }

  private show(offer: EverywhereOffer | null): void {
    if (this.offer === offer) return;
    this.offer = offer;
    for (const listener of this.listeners) listener();
    // The menu bar greys the commands out or not.
    this.workspace.update({});
  }
}

function keyOf({ text, type }: { readonly text: string; readonly type: string }): string {
  return `${type}\n${text}`;
}

/** The name of the one mention that a change added or gave another type; null for any other change. */
function addedMention(changes: readonly Change[]): { readonly text: string; readonly type: string } | null {
  const [change] = changes;
  const [patch] = change?.patches ?? [];
  const before = patch?.before[0];
  const after = patch?.after[0];
  if (changes.length !== 1 || change?.patches.length !== 1 || !before || !after) return null;
  const fresh = after.mentions.filter(mention => !isKnown(before, mention));
  const [mention] = fresh;
  if (fresh.length !== 1 || !mention) return null;
  return { text: after.body.text.slice(mention.start, mention.end), type: mention.type };
}

function isKnown(block: Block, { id, type }: Mention): boolean {
  return block.mentions.some(other => other.id === id && other.type === type);
}

/** Adds the doubt that a word of the dictionary is cut. Null when another run began. */
async function withWords(
  found: readonly Occurrence[],
  overtaken: () => boolean,
): Promise<readonly Occurrence[] | null> {
  const list: Occurrence[] = [];
  let slice = performance.now();
  for (const occurrence of found) {
    const { doubt, join, block, start, end } = occurrence;
    const unsure = doubt === null && join === null && list.length < MOST_SEGMENTED;
    const word = unsure ? wordCutBy(block.body.text, start, end) : null;
    list.push(word === null ? occurrence : { ...occurrence, doubt: { kind: 'cutsWord', words: word } });
    if (performance.now() - slice < SLICE) continue;
    await pause();
    if (overtaken()) return null;
    slice = performance.now();
  }
  return list;
}
