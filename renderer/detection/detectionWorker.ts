import { readAnnotations } from '../../shared/annotation/readAnnotations';
import { allDetectors } from '../../shared/detectors';
import { toTextBlock } from '../../shared/document/block';
import { idSource } from '../../shared/document/ids';
import { openSource } from '../../shared/document/parse';
import { parseLexicon } from '../../shared/lexicon';
import { DetectionQueue } from './detectionQueue';
import type { FromWorker, ToWorker } from './protocol';
import { warmUp } from './warmUp';

const post = (message: FromWorker) => self.postMessage(message);
const queue = new DetectionQueue(post);

async function loadLexicon(url: string): Promise<void> {
  const reply = await fetch(url);
  if (!reply.ok) throw new Error(`The word list could not be loaded (${reply.status}).`);
  const detectors = allDetectors(parseLexicon(await reply.text()));
  if (!queue.isOpen) warmUp(detectors);
  queue.start(detectors);
}

self.onmessage = ({ data }: MessageEvent<ToWorker>) => {
  switch (data.type) {
    case 'lexicon':
      loadLexicon(data.url).catch((error: unknown) => post({ type: 'failed', message: String(error) }));
      return;
    case 'open': {
      const { source, annotations, generation, near } = data;
      const reading = annotations === null ? null : readAnnotations(annotations, source.name);
      const document = reading?.kind === 'read' ? reading.document : openSource(source, idSource());
      queue.open(generation, document.blocks.map(toTextBlock), near);
      return;
    }
    case 'change':
      queue.change(data.generation, data.patches);
      return;
    case 'close':
      queue.close();
  }
};
