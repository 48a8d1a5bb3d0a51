import type { KanwuApi } from '../../shared/ipc/contract';
import type { FromSuggester, ToSuggester } from './protocol';

/** Relative to the worker's own address. */
const WORD_LIST = 'assets/lexicon.txt';
const MODEL = 'assets/suggestion-model.json';

/** The one suggester of the window, made when a document first wants suggestions. */
export class SuggesterWorker {
  private worker: Worker | null = null;
  private readonly kanwu: KanwuApi;
  private readonly onFailed: () => void;

  /** `onFailed`: there will be no more suggestions until the program is started again. */
  constructor(kanwu: KanwuApi, onFailed: () => void) {
    this.kanwu = kanwu;
    this.onFailed = onFailed;
  }

  /** To be asked for each document anew, for by then more is known of names than before. */
  get = (): Worker => {
    const worker = this.worker ?? this.make();
    this.tellOthers().catch(this.onFailed);
    return worker;
  };

  private make(): Worker {
    const worker = new Worker('suggestionWorker.js', { type: 'module' });
    this.worker = worker;
    worker.addEventListener('error', this.onFailed);
    worker.addEventListener('messageerror', this.onFailed);
    worker.addEventListener('message', ({ data }: MessageEvent<FromSuggester>) => {
      if (data.type === 'failed') this.onFailed();
    });
    const message: ToSuggester = { type: 'load', lexicon: WORD_LIST, model: MODEL };
    worker.postMessage(message);
    return worker;
  }

  /** Hands on what main knows of names decided earlier and of gazetteers. Call again when that changed. */
  async tellOthers(): Promise<void> {
    if (!this.worker) return;
    const { earlier, gazetteers } = await this.kanwu.otherNames(null);
    const message: ToSuggester = { type: 'others', names: earlier, gazetteers };
    this.worker?.postMessage(message);
  }
}
