import type { KanwuDocument } from '../../shared/document/document';
import { depthOf } from '../../shared/document/history';
import { DEFAULT_TAGSET } from '../../shared/document/tagset';
import type { JournalReply, KanwuApi } from '../../shared/ipc/contract';
import { encodeState } from '../../shared/journal/encodeSnapshot';
import { encodeStep, json, textLength } from '../../shared/journal/encodeStep';
import type { FileError } from '../../shared/source/fileError';
import { pause } from '../app/timeSlices';
import type { EditingSession, SessionEvent, SessionMove } from '../session/session';

/** Milliseconds between a change and the moment it goes to main; with what follows, well under 250. */
const BATCH = 10;
/** Milliseconds of encoding after which the window gets its turn. */
const SLICE = 4;
/** Code units in one message to main. */
const MESSAGE = 256 * 1024;
/** … and in all that main has not answered yet. Typing never comes near it: a slow answer holds up nothing that is typed. */
const UNDER_WAY = 8 * MESSAGE;
/** A journal is written anew when it has more bytes than this, than twice the text, and than twice what that left. */
const COMPACT_AT = 4 * 1024 * 1024;
/** Bytes of UTF-8 a code unit of Chinese text takes. */
const BYTES_OF_UNIT = 3;

export interface JournalBeginning {
  readonly documentId: string;
  /** What the journal begins with; null where it goes on. */
  readonly base: KanwuDocument | null;
  /** Greater than the number of any mark it has. */
  readonly firstMark: number;
  /** SHA-256 of the annotation file the session's saved document is in. */
  readonly savedHash: string | null;
}

type Entry = SessionMove | { readonly kind: 'mark'; readonly n: number };

/**
 * Tells main everything that happens in a session, a moment later and a little at a time: encoding waits until the
 * key is painted, and whatever it takes, no slice of it takes more than a few milliseconds.
 */
export class JournalWriter {
  private readonly kanwu: KanwuApi;
  private readonly session: EditingSession;
  private readonly documentId: string;
  private readonly onFailure: (error: FileError) => void;
  private queue: Entry[] = [];
  private base: KanwuDocument | null;
  private marks: number;
  private running: Promise<void> | null = null;
  private readonly underWay = new Set<Promise<void>>();
  /** Code units of them. */
  private unanswered = 0;
  private compacting: Promise<void> | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private stopped = false;
  private failing = false;
  private savedHash: string | null;
  /** Steps, undos and redos so far, and how many of them are saved. */
  private moves: number;
  private movesSaved = 0;
  private readonly movesAt = new Map<number, number>();
  private depth: number;
  /** Bytes of the journal, as main last said. */
  private size = 0;
  private compactAt: number;
  private readonly unsubscribe: () => void;

  constructor(
    kanwu: KanwuApi,
    session: EditingSession,
    beginning: JournalBeginning,
    unsaved: number,
    onFailure: (error: FileError) => void,
  ) {
    this.kanwu = kanwu;
    this.session = session;
    this.documentId = beginning.documentId;
    this.base = beginning.base;
    this.marks = beginning.firstMark;
    this.savedHash = beginning.savedHash;
    this.onFailure = onFailure;
    this.moves = unsaved;
    this.depth = depthOf(session.getState().history);
    this.compactAt = Math.max(COMPACT_AT, 2 * BYTES_OF_UNIT * session.document.source.text.length);
    this.unsubscribe = session.onChange(this.onChange);
    if (typeof document !== 'undefined') document.addEventListener('visibilitychange', this.onHidden);
    if (typeof window !== 'undefined') window.addEventListener('blur', this.onHidden);
  }

  /** No more is told, but what has happened is. */
  dispose(): void {
    this.unsubscribe();
    if (typeof document !== 'undefined') document.removeEventListener('visibilitychange', this.onHidden);
    if (typeof window !== 'undefined') window.removeEventListener('blur', this.onHidden);
    void this.flush();
    this.stopped = true;
  }

  /** Resolves when everything up to now is with main. */
  async flush(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    while (this.queue.length > 0 || this.running) await this.run();
    await Promise.all(this.underWay);
    await this.compacting;
  }

  /**
   * Marks the state of this very moment as the one that is going to be saved; resolves to the mark's number when it and
   * everything before it is with main.
   */
  async mark(): Promise<number> {
    const n = this.marks++;
    this.movesAt.set(n, this.moves);
    this.queue.push({ kind: 'mark', n });
    await this.flush();
    return n;
  }

  /** The state of a mark is in the annotation file now, which has this hash. */
  saved(mark: number, hash: string): void {
    this.savedHash = hash;
    this.movesSaved = this.movesAt.get(mark) ?? this.moves;
    this.movesAt.clear();
  }

