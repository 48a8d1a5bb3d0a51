import '../../../renderer/theme/tokens.css';
import '../../../renderer/theme/base.css';
import './bench.css';
import { openCodeMirror } from './codeMirrorSubject';
import { openKanwu } from './kanwuSubject';
import type { Place, Stretch } from './places';
import { placesOf } from './places';
import { type SampleText, sampleText } from './sampleText';
import type { Subject } from './subject';

const SUBJECTS = { kanwu: openKanwu, codemirror: openCodeMirror };
export type SubjectName = keyof typeof SUBJECTS;

/** When the next frame is on its way to the screen, as `performance.now()`: its tasks, layout and paint are done. */
function painted(): Promise<number> {
  return new Promise(resolve => {
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => resolve(performance.now());
      port2.postMessage(null);
    });
  });
}

async function untilPainted(act: () => void | Promise<void>): Promise<number> {
  const start = performance.now();
  await act();
  return (await painted()) - start;
}

let sample: SampleText | null = null;
let subject: Subject | null = null;
let places: { readonly caret: Place; readonly stretches: readonly Stretch[] } | null = null;

function opened(): Subject {
  if (!subject) throw new Error('No text is open.');
  return subject;
}

/** Milliseconds from each key event (its own time stamp) to the frame that shows what it did. */
const strokes: number[] = [];
let keyDownAt = 0;

function recordStroke(): void {
  const from = keyDownAt;
  painted().then(at => strokes.push(at - from));
}

addEventListener(
  'keydown',
  event => {
    keyDownAt = event.timeStamp;
    // Only letters reach `beforeinput`; a shortcut is answered here.
    if (event.ctrlKey && event.key !== 'Control') recordStroke();
  },
  true,
);
addEventListener('beforeinput', recordStroke, true);

let frames: number[] | null = null;

async function recordFrames(): Promise<void> {
  let last = await painted();
  while (frames) {
    const now = await painted();
    frames?.push(now - last);
    last = now;
  }
}

const bench = {
  /** Makes the text to open, and the places to work on: `stretches` to tag. */
  async prepare(characters: number, stretches: number): Promise<void> {
    sample = sampleText(characters);
    places = placesOf(sample, stretches);
    await document.fonts.ready;
    await painted();
    await painted();
  },
  open(name: SubjectName): Promise<number> {
    const parent = document.getElementById('root');
    const text = sample;
    if (!parent || !text) throw new Error('There is nothing to open.');
    parent.className = name;
    // The editor holds what it needs of it; the rest is not its memory.
    sample = null;
    return untilPainted(async () => {
      subject = await SUBJECTS[name](parent, text);
    });
  },
  count: () => opened().count(),
  async goToMiddle(): Promise<void> {
    if (places) opened().goTo(places.caret);
    for (let n = 0; n < 4; n++) await painted();
  },
  async tag(n: number): Promise<number> {
    const stretch = places?.stretches[n];
    if (!stretch) throw new Error(`There is no stretch ${n}.`);
    opened().select(stretch);
    await painted();
    await painted();
    return untilPainted(() => opened().tag(stretch, 'PER'));
  },
  selectAll: () => untilPainted(() => opened().selectAll()),
  strokes: () => strokes,
  startFrames(): void {
    frames = [];
    void recordFrames();
  },
  stopFrames(): readonly number[] {
    const recorded = frames ?? [];
    frames = null;
    return recorded;
  },
  /** Pixels below the viewport. */
  roomBelow(): number {
    const { scroller } = opened();
    return scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight;
  },
};

export type BenchPage = typeof bench;

declare global {
  interface Window {
    bench: BenchPage;
  }
}

window.bench = bench;
