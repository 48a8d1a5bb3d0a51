import { DETECTORS } from '../../shared/detectors';
import { parseLexicon } from '../../shared/lexicon';
import { DetectionQueue } from './detectionQueue';
import type { FromWorker, ToWorker } from './protocol';
import { ReceivedBlocks } from './receivedBlocks';

const post = (message: FromWorker) => self.postMessage(message);
const queue = new DetectionQueue(post);
const received = new ReceivedBlocks();

self.onmessage = ({ data }: MessageEvent<ToWorker>) => {
  switch (data.type) {
    case 'lexicon':
      start(data.bytes).catch((error: unknown) => post({ type: 'failed', message: String(error) }));
      return;
    case 'begin':
      queue.begin(data.generation, data.beginning);
      return;
    case 'blocks':
      received.add(data);
      return;
    case 'open':
      queue.open(data.generation, received.take(data.generation));
      return;
    case 'change':
      queue.change(data.generation, data.patches);
      return;
    case 'close':
      received.clear();
      queue.close();
  }
};

async function start(words: ArrayBuffer): Promise<void> {
  const lexicon = parseLexicon(new TextDecoder().decode(words));
  await queue.start(DETECTORS.map(make => () => make(lexicon)));
}
