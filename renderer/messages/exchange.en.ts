const numbers = new Intl.NumberFormat('en');
const number = (n: number) => numbers.format(n);

/** The window's words for exporting and importing. */
export const exchange = {
  export: {
    title: 'Export',
    formats: 'Format',
    kinds: { edition: 'Editions', data: 'Data', list: 'Lists' },
    text: 'Text',
    corrected: 'As corrected',
    original: 'Original, mentions mapped back',
    preview: 'Preview',
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
};

export type ExchangeMessages = typeof exchange;
