import { type FSWatcher, watch } from 'node:fs';
import { basename, dirname } from 'node:path';
import type { FilesChanged } from '../../shared/ipc/contract';
import type { OpenDocument, OpenDocuments } from './documents';
import { fileState } from './fileState';
import type { Seen } from './readFile';
import { statOrNull } from './sameFile';

/** Milliseconds after the last sign of a change: programs write in several steps. */
const SETTLED = 400;

/**
 * Tells when the files of the document in the window are no longer as they were read or written here. Folders are
 * watched, where the system can; what it misses (network drives, sleep) `check` finds, at every focus of the window
 * and when the computer wakes.
 */
export class FileWatch {
  readonly #documents: OpenDocuments;
  readonly #tell: (change: FilesChanged) => void;
  #watchers: FSWatcher[] = [];
  #soon: NodeJS.Timeout | null = null;
  #busy = 0;
  /** The look that is under way: on a drive that does not answer, another would only take a thread that writing needs. */
  #checking: Promise<void> | null = null;
  #again = false;
  /** What was told last, so that nothing is told twice. */
  #told = '';

  constructor(documents: OpenDocuments, tell: (change: FilesChanged) => void) {
    this.#documents = documents;
    this.#tell = tell;
  }

  /** Watches the folders of the present document, or nothing where there is none. */
  start(): void {
    this.stop();
    const { current } = this.#documents;
    if (!current) return;
    const paths = [current.annotationPath, ...(current.sourcePath === null ? [] : [current.sourcePath])];
    const names = new Set(paths.map(path => basename(path)));
    for (const folder of new Set(paths.map(path => dirname(path)))) {
      try {
        const watcher = watch(folder, { persistent: false }, (_event, name) => {
          if (name === null || names.has(name)) this.#checkSoon();
        });
        // A folder that vanishes, a limit of the system: checking at focus goes on.
        watcher.on('error', () => watcher.close());
        this.#watchers.push(watcher);
      } catch {
        // Not every file system can be watched; see above.
      }
    }
  }

  stop(): void {
    for (const watcher of this.#watchers.splice(0)) watcher.close();
    if (this.#soon) clearTimeout(this.#soon);
    this.#soon = null;
    this.#told = '';
  }

  /** While our own write is under way nothing is anyone else's. */
  async during<T>(writing: () => Promise<T>): Promise<T> {
    this.#busy++;
    try {
      return await writing();
    } finally {
      this.#busy--;
      this.start();
    }
  }

  /** Looks at the files now; once more after the look that is under way. */
  check(): Promise<void> {
    this.#again = true;
    this.#checking ??= this.#checkInTurn().finally(() => {
      this.#checking = null;
    });
    return this.#checking;
  }

  async #checkInTurn(): Promise<void> {
    while (this.#again) {
      this.#again = false;
      await this.#check();
    }
  }

  async #check(): Promise<void> {
    const { current } = this.#documents;
    if (!current || this.#busy > 0) return;
    const change = {
      documentId: current.id,
      annotations: await this.#annotations(current),
      source: await this.#source(current),
    };
    if (this.#busy > 0 || this.#documents.current?.id !== current.id) return;
    const told = JSON.stringify(change);
    if (told === this.#told) return;
    this.#told = told;
    if (change.annotations !== null || change.source !== null) this.#tell(change);
  }

  /** What is on the disk now is what the editor knows of. */
  async accept(documentId: string): Promise<void> {
    const { annotationPath, sourcePath } = this.#documents.get(documentId);
    const annotations = await fileState(annotationPath);
    const source = sourcePath === null ? null : await fileState(sourcePath);
    this.#documents.update(documentId, {
      annotationSeen: annotations?.seen ?? null,
      annotationHash: annotations?.hash ?? null,
      sourceSeen: source?.seen ?? null,
      ...(source && { sourceHash: source.hash }),
    });
    this.#told = '';
  }

  async #annotations(document: OpenDocument): Promise<FilesChanged['annotations']> {
    const { annotationSeen: seen, annotationHash, annotationPath, id } = document;
    if (seen === null) return null;
    const state = await changedState(annotationPath, seen);
    if (state === 'same') return null;
    if (state === null) return 'gone';
    if (state.hash !== annotationHash) return 'changed';
    this.#documents.update(id, { annotationSeen: state.seen });
    return null;
  }

  async #source(document: OpenDocument): Promise<FilesChanged['source']> {
    const { sourceSeen: seen, sourceHash, sourcePath, id } = document;
    if (seen === null || sourcePath === null) return null;
    const state = await changedState(sourcePath, seen);
    if (state === 'same') return null;
    if (state === null) return 'gone';
    if (state.hash !== sourceHash) return 'changed';
    this.#documents.update(id, { sourceSeen: state.seen });
    return null;
  }

  #checkSoon(): void {
    if (this.#soon) clearTimeout(this.#soon);
    this.#soon = setTimeout(() => {
      this.#soon = null;
      this.check().catch((error: unknown) => console.error('kanwu: could not look at the files:', error));
    }, SETTLED).unref();
  }
}

/** Only a file that looks different is read. */
async function changedState(path: string, seen: Seen) {
  const stats = await statOrNull(path).catch(() => null);
  if (!stats) return null;
  const same = Number(stats.size) === seen.size && Math.abs(Number(stats.mtimeMs) - seen.mtimeMs) < 2;
  return same ? 'same' : fileState(path);
}
