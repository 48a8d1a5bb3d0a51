import type { JsonPlace } from '../imports/jsonPlace';

/** What a target selects. Positions count whatever the file counts. */
export interface Selected {
  readonly quote: string;
  readonly prefix: string;
  readonly suffix: string;
  readonly position: { readonly start: number; readonly end: number } | null;
}

const NOTHING: Selected = { quote: '', prefix: '', suffix: '', position: null };

/** How deep `refinedBy` is followed. */
const DEEPEST = 20;

/** The selection of a target. Selectors in a list say the same in different ways, so each adds what it knows. */
export function selectedBy(target: JsonPlace): Selected {
  if (typeof target.value === 'string') return fragment(target.value.split('#')[1] ?? '');
  target.object();
  const source = target.at('source').maybeText() ?? target.at('id').maybeText() ?? '';
  const selected = merged(
    target
      .at('selector')
      .each()
      .map(selector => selection(selector, 0)),
  );
  return selected === NOTHING ? fragment(source.split('#')[1] ?? '') : selected;
}

function merged(list: readonly Selected[]): Selected {
  let all = NOTHING;
  for (const one of list) {
    if (one === NOTHING) continue;
    const quoted = all.quote !== '' ? all : one;
    const { quote, prefix, suffix } = quoted;
    all = { quote, prefix, suffix, position: all.position ?? one.position };
  }
  return all;
}

function selection(selector: JsonPlace, depth: number): Selected {
  if (typeof selector.value === 'string') return NOTHING;
  const own = ownSelection(selector, depth);
  const refinements = selector.at('refinedBy').each();
  if (refinements.length === 0 || depth >= DEEPEST) return own;
  return refined(own, merged(refinements.map(refinement => selection(refinement, depth + 1))));
}

function ownSelection(selector: JsonPlace, depth: number): Selected {
  switch (selector.at('type').maybeText()) {
    case 'TextQuoteSelector':
      return {
        quote: selector.at('exact').text(),
        prefix: selector.at('prefix').maybeText() ?? '',
        suffix: selector.at('suffix').maybeText() ?? '',
        position: null,
      };
    case 'TextPositionSelector': {
      const start = selector.at('start').offset();
      const end = selector.at('end').offset();
      if (end < start) selector.at('end').wrong(`a number from ${start}`, `不小于 ${start} 的数`);
      return start === end ? NOTHING : { ...NOTHING, position: { start, end } };
    }
    case 'FragmentSelector':
      return fragment(selector.at('value').text());
    case 'Choice':
    case 'oa:Choice':
      return merged(
        selector
          .at('items')
          .each()
          .map(item => selection(item, depth + 1)),
      );
    default:
      return NOTHING;
  }
}

/** RFC 5147: `char=12,18` of a plain text. */
function fragment(value: string): Selected {
  const [, from, to] = /(?:^|[;&])char=(\d{1,15}),(\d{1,15})/.exec(value) ?? [];
  const start = Number(from);
  const end = Number(to);
  return start < end ? { ...NOTHING, position: { start, end } } : NOTHING;
}

/** A part of a selection: its position counts from where the whole begins, where that is known. */
function refined(whole: Selected, part: Selected): Selected {
  if (part === NOTHING) return whole;
  const { position, quote } = part;
  if (position && whole.quote !== '' && quote === '') {
    const inside = whole.quote.slice(position.start, position.end);
    const start = whole.position ? whole.position.start + position.start : null;
    return {
      quote: inside,
      prefix: whole.prefix + whole.quote.slice(0, position.start),
      suffix: whole.quote.slice(position.end) + whole.suffix,
      position: start === null ? null : { start, end: start + position.end - position.start },
    };
  }
  if (!position) return part;
  const { start: from } = whole.position ?? { start: Number.NaN };
  const known = Number.isFinite(from);
  return { ...part, position: known ? { start: from + position.start, end: from + position.end } : null };
}
