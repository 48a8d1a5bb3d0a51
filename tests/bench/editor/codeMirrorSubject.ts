import { defaultKeymap, history, historyKeymap, invertedEffects } from '@codemirror/commands';
import { type ChangeDesc, EditorState, StateEffect, StateField } from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView, keymap } from '@codemirror/view';
import type { FlatMention } from './sampleText';
import type { OpenSubject } from './subject';

const moved = (mention: FlatMention, changes: ChangeDesc): FlatMention => ({
  ...mention,
  from: changes.mapPos(mention.from, 1),
  to: changes.mapPos(mention.to, -1),
});
const addMention = StateEffect.define<FlatMention>({ map: moved });
const removeMention = StateEffect.define<FlatMention>({ map: moved });

const decorations = new Map<string, Decoration>();

function decorationOf(type: string): Decoration {
  const made = decorations.get(type) ?? Decoration.mark({ class: `mention mention-${type}` });
  decorations.set(type, made);
  return made;
}

const rangeOf = ({ from, to, type }: FlatMention) => decorationOf(type).range(from, to);

const mentionField = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update: (set, transaction) => {
    let next = set.map(transaction.changes);
    for (const effect of transaction.effects) {
      if (effect.is(addMention)) next = next.update({ add: [rangeOf(effect.value)] });
      if (effect.is(removeMention)) {
        const { from, to, type } = effect.value;
        const filter = (a: number, b: number, value: Decoration) =>
          a !== from || b !== to || value !== decorationOf(type);
        next = next.update({ filterFrom: from, filterTo: to, filter });
      }
    }
    return next;
  },
  provide: field => EditorView.decorations.from(field),
});

/** So that undo takes a tag back, as it does in Kanwu. */
const tagsInHistory = invertedEffects.of(transaction =>
  transaction.effects.flatMap(effect => {
    if (effect.is(addMention)) return [removeMention.of(effect.value)];
    if (effect.is(removeMention)) return [addMention.of(effect.value)];
    return [];
  }),
);

/** CodeMirror 6 as a plain text editor with mentions as mark decorations. */
export const openCodeMirror: OpenSubject = (parent, { text, mentions }) => {
  const view = new EditorView({
    parent,
    state: EditorState.create({
      doc: text,
      extensions: [
        EditorView.lineWrapping,
        EditorView.contentAttributes.of({ spellcheck: 'false', lang: 'zh' }),
        history(),
        tagsInHistory,
        keymap.of([...defaultKeymap, ...historyKeymap]),
        mentionField.init(() => Decoration.set(mentions.map(rangeOf))),
      ],
    }),
  });
  const positionOf = (line: number, offset: number) => view.state.doc.line(line + 1).from + offset;
  return {
    scroller: view.scrollDOM,
    goTo: ({ line, offset }) => {
      const position = positionOf(line, offset);
      view.focus();
      view.dispatch({
        selection: { anchor: position },
        effects: EditorView.scrollIntoView(position, { y: 'center' }),
      });
    },
    select: ({ line, offset, length }) => {
      const anchor = positionOf(line, offset);
      view.dispatch({ selection: { anchor, head: anchor + length } });
    },
    tag: ({ line, offset, length }, type) => {
      const from = positionOf(line, offset);
      view.dispatch({ effects: addMention.of({ from, to: from + length, type }) });
    },
    selectAll: () => view.dispatch({ selection: { anchor: 0, head: view.state.doc.length } }),
    count: () => ({ characters: view.state.doc.length, mentions: view.state.field(mentionField).size }),
  };
};
