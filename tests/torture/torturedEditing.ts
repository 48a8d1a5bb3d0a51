import { blockAt, outOfPair, type Spot } from '../../shared/document/document';
import type { Orphan } from '../../shared/document/orphan';
import { originOf } from '../../shared/edits/context';
import { acceptAll, placeAt } from '../../shared/edits/deciding';
import { addOrphans, deleteOrphan, placeOrphan } from '../../shared/edits/orphans';
import { pasteText } from '../../shared/edits/paste';
import { replaceMatches } from '../../shared/edits/replaceMatches';
import { replaceText } from '../../shared/edits/replaceText';
import {
  joinBlocks,
  reopenSeam,
  seamsOf,
  setHeadingLevel,
  splitBlock,
  usualGap,
  usualJoin,
} from '../../shared/edits/structure';
import { addMention, changeMention } from '../../shared/edits/tagging';
import { flatMentions } from './reference';
import { TorturedSession } from './torturedSession';

const TYPED = ['好', '的', '，', 'x', '𠮷', 'é', '👩‍👩‍👧', ' ', '#', '\u202e', '\u200b'];
const COMPOSED = ['中国', '北京市', '发展', 'nihao', '𠮷野'];
const PASTED = ['第一段。\n第二段。', '中国银行', '# 标题\r\n正文', '\n\n', 'a\tb', '\ud800', '- 项\n- 项'];
const TYPES = ['PER', 'ORG', 'LOC'];

/** The edits an editor makes, each made of the document and, by its own rule, of the reference. */
export class TorturedEditing extends TorturedSession {
  private replace(from: Spot, to: Spot, text: string, label: string): void {
    const { document } = this.session;
    const context = this.session.context();
    const { change } = replaceText(document, from, to, text, originOf(context, 'edit'), context);
    const list = this.splices(from, to, text);
    this.edit(label, change, list);
    if (from.index !== to.index) this.reference.heal(list[0]?.from ?? 0, text.length);
  }

  private between(): [Spot, Spot] {
    const a = this.spot();
    if (this.random.next() < 0.6) return [a, this.near(a, 8)];
    const index = Math.min(this.session.document.blocks.length - 1, a.index + 1 + this.random.below(3));
    const { text } = blockAt(this.session.document, index).body;
    return [
      a,
      index === a.index
        ? this.near(a, 8)
        : { index, offset: outOfPair(text, this.random.below(text.length + 1)) },
    ];
  }

  type(): void {
    const at = this.spot();
    this.replace(at, at, this.random.pick(TYPED), 'type');
  }

  /** What an input method does: a stretch is composed over, as one edit when it ends. */
  compose(): void {
    const from = this.spot();
    this.replace(from, this.near(from, 4), this.random.pick(COMPOSED), 'compose');
  }

  cut(): void {
    const [from, to] = this.between();
    this.replace(from, to, '', 'delete');
  }

  over(): void {
    const [from, to] = this.between();
    this.replace(from, to, this.random.pick(COMPOSED), 'type');
  }

  paste(): void {
    const { document } = this.session;
    const [from, to] = this.between();
    const text = this.random.pick(PASTED);
    const { change } = pasteText(document, from, to, { text, mentions: [] }, this.session.context());
    const written = text.replace(/\r\n|\r/g, '\n');
    const list = this.splices(from, to, written);
    this.edit('paste', change, list);
    if (from.index !== to.index) this.reference.heal(list[0]?.from ?? 0, written.length);
  }

  split(): void {
    const at = this.spot();
    const gap = usualGap(this.session.document);
    const { change } = splitBlock(this.session.document, at, this.session.context());
    this.edit('split', change, [{ from: this.flat(at), to: this.flat(at), text: gap }]);
  }

  join(): void {
    const { document } = this.session;
    const { index } = this.spot();
    const next = document.blocks[index + 1];
    if (!next) return;
    const { text } = blockAt(document, index).body;
    const join = usualJoin(text, next.body.text);
    const from = { index, offset: text.length - (join.dropHyphen ? 1 : 0) };
    const { change } = joinBlocks(document, index, join, this.session.context());
    const list = this.splices(from, { index: index + 1, offset: 0 }, join.glue);
    this.edit('join', change, list);
    this.reference.heal(list[0]?.from ?? 0, join.glue.length);
  }

  /** Many joins as one step, as after a preview. */
  bulk(): void {
    const { document } = this.session;
    const context = this.session.context();
    let last = -2;
    const placed = document.blocks.flatMap((block, index) => {
      const next = document.blocks[index + 1];
      // No two that share a block: the flat offsets of the second would not hold after the first.
      if (!next || index === last + 1 || this.random.below(3) > 0) return [];
      last = index;
      const found = placeAt(
        document,
        {
          kind: 'break',
          block: block.id,
          next: next.id,
          glue: '',
          dropHyphen: false,
          between: [],
          confidence: 1,
          reason: { en: 'x', zh: 'x' },
        },
        index,
      );
      return found ? [found] : [];
    });
    if (placed.length === 0) return;
    // One by one from the end, as the bulk is to come out.
    const change = acceptAll(document, placed, context);
    this.reference.remember();
    for (const { first } of [...placed].reverse()) {
      const end = blockAt(document, first).body.text.length;
      const list = this.splices({ index: first, offset: end }, { index: first + 1, offset: 0 }, '');
      this.reference.splice(list);
      this.reference.heal(list[0]?.from ?? 0, 0);
    }
    const before = this.session.getState().history;
    this.session.edit('acceptAll', change, { from: 'command' });
    if (this.session.getState().history === before) this.reference.forget();
  }

