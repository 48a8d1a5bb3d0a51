import { readableText } from '../../shared/suggesters/readableText';
import { isRuledOut, rangeIn, WITH_DAY_PART } from '../../shared/suggesters/ruledOut';
import type { AnnotatedBlock, GoldMention } from './annotatedPages';

/**
 * The training pages do not agree among themselves, nor with the dev pages, on what a date and a time are. Here their gold is
 * brought to what `isRuledOut` holds: ranges are split, 每 and 许 are left out, parts of the day count only after a date.
 */
export function asAnnotatedNow({ block, mentions }: AnnotatedBlock): AnnotatedBlock {
  const text = readableText(block.text);
  const dates = mentions.flatMap(mention => (mention.type === 'DATE' ? datesIn(text, mention) : []));
  const others = mentions
    .filter(({ type }) => type !== 'DATE')
    .map(mention =>
      mention.type === 'TIME' && text[mention.end - 1] === '许'
        ? { ...mention, end: mention.end - 1 }
        : mention,
    );
  const all = [...others, ...dates];
  return {
    block,
    mentions: all.filter(
      mention =>
        !isRuledOut(
          text,
          mention,
          dates.some(({ end }) => end === mention.start),
        ),
    ),
  };
}

function datesIn(text: string, { type, start, end }: GoldMention): GoldMention[] {
  const date = text.slice(start, end);
  const returning = /^每年?(?=..)/.exec(date)?.[0].length;
  if (returning) return datesIn(text, { type, start: start + returning, end });
  const range = rangeIn(date);
  if (!range) {
    const part = WITH_DAY_PART.exec(date)?.index;
    if (part === undefined) return [{ type, start, end }];
    return [
      { type, start, end: start + part },
      { type: 'TIME', start: start + part, end },
    ];
  }
  return [
    ...datesIn(text, { type, start, end: start + range.firstEnd }),
    ...datesIn(text, { type, start: start + range.secondStart, end }),
  ];
}
