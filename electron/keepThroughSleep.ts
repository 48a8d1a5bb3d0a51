import type { FileWatch } from './files/fileWatch';
import type { Journals } from './files/journals';

/** What is heard of the computer's sleep: Electron's `powerMonitor`. */
export interface Power {
  on(event: 'suspend' | 'resume' | 'unlock-screen', listener: () => void): unknown;
}

/**
 * Puts the journals on the disk itself before the computer sleeps, for it may wake without power and the timer that
 * would do so sleeps too; and looks at the files when it wakes or is unlocked: what other computers wrote meanwhile no
 * watch has seen, and a window that was in front gets no focus then.
 */
export function keepThroughSleep(
  power: Power,
  journals: Pick<Journals, 'sync'>,
  watch: Pick<FileWatch, 'check'>,
): void {
  const look = () => {
    watch.check().catch((error: unknown) => console.error('kanwu: could not look at the files:', error));
  };
  power.on('suspend', () => void journals.sync());
  power.on('resume', look);
  // macOS and Windows; also after a sleep of which the system told nothing.
  power.on('unlock-screen', look);
}
