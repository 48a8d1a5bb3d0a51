import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { TextEditor, type TextEditorActions } from '../../../renderer/editor/TextEditor';
import type { TextView } from '../../../renderer/editor/textView';
import { FindingsStore } from '../../../renderer/findings/findingsStore';
import { JournalWriter } from '../../../renderer/journal/journalWriter';
import { LocaleContext } from '../../../renderer/messages/useMessages';
import { EditingSession } from '../../../renderer/session/session';
import { SessionContext } from '../../../renderer/session/useSession';
import { SuggestionsStore } from '../../../renderer/suggestions/suggestionsStore';
import type { Block } from '../../../shared/document/block';
import { blockLength } from '../../../shared/document/block';
import type { KanwuDocument } from '../../../shared/document/document';
import { type IdSource, idSource } from '../../../shared/document/ids';
import type { Mention } from '../../../shared/document/mention';
import { openSource } from '../../../shared/document/parse';
import { addMention } from '../../../shared/edits/tagging';
import type { KanwuApi } from '../../../shared/ipc/contract';
import { DEFAULT_SETTINGS } from '../../../shared/settings/settings';
import type { FlatMention } from './sampleText';
import type { OpenSubject } from './subject';

const NO_ACTIONS: TextEditorActions = {
  accept: () => {},
  dismiss: () => {},
  reopen: () => {},
  tag: () => {},
  remove: () => {},
  extent: () => {},
};

const NO_MAIN = {
  journal: async () => ({ kind: 'written', size: 0 }),
} as unknown as KanwuApi;

/** The program's own text view on a session of its own, without the panels. */
export const openKanwu: OpenSubject = async (parent, { text, mentions }) => {
  const ids = idSource();
  const source = {
    name: 'bench.txt',
    text,
    encoding: 'utf-8',
    bom: false,
    newline: '\n',
    sha256: '0'.repeat(64),
  } as const;
  const document = withMentions(openSource(source, ids), mentions, ids);
  const session = new EditingSession(document, ids, 'bench');
  // The journal is part of what a key costs; only main is not there.
  new JournalWriter(
    NO_MAIN,
    session,
    { documentId: 'bench', base: document, firstMark: 1, savedHash: null },
    0,
    () => {},
  );
  const findings = new FindingsStore(session, silentWorker(), DEFAULT_SETTINGS.minimumConfidence);
  const nothing = { minimum: 1, unsuggested: [] };
  const suggestions = new SuggestionsStore(session, silentWorker, nothing);
  let onReady: (view: TextView | null) => void = () => {};
  const ready = new Promise<TextView | null>(resolve => {
    onReady = resolve;
  });
  flushSync(() =>
    createRoot(parent).render(
      <LocaleContext value="zh">
        <SessionContext value={session}>
          <TextEditor
            session={session}
            findings={findings}
            suggestions={suggestions}
            settings={DEFAULT_SETTINGS}
            actions={NO_ACTIONS}
            onReady={onReady}
          />
        </SessionContext>
      </LocaleContext>,
    ),
  );
  const shown = await ready;
  const scroller = parent.querySelector<HTMLElement>('.text-scroller');
  if (!shown || !scroller) throw new Error('The text view did not come up.');
  return {
    scroller,
    goTo: ({ line, offset }) => {
      const spot = { index: line, offset };
      shown.reveal({ anchor: spot, focus: spot }, { focus: true });
    },
    select: ({ line, offset, length }) =>
      shown.select({
        anchor: { index: line, offset },
        focus: { index: line, offset: offset + length },
      }),
    tag: ({ line, offset, length }, type) => {
      const context = session.context();
      const { change } = addMention(session.document, line, offset, offset + length, type, context);
      session.edit('tag.add', change);
    },
    selectAll: () => shown.selectAll(),
    count: () => ({
      characters: session.document.blocks.reduce((sum, block) => sum + blockLength(block), 0),
      mentions: session.document.blocks.reduce((sum, block) => sum + block.mentions.length, 0),
    }),
  };
};

/** Puts mentions by offsets into the whole text where they belong, in one pass over both. */
function withMentions(
  document: KanwuDocument,
  mentions: readonly FlatMention[],
  ids: IdSource,
): KanwuDocument {
  const when = new Date(0).toISOString();
  let next = 0;
  let at = document.lead.text.length;
  const blocks = document.blocks.map((block): Block => {
    const start = at + block.marker.text.length;
    at += blockLength(block);
    const own: Mention[] = [];
    for (let m = mentions[next]; m && m.from < at; m = mentions[++next]) {
      own.push({
        id: ids.next('m'),
        type: m.type,
        start: m.from - start,
        end: m.to - start,
        who: 'bench',
        when,
      });
    }
    return own.length === 0 ? block : { ...block, mentions: own };
  });
  return { ...document, blocks };
}

/** Takes messages as a worker does (they are cloned on sending) and never answers. */
function silentWorker(): Worker {
  const { port1, port2 } = new MessageChannel();
  port2.start();
  return port1 as unknown as Worker;
}
