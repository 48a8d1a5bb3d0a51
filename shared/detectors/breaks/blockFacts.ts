import type { BlockKind, TextBlock } from '../../document/textBlock';
import { type CharacterClass, CLASS, classOf } from './characters';
import { type ListMarker, listMarkerOf } from './listMarkers';
import { normaliseText } from './normalise';
import { isByline, isDateline, isSignature, opensReport } from './pressForms';

/** How a block ends, as far as a following sentence part is concerned. */
export const END = {
  other: 0,
  stop: 1,
  closeQuote: 2,
  closeBracket: 3,
  colon: 4,
  semicolon: 5,
  comma: 6,
  enumeration: 7,
  dash: 8,
  opener: 9,
  han: 10,
  digit: 11,
  latin: 12,
} as const;
export type End = (typeof END)[keyof typeof END];

/** What the features need to know of one block, all of it about its normalised text alone. */
export interface BlockFacts {
  readonly kind: BlockKind;
  readonly text: string;
  readonly length: number;
  readonly isIndented: boolean;
  readonly list: ListMarker;
  readonly isByline: boolean;
  readonly opensReport: boolean;
  readonly isDateline: boolean;
  readonly isSignature: boolean;
  readonly end: End;
  readonly start: CharacterClass;
  /** A full stop, question or exclamation mark before the end. */
  readonly innerStops: number;
  /** Code units after the last inner stop or semicolon. */
  readonly tail: number;
  /** Code units before the first punctuation mark and after the last. */
  readonly firstClause: number;
  readonly lastClause: number;
  readonly commas: number;
  readonly semicolons: number;
  readonly enumerations: number;
  /** Position of the first colon, -1 if none. */
  readonly colon: number;
  /** Spaces between Han characters, as in tables, names set wide and bylines. */
  readonly innerSpaces: number;
  readonly han: number;
  readonly latin: number;
  readonly digits: number;
  readonly openQuotes: number;
  readonly openBrackets: number;
  /** Closing marks whose opening mark is not in the block. */
  readonly strayQuoteClosers: number;
  readonly strayBracketClosers: number;
}

/** Blocks are immutable, so their facts hold as long as they live; survey and detection share them. */
const known = new WeakMap<TextBlock, BlockFacts>();

/** Facts of one block. O(length) the first time. */
export function factsOf(block: TextBlock): BlockFacts {
  const read = known.get(block);
  if (read) return read;
  const made = readFacts(block);
  known.set(block, made);
  return made;
}

function readFacts(block: TextBlock): BlockFacts {
  const text = normaliseText(block.text);
  return {
    kind: block.kind,
    text,
    length: text.length,
    isIndented: block.level === 0 && block.marker.length > 0,
    list: listMarkerOf(text),
    isByline: isByline(text),
    opensReport: opensReport(text),
    isDateline: isDateline(text),
    isSignature: isSignature(text),
    end: endOf(text),
    start: text.length > 0 ? classOf(text.charCodeAt(0)) : CLASS.other,
    ...countMarks(text),
  };
}

const BACKTICK = 0x60;

function countMarks(text: string) {
  const counts = new Int32Array(17);
  let innerStops = 0;
  let lastStop = -1;
  let firstClause = -1;
  let lastMark = -1;
  let colon = -1;
  let innerSpaces = 0;
  let backticks = 0;
  const quotes = { open: 0, stray: 0 };
  const brackets = { open: 0, stray: 0 };
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    const value = classOf(code);
    counts[value] = (counts[value] ?? 0) + 1;
    if (value <= CLASS.latin) {
      if (code === BACKTICK) backticks++;
      continue;
    }
    switch (value) {
      case CLASS.stop:
        if (i < text.length - 1) {
          innerStops++;
          lastStop = i;
        }
        break;
      case CLASS.semicolon:
        if (i < text.length - 1) lastStop = i;
        break;
      case CLASS.colon:
        if (colon < 0) colon = i;
        break;
      case CLASS.space:
        if (i > 0 && isHanAt(text, i - 1)) innerSpaces++;
        break;
      case CLASS.openQuote:
        quotes.open++;
        break;
      case CLASS.closeQuote:
        close(quotes);
        break;
      case CLASS.openBracket:
      case CLASS.openTitle:
        brackets.open++;
        break;
      case CLASS.closeBracket:
      case CLASS.closeTitle:
        close(brackets);
        break;
    }
    if (value >= CLASS.comma && value <= CLASS.stop) {
      if (firstClause < 0) firstClause = i;
      lastMark = i;
    }
  }
  return {
    innerStops,
    tail: text.length - 1 - lastStop,
    firstClause: firstClause < 0 ? text.length : firstClause,
    lastClause: text.length - 1 - lastMark,
    commas: counts[CLASS.comma] ?? 0,
    semicolons: counts[CLASS.semicolon] ?? 0,
    enumerations: counts[CLASS.enumeration] ?? 0,
    colon,
    innerSpaces,
    han: counts[CLASS.han] ?? 0,
    latin: counts[CLASS.latin] ?? 0,
    digits: counts[CLASS.digit] ?? 0,
    openQuotes: quotes.open,
    // A lone backtick opens a code span in the first half and closes it in the second.
    openBrackets: brackets.open + (backticks % 2),
    strayQuoteClosers: quotes.stray,
    strayBracketClosers: brackets.stray + (backticks % 2),
  };
}

function close(pair: { open: number; stray: number }): void {
  if (pair.open > 0) pair.open--;
  else pair.stray++;
}

function isHanAt(text: string, at: number): boolean {
  return classOf(text.charCodeAt(at)) === CLASS.han;
}

const END_OF_CLASS: Readonly<Partial<Record<CharacterClass, End>>> = {
  [CLASS.han]: END.han,
  [CLASS.digit]: END.digit,
  [CLASS.latin]: END.latin,
  [CLASS.comma]: END.comma,
  [CLASS.enumeration]: END.enumeration,
  [CLASS.semicolon]: END.semicolon,
  [CLASS.colon]: END.colon,
  [CLASS.stop]: END.stop,
  [CLASS.openQuote]: END.opener,
  [CLASS.openBracket]: END.opener,
  [CLASS.openTitle]: END.opener,
  [CLASS.closeQuote]: END.closeQuote,
  [CLASS.closeBracket]: END.closeBracket,
  [CLASS.closeTitle]: END.closeBracket,
  [CLASS.dash]: END.dash,
};

/** A stop counts through closing quotes and brackets after it, and through a note number or reference mark. */
function endOf(text: string): End {
  let at = text.length - 1;
  while (at >= 0 && isCloserOrNote(text.charCodeAt(at))) at--;
  if (at >= 0 && isStop(text, at)) return END.stop;
  const last = text.length > 0 ? classOf(text.charCodeAt(text.length - 1)) : CLASS.other;
  return END_OF_CLASS[last] ?? END.other;
}

function isStop(text: string, at: number): boolean {
  return classOf(text.charCodeAt(at)) === CLASS.stop || text[at] === '.';
}

function isCloserOrNote(code: number): boolean {
  const value = classOf(code);
  if (value === CLASS.closeQuote || value === CLASS.closeBracket || value === CLASS.closeTitle) return true;
  const isCircledNumber = code >= 0x2460 && code <= 0x24ff;
  return isCircledNumber || code === 0x22 || code === 0x27;
}