  /** The state of no mark is going to be saved any more. */
  abandonMarks(): void {
    this.movesAt.clear();
  }

  private readonly onChange = ({ move }: SessionEvent): void => {
    this.queue.push(move);
    const depth = depthOf(this.session.getState().history);
    if (depth !== this.depth) this.moves++;
    this.depth = depth;
    // A hidden window's timers come once a second.
    if (isHidden()) void this.run();
    this.timer ??= setTimeout(() => {
      this.timer = undefined;
      void this.run();
    }, BATCH);
  };

  private readonly onHidden = (): void => {
    void this.flush();
  };

  private run(): Promise<void> {
    this.running ??= this.drain().finally(() => {
      this.running = null;
      this.compactIfLarge();
    });
    return this.running;
  }

  /** Sends what is queued, also what comes meanwhile, in order. */
  private async drain(): Promise<void> {
    while (this.queue.length > 0) {
      const entries = this.queue;
      this.queue = [];
      for await (const records of inMessages(this.records(entries))) {
        const length = records.reduce((sum, record) => sum + record.length, 0);
        const sent = this.send(records).finally(() => {
          this.underWay.delete(sent);
          this.unanswered -= length;
        });
        this.underWay.add(sent);
        this.unanswered += length;
        while (this.unanswered > UNDER_WAY) await Promise.race(this.underWay);
      }
    }
  }

  private async send(records: readonly string[]): Promise<void> {
    try {
      this.size = this.sizeOf(await this.kanwu.journal({ documentId: this.documentId, records }));
      this.compactIfLarge();
    } catch {
      // The channel is closed: the window is going, and main has what it was told.
    }
  }

  /**
   * Only between two sendings: the state of the moment is then the one main's journal leads to. Nor between a mark and the
   * end of its save, for a journal written anew has no such mark, and the file saved would be taken for another's.
   */
  private compactIfLarge(): void {
    if (this.size <= this.compactAt || this.compacting || this.stopped) return;
    if (this.movesAt.size > 0) return;
    if (this.running || this.queue.length > 0) return;
    this.compacting = this.compact()
      .catch(() => undefined)
      .finally(() => {
        this.compacting = null;
      });
  }

  private *records(entries: readonly Entry[]): Generator<string> {
    const { base } = this;
    this.base = null;
    if (base) {
      const own = base.tagset === DEFAULT_TAGSET ? {} : { tagset: base.tagset };
      yield json({ t: 'base', blocks: base.blocks.length, length: textLength(base.blocks), ...own });
    }
    for (const entry of entries) {
      if (entry.kind === 'step') yield* encodeStep(entry.step, entry.coalesce);
      else if (entry.kind === 'mark') yield json({ t: 'mark', n: entry.n });
      else yield json({ t: entry.kind });
    }
  }

  /** The state of this moment as a new journal; what is sent meanwhile main puts into both. */
  private async compact(): Promise<void> {
    const { document, history } = this.session.getState();
    const { documentId, savedHash } = this;
    const saved = this.session.savedDocument;
    const state = { document, history, saved, savedHash, unsaved: this.moves - this.movesSaved };
    const rewrite = async (part: 'begin' | 'more' | 'end' | 'abandon', records: readonly string[]) => {
      const reply = await this.kanwu.rewriteJournal({ documentId, part, records });
      if (reply.kind === 'failed') throw new Error(reply.error.message.en);
      return reply.size;
    };
    try {
      await rewrite('begin', []);
      for await (const records of inMessages(encodeState(state))) {
        await rewrite('more', records);
      }
      this.size = await rewrite('end', []);
      this.compactAt = Math.max(this.compactAt, 2 * this.size);
    } catch {
      // The old journal stands, and is tried again when it has grown by half.
      this.compactAt *= 1.5;
      await rewrite('abandon', []);
    }
  }

  /** Says once that the journal can't be written, and again only after it could. */
  private sizeOf(reply: JournalReply): number {
    if (reply.kind === 'failed') {
      if (!this.failing) this.onFailure(reply.error);
      this.failing = true;
      return 0;
    }
    this.failing = false;
    return reply.size;
  }
}

function isHidden(): boolean {
  return typeof document !== 'undefined' && document.visibilityState === 'hidden';
}

/** Gathers records into messages, giving the window its turn between slices. */
async function* inMessages(records: Iterable<string | null>): AsyncGenerator<readonly string[]> {
  let message: string[] = [];
  let length = 0;
  let pausedAt = performance.now();
  for (const record of records) {
    if (record !== null) {
      message.push(record);
      length += record.length;
    }
    if (length > MESSAGE) {
      yield message;
      message = [];
      length = 0;
    }
    if (performance.now() - pausedAt < SLICE) continue;
    await pause();
    pausedAt = performance.now();
  }
  if (message.length > 0) yield message;
}
