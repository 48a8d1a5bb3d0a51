import { readAnnotations } from '../../shared/annotation/readAnnotations';
import { DETECTORS } from '../../shared/detectors';
import { toTextBlock } from '../../shared/document/block';
import { idSource } from '../../shared/document/ids';
import { openSource } from '../../shared/document/parse';
import { parseLexicon } from '../../shared/lexicon';
import { DetectionQueue } from './detectionQueue';
import type { FromWorker, ToWorker } from './protocol';

const post = (message: FromWorker) => self.postMessage(message);
const queue = new DetectionQueue(post);

self.onmessage = ({ data }: MessageEvent<ToWorker>) => {
  switch (data.type) {
    case 'lexicon':
      start(data.bytes).catch((error: unknown) => post({ type: 'failed', message: String(error) }));
      return;
    case 'begin':
      queue.begin(data.generation, data.beginning);
      return;
    case 'open': {
      const { source, annotations, generation } = data;
      const reading = annotations === null ? null : readAnnotations(annotations, source.name);
      const document = reading?.kind === 'read' ? reading.document : openSource(source, idSource());
      queue.open(generation, document.blocks.map(toTextBlock));
      return;
    }
    case 'change':
      queue.change(data.generation, data.patches);
      return;
    case 'close':
      queue.close();
  }
};

async function start(words: ArrayBuffer): Promise<void> {
  const lexicon = parseLexicon(new TextDecoder().decode(words));
  await queue.start(DETECTORS.map(make => () => make(lexicon)));
}
