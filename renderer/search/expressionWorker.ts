import { matchesIn } from '../../shared/search/matchText';
import type { FromExpressionWorker, ToExpressionWorker } from './expressionProtocol';

self.onmessage = ({ data }: MessageEvent<ToExpressionWorker>) => {
  const { id, source, flags, texts, limit } = data;
  const regex = new RegExp(source, flags);
  const reply: FromExpressionWorker = { id, found: texts.map(text => matchesIn(regex, text, limit)) };
  self.postMessage(reply);
};
