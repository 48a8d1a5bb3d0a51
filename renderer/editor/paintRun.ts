import { type PaintedMention, readPaint } from './runs';

/** Lines that fit between two lines of text; mentions further out than that share the last. */
const LANES = 4;

/** One layer of a background: what is painted, where, and how large. */
type Layer = readonly [image: string, position: string, size: string];

/**
 * Paints a run's element: a tint for the innermost mention, a line for each, all along it, with a tick where it begins and
 * where it ends, and the types of those that end here. A mention that wraps has ticks at its own ends only, for the
 * background is painted before the box is cut into lines (`box-decoration-break: slice`).
 */
export function paintRun(dom: HTMLElement, paint: string): void {
  if (dom.dataset['paint'] === paint || (paint === '' && dom.dataset['paint'] === undefined)) return;
  dom.dataset['paint'] = paint;
  const { mentions, seam, hidden } = readPaint(paint);
  const classes = [
    mentions.length > 0 ? 'mention' : '',
    seam ? 'seam' : '',
    hidden ? 'hidden-character' : '',
  ];
  dom.className = classes.filter(Boolean).join(' ');
  const inside = [...mentions].sort((a, b) => a.lane - b.lane);
  const layers = [...inside.flatMap(linesOf), ...inside.slice(0, 1).map(tintOf)];
  dom.style.backgroundImage = layers.map(([image]) => image).join(', ');
  dom.style.backgroundPosition = layers.map(([, position]) => position).join(', ');
  dom.style.backgroundSize = layers.map(([, , size]) => size).join(', ');
  const ending = inside.filter(m => m.ends).map(m => m.type);
  setOrRemove(dom, 'data-label', ending.join('·'));
  setOrRemove(dom, 'data-hidden', hidden);
  setOrRemove(dom, 'data-mentions', mentions.map(m => m.id).join(' '));
  // "Mark" is what the element is; its text is read as it stands, so only what it means has to be added.
  setOrRemove(dom, 'role', mentions.length > 0 ? 'mark' : '');
  setOrRemove(dom, 'aria-description', inside.map(m => m.spoken).join(', '));
}

function linesOf({ color, lane, starts, ends }: PaintedMention): readonly Layer[] {
  const image = plain(`var(--tag-${color})`);
  const bottom = `bottom calc(var(--lane-room) - ${Math.min(lane, LANES - 1)} * var(--lane-pitch) - var(--lane-line))`;
  const insets = Number(starts) + Number(ends);
  const line: Layer = [
    image,
    `left ${starts ? 'var(--lane-inset)' : '0px'} ${bottom}`,
    `calc(100% - ${insets} * var(--lane-inset)) var(--lane-line)`,
  ];
  const tick = (side: 'left' | 'right'): Layer => [
    image,
    `${side} var(--lane-inset) ${bottom}`,
    'var(--lane-line) var(--lane-tick)',
  ];
  return [line, ...(starts ? [tick('left')] : []), ...(ends ? [tick('right')] : [])];
}

function tintOf({ color }: PaintedMention): Layer {
  return [
    plain(`var(--tag-${color}-tint)`),
    'left 0px top var(--tint-inset)',
    '100% calc(100% - var(--lane-room) - var(--tint-inset))',
  ];
}

function plain(color: string): string {
  return `linear-gradient(${color}, ${color})`;
}

export function setOrRemove(dom: HTMLElement, name: string, value: string): void {
  if (value === '') dom.removeAttribute(name);
  else dom.setAttribute(name, value);
}
