import { EditingSession } from '../../../renderer/session/session';
import type { FromSuggester } from '../../../renderer/suggestions/protocol';
import { SuggestionsStore } from '../../../renderer/suggestions/suggestionsStore';
import { idSource } from '../../../shared/document/ids';
import { openSource } from '../../../shared/document/parse';
import { originOf } from '../../../shared/edits/context';
import { acceptSuggestions, dismissSuggestion } from '../../../shared/edits/decideSuggestion';
import { replaceText } from '../../../shared/edits/replaceText';
import type { Suggestion } from '../../../shared/suggesters';

const LINES = 25_000;
const EACH = 5;
/** Different names; every fifth suggestion is of a name that stands only once. */
const NAMES = 10_000;

/** What the window does with 125,000 suggestions in 1 M characters: milliseconds on its own thread, by what is done. */
export function manySuggestions(): Readonly<Record<string, number>> {
  globalThis.requestAnimationFrame ??= run => Number(setTimeout(run, 0));
  globalThis.cancelAnimationFrame ??= () => {};
  const nameOf = (n: number) => `名${String(n % 5 === 0 ? n : n % NAMES).padStart(6, '0')}`;
  const line = (n: number) => Array.from({ length: EACH }, (_, k) => nameOf(n * EACH + k)).join('，');
  const text = Array.from({ length: LINES }, (_, n) => line(n)).join('\n');
  const source = { name: 'b', text, encoding: 'utf-8', bom: false, newline: '\n', sha256: '' } as const;
  const ids = idSource();
  const session = new EditingSession(openSource(source, ids), ids, 'bench');
  let tell: (event: { data: FromSuggester }) => void = () => {};
  let generation = 0;
  const worker = {
    postMessage: (message: { type: string; generation?: number }) => {
      if (message.type === 'open') generation = message.generation ?? 0;
    },
    addEventListener: (_: string, listener: typeof tell) => {
      tell = listener;
    },
    removeEventListener: () => {},
  } as unknown as Worker;
  const store = new SuggestionsStore(session, () => worker, { minimum: 0.5, unsuggested: [] });
  store.begin(0);
  const times: Record<string, number> = {};
  const timed = (what: string, work: () => void) => {
    const started = performance.now();
    work();
    times[what] = Math.max(times[what] ?? 0, performance.now() - started);
  };
  const reason = { en: 'Reads as a person’s name here', zh: '此处像人名' };
  const { blocks } = session.document;
  for (let at = 0; at < blocks.length; at += 200) {
    const portion = blocks.slice(at, at + 200).map(({ id, body }) => {
      const list = [...body.text.matchAll(/名\d+/g)].map(
        (match): Suggestion => ({
          type: 'PER',
          block: id,
          start: match.index,
          end: match.index + match[0].length,
          text: match[0],
          confidence: 0.9,
          reason,
        }),
      );
      return [id, list] as const;
    });
    timed('taking in a portion', () => tell({ data: { type: 'suggestions', generation, blocks: portion } }));
  }
  timed('listing all for the first time', () => store.refresh());
  const { list } = store.getState();
  if (list.total !== LINES * EACH) throw new Error(`${list.total} suggestions`);
  for (let n = 0; n < 20; n++) {
    const place = store.getState().list.groups[n * 100]?.places[0];
    if (!place) throw new Error('no suggestion');
    const { suggestion, near } = place;
    const context = session.context();
    timed('accepting one', () =>
      session.edit('suggest.accept', acceptSuggestions(session.document, [suggestion], context, { near })),
    );
    timed('dismissing a name', () =>
      session.edit('suggest.dismiss', dismissSuggestion(session.document, suggestion, context)),
    );
    timed('undo', () => session.undo());
    const spot = { index: 12_000 + n, offset: 3 };
    timed('a key', () => {
      const edit = replaceText(session.document, spot, spot, '的', originOf(context, 'edit'), context);
      session.edit('typing', edit.change, { from: 'typing' });
    });
    timed('what 60 mounted blocks show', () => {
      for (const block of session.document.blocks.slice(12_000, 12_060)) store.openOf(block);
    });
  }
  store.dispose();
  return times;
}
