const numbers = new Intl.NumberFormat('en');
const number = (n: number) => numbers.format(n);
const count = (n: number, one: string, many: string) => `${number(n)} ${n === 1 ? one : many}`;

/** The window's words for exporting and importing. */
export const exchange = {
  export: {
    title: 'Export',
    formats: 'Format',
    kinds: { edition: 'Editions', data: 'Data', list: 'Lists' },
    text: 'Text',
    corrected: 'As corrected',
    original: 'Original, mentions mapped back',
    originalHint: 'The original has no corrections to mark or list; the report counts them.',
    preview: 'Preview',
    asSource: 'As source',
    rendered: 'The page as a browser shows it',
    noPreview: 'This is no text file, so there is nothing to preview.',
    beginning: 'The beginning of it',
    empty: '(empty)',
    write: 'Export…',
    writing: (size: string) => `Writing… ${size}`,
    starting: 'Writing…',
    again: 'Export again',
    reportTitle: 'Exported',
    reportPlace: (format: string, place: string) => `${format}, written to “${place}”.`,
    nothingLost: 'Nothing was lost.',
    lost: 'What the format could not hold',
    more: (n: number) => `and ${number(n)} more`,
    copy: 'Copy report',
    saveReport: 'Save report…',
    reportFormat: 'Report of an export',
    goTo: (text: string) => `Go to “${text}”`,
  },
  check: {
    title: 'Before it goes out',
    looking: 'Looking through the text…',
    nothing: 'Nothing is left to settle.',
    stillLooking: 'The detectors are not done yet; there may be more findings.',
  },
  import: {
    working: {
      reading: 'Reading the file…',
      placing: 'Looking for the places…',
      carrying: 'Carrying the work over…',
      changing: 'Changing mentions…',
    },
    title: 'Import',
    unknown: (name: string) => `“${name}” is in no format that Kanwu can import.`,
    readAs: (name: string, format: string) => `“${name}” was read as ${format}.`,
    documents: (n: number) => `${count(n, 'document', 'documents')} in it. Which one?`,
    mentions: (n: number) => count(n, 'mention', 'mentions'),
    holds: (mentions: number, entities: number, corrections: number) =>
      [
        count(mentions, 'mention', 'mentions'),
        ...(entities > 0 ? [count(entities, 'entity', 'entities')] : []),
        ...(corrections > 0 ? [count(corrections, 'correction', 'corrections')] : []),
      ].join(', '),
    target: 'What it becomes',
    onto: (name: string) => `Add the mentions to “${name}”, which is open`,
    asNew: 'Open as a document of its own',
    noText: 'The file holds no text: its mentions can only be added to an open one.',
    noTextAtAll: 'The file holds no text. Open the text it is about first.',
    correctionsStay: (n: number) =>
      `${count(n, 'correction belongs', 'corrections belong')} to the text in the file and ${n === 1 ? 'is' : 'are'} not taken over.`,
    review: 'Review…',
    open: 'Open',
    reviewTitle: 'Where the mentions stand',
    exact: (n: number) => `${count(n, 'mention is', 'mentions are')} in place.`,
    moved: (n: number) => `${count(n, 'mention was', 'mentions were')} moved`,
    orphans: (n: number) =>
      `${count(n, 'mention has', 'mentions have')} no place here and will be kept aside`,
    accept: (n: number) => `Add ${number(n)}`,
    added: (n: number, orphans: number) =>
      `${count(n, 'mention', 'mentions')} added in one step${orphans > 0 ? `; ${number(orphans)} without a place ${orphans === 1 ? 'is' : 'are'} listed under Mentions` : ''}.`,
    made: (n: number, moved: number, orphans: number) =>
      `Opened with ${count(n, 'mention', 'mentions')}${moved > 0 ? `, ${number(moved)} of them moved` : ''}${orphans > 0 ? `; ${number(orphans)} without a place ${orphans === 1 ? 'is' : 'are'} listed under Mentions` : ''}.`,
    carry: 'Carry the work over…',
    carryTitle: 'On the changed text',
    carryAccept: 'Carry over',
    carryCorrections: (kept: number, made: number, lost: number) =>
      `Corrections: ${number(kept)} kept, ${number(made)} already made in the new text, ${number(lost)} without a place.`,
    carryDecisions: (kept: number, lapsed: number) =>
      `Decisions: ${number(kept)} kept, ${number(lapsed)} lapsed with the text they were about.`,
    lostCorrections: (n: number) => `${count(n, 'correction has', 'corrections have')} no place any more`,
    notPlaced: (n: number) => `Not placed (${number(n)})`,
    placeHere: 'Place on the selection',
    placeHint: 'Select the words in the text first.',
    deleteOrphan: 'Delete',
  },
};

export type ExchangeMessages = typeof exchange;