  series(): void {
    const { document } = this.session;
    const context = this.session.context();
    const list = document.blocks.flatMap(({ body }, index) => {
      const start = body.text.indexOf('的');
      return start < 0 ? [] : [{ index, start, end: start + 1, text: '地' }];
    });
    const splices = list.map(({ index, start, end, text }) => {
      const from = this.flat({ index, offset: start });
      return { from, to: from + end - start, text };
    });
    this.edit('series', replaceMatches(document, list, originOf(context, 'series'), context), splices);
  }

  reopen(): void {
    const { document } = this.session;
    const { index } = this.spot();
    const [seam] = seamsOf(blockAt(document, index));
    if (!seam) return;
    const { change } = reopenSeam(document, index, seam, this.session.context());
    const at = this.flat({ index, offset: seam.offset });
    const text = document.source.text.slice(seam.from, seam.to);
    this.edit('reopen', change, []);
    this.reference.reopen(at, seam.length, text);
  }

  heading(): void {
    const { document } = this.session;
    const { index } = this.spot();
    const block = blockAt(document, index);
    const change = setHeadingLevel(document, index, this.random.below(4), this.session.context());
    const after = change.patches[0]?.after[0];
    if (!after) return;
    const start = this.flat({ index, offset: 0 });
    const whole = block.marker.text + block.body.text;
    const now = after.marker.text + after.body.text;
    // Only the markup in front may have changed.
    const kept = Math.min(block.body.text.length, after.body.text.length);
    const text = now.slice(0, now.length - kept);
    this.edit('heading', change, [
      {
        from: start - block.marker.text.length,
        to: start - block.marker.text.length + whole.length - kept,
        text,
      },
    ]);
  }

  tag(): void {
    const { document } = this.session;
    const at = this.spot();
    const to = this.near(at, 9);
    const type = this.random.pick(TYPES);
    const { change, mention } = addMention(
      document,
      at.index,
      at.offset,
      to.offset,
      type,
      this.session.context(),
    );
    const before = this.session.getState().history;
    this.reference.remember();
    this.session.edit('tag', change);
    if (this.session.getState().history === before || !mention) {
      this.reference.forget();
      return;
    }
    const chosen = blockAt(document, at.index).body.text.slice(at.offset, to.offset);
    const start = this.flat(at) + chosen.length - chosen.trimStart().length;
    this.reference.mentions = [
      ...this.reference.mentions,
      { id: mention.id, type, start, end: start + chosen.trim().length, continues: undefined },
    ];
  }

  retag(): void {
    const { document } = this.session;
    const { index } = this.spot();
    const mention = blockAt(document, index).mentions[0];
    if (!mention) return;
    const type = this.random.next() < 0.3 ? null : this.random.pick(TYPES);
    const change = changeMention(document, index, mention.id, type === null ? null : { type });
    const before = this.session.getState().history;
    this.reference.remember();
    this.session.edit('retag', change);
    if (this.session.getState().history === before) {
      this.reference.forget();
      return;
    }
    this.reference.mentions = this.reference.mentions.flatMap(m =>
      m.id !== mention.id ? [m] : type === null ? [] : [{ ...m, type }],
    );
  }

  /** An import that finds no place for a mention. Its words are in no text, so that no change of the source finds them. */
  import(): void {
    const { document } = this.session;
    const id = this.session.context().ids.next('m');
    const place = { start: 0, end: 4, source: { start: 0, end: 4 } };
    const words = { text: '龘龖靐齉', prefix: '爨', suffix: '麤' };
    const made = { id, type: this.random.pick(TYPES), who: 'import', when: '2026-01-01T00:00:00.000Z' };
    const orphan: Orphan = { ...made, ...place, ...words, note: id };
    this.edit('import', addOrphans(document, [orphan]), []);
    this.reference.orphans = [...this.reference.orphans, id];
  }

  deleteOrphan(): void {
    const { document } = this.session;
    if (document.orphans.length === 0) return;
    const orphan = this.random.pick(document.orphans);
    this.edit('deleteOrphan', deleteOrphan(document, orphan), []);
    this.reference.orphans = this.reference.orphans.filter(id => id !== orphan.id);
  }

  place(): void {
    const { document } = this.session;
    if (document.orphans.length === 0) return;
    const orphan = this.random.pick(document.orphans);
    const at = this.spot();
    const to = this.near(at, 9).offset;
    const before = this.session.getState().history;
    this.edit('place', placeOrphan(document, at.index, at.offset, to, orphan, this.session.context()), []);
    if (this.session.getState().history === before) return;
    this.reference.orphans = this.reference.orphans.filter(id => id !== orphan.id);
    const known = new Set(this.reference.mentions.map(({ id }) => id));
    const placed = flatMentions(this.session.document).find(({ id }) => !known.has(id));
    // None where the very same mention was there.
    if (!placed) return;
    const chosen = blockAt(document, at.index).body.text.slice(at.offset, to);
    const start = this.flat(at) + chosen.length - chosen.trimStart().length;
    const end = start + chosen.trim().length;
    const mention = { id: placed.id, type: orphan.type, start, end, continues: undefined };
    this.reference.mentions = [...this.reference.mentions, mention];
  }
}
