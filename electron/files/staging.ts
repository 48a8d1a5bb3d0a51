import { joinedContents, lengthOf } from '../../shared/exports/joinedContents';
import type {
  ExportRequest,
  FileToWrite,
  Contents as Part,
  Staged,
  StagedPart,
} from '../../shared/ipc/contract';

/** An export whose files are all there. */
export type WholeExport = Omit<ExportRequest, 'files'> & { readonly files: readonly FileToWrite[] };

/** Most that is held of all stagings, UTF-16 code units and bytes together. */
const MOST = 1 << 30;

/** What the page is handing over part by part, until the request that names it comes. */
export class Staging {
  readonly #stagings = new Map<number, Part[]>();
  #size = 0;

  /** Of what is held, UTF-16 code units and bytes together. */
  get length(): number {
    return this.#size;
  }

  /** Keeps a part; null gives up what was staged under its number. Throws where more is sent than any document needs. */
  add({ staging, part }: StagedPart): void {
    if (part === null) {
      this.#take(staging);
      return;
    }
    if (this.#size + part.length > MOST) {
      this.#take(staging);
      throw new RangeError('more than 1 GB is handed over');
    }
    this.#size += part.length;
    const parts = this.#stagings.get(staging);
    if (parts) parts.push(part);
    else this.#stagings.set(staging, [part]);
  }

  /** What a request holds or names, once: it is not staged any more then. Throws where not all of it came. */
  whole(contents: Part | Staged): Part {
    return isWhole(contents) ? contents : this.#joined(contents);
  }

  /** As {@link whole}, of what is text. */
  text(contents: string | Staged): string {
    const text = this.whole(contents);
    if (typeof text !== 'string') throw new TypeError('bytes were handed over, and text was expected');
    return text;
  }

  /** An export with its files in the place of what stands for them. */
  export(request: ExportRequest): WholeExport {
    const files = request.files.map(file => ({ ...file, contents: this.whole(file.contents) }));
    return { ...request, files };
  }

  /** The page is gone, and nobody will ask for what it staged. */
  clear(): void {
    this.#stagings.clear();
    this.#size = 0;
  }

  #joined({ staging, length }: Staged): Part {
    const parts = this.#take(staging);
    const came = lengthOf(parts);
    if (parts.length === 0 || came !== length) throw new RangeError(`${came} of ${length} were handed over`);
    return joinedContents(parts);
  }

  #take(staging: number): readonly Part[] {
    const parts = this.#stagings.get(staging) ?? [];
    this.#stagings.delete(staging);
    this.#size -= lengthOf(parts);
    return parts;
  }
}

function isWhole(contents: Part | Staged): contents is Part {
  return typeof contents === 'string' || contents instanceof Uint8Array;
}
