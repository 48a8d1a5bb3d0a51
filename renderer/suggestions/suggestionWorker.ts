import { otherNames } from '../../shared/gazetteers/otherNames';
import { parseLexicon } from '../../shared/lexicon';
import { type ModelFile, parseSuggestionModel, suggester } from '../../shared/suggesters';
import { ReceivedBlocks } from '../detection/receivedBlocks';
import type { FromSuggester, ToSuggester } from './protocol';
import { SuggestionQueue } from './suggestionQueue';

const post = (message: FromSuggester) => self.postMessage(message);
const queue = new SuggestionQueue(post);
const received = new ReceivedBlocks();

async function load(lexiconUrl: string, modelUrl: string): Promise<void> {
  const [lexicon, model] = await Promise.all([fetch(lexiconUrl), fetch(modelUrl)]);
  if (!lexicon.ok || !model.ok) {
    throw new Error(`Word list and model could not be loaded (${lexicon.status}, ${model.status}).`);
  }
  const weights = (await model.json()) as ModelFile;
  queue.start(suggester(parseLexicon(await lexicon.text()), parseSuggestionModel(weights)));
}

const failed = (error: unknown) => post({ type: 'failed', message: String(error) });

self.onmessage = ({ data }: MessageEvent<ToSuggester>) => {
  switch (data.type) {
    case 'load':
      load(data.lexicon, data.model).catch(failed);
      return;
    case 'blocks':
      received.add(data);
      return;
    case 'open':
      queue.open(data.generation, received.take(data.generation), data.near, data.least);
      return;
    case 'change':
      queue.change(data.generation, data.patches);
      return;
    case 'names':
      queue.names(data.generation, data.added, data.removed, data.dismissed);
      return;
    case 'others': {
      const { accepted, dismissed } = otherNames(data.names, data.gazetteers);
      queue.setOthers(accepted, dismissed);
      return;
    }
    case 'least':
      queue.setLeast(data.generation, data.least);
      return;
    case 'close':
      received.clear();
      queue.close();
  }
};
