const numbers = new Intl.NumberFormat('en');
const count = (n: number, one: string, many: string) => `${numbers.format(n)} ${n === 1 ? one : many}`;

/** The window's words for work kept, recovered and compared. */
export const recovery = {
  recovered: (n: number) =>
    n === 0
      ? 'Recovered work that is not in the annotation file.'
      : `Recovered ${count(n, 'change', 'changes')} made after the last save.`,
  cut: 'The end of the work kept for recovery was damaged and could not be read.',
  unreadable: (name: string) => `The work kept for “${name}” could not be read. It stays where it is.`,
  noJournal: (what: string) => `Work can’t be kept for recovery now: ${what} Save to be safe.`,
  autosaveFailed: (what: string) => `Saving by itself failed: ${what}`,
  unsaved: {
    title: 'Unsaved work',
    hint: 'Kept from a time when the program ended or the file was loaded anew.',
    changes: (n: number) => count(n, 'change', 'changes'),
    source: { there: '', changed: 'source changed since', gone: 'source not found' },
    open: (name: string) => `Open unsaved work on “${name}”`,
    discard: (name: string) => `Discard unsaved work on “${name}”…`,
  },
  changed: {
    title: 'Changed on the disk',
    annotations: {
      changed: (name: string) => `Another program wrote “${name}” since you opened it here.`,
      gone: (name: string) => `“${name}” is not there any more.`,
    },
    source: {
      changed: (name: string) => `The source “${name}” was changed since you opened it.`,
      gone: (name: string) => `The source “${name}” is not there any more.`,
    },
    reloadEdited: 'Load it anew: your unsaved work is kept and listed on the welcome screen.',
    keepHint: 'Keep yours: the next save replaces what is there, which is kept as an earlier version.',
    goneHint: 'Your work is kept here. Saving writes the file again.',
    sourceHint: 'Your work stays on the text as you opened it; the annotation file carries that text.',
    carryHint: 'Or carry it over to the changed text; you see first what becomes of it.',
    reload: 'Load anew',
    keep: 'Keep mine',
    compare: 'Compare',
    comparing: 'Comparing…',
    same: 'Corrections, mentions and decisions are the same.',
    counts: 'Differences',
    mine: 'Only mine',
    theirs: 'Only on the disk',
    what: { correction: 'Corrections', mention: 'Mentions', decision: 'Decisions' },
    answers: { accepted: 'Accepted:', dismissed: 'Dismissed:' },
    list: 'What differs',
    first: (n: number) => `The first ${numbers.format(n)} are listed.`,
    unreadable: (what: string) => `It can’t be compared. ${what}`,
    otherSource: 'It was made for another text and can’t be compared.',
  },
  earlier: {
    title: 'Restore an earlier version',
    lead: 'What a save replaced is kept. Restoring is one step, which Undo takes back; nothing is written until you save.',
    list: 'Earlier versions',
    none: 'No earlier version is kept yet. The next save keeps the present one.',
    restore: 'Restore',
    restored: (when: string) => `The version of ${when} is open as unsaved work.`,
    otherSource: 'This version was made for another text than the one that is open.',
  },
  settings: {
    title: 'Keeping work',
    autosave: 'Save by itself, once there is an annotation file',
    seconds: 'Every so many seconds',
    journals: (size: string) => `Work kept for recovery: ${size}`,
    backups: (size: string) => `Earlier versions: ${size}`,
    limits: 'At most 256 MB each; the oldest go first, unsaved work never.',
  },
  megabytes: (bytes: number) =>
    bytes < 100_000 ? `${Math.ceil(bytes / 1000)} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`,
};

export type RecoveryMessages = typeof recovery;
