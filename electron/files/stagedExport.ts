import type { ExportRequest, FileToWrite, StagedPart } from '../../shared/ipc/contract';

/** An export whose files are all there. */
export type WholeExport = Omit<ExportRequest, 'files'> & { readonly files: readonly FileToWrite[] };

type Part = string | Uint8Array;

/** Most that is held of an export, UTF-16 code units and bytes together. */
const MOST = 1 << 30;

/** The large files of the export that the page is handing over, part by part; one export at a time. */
export class StagedExport {
  #documentId = '';
  #files: Part[][] = [];
  #size = 0;

  /** Of what is held, UTF-16 code units and bytes together. */
  get length(): number {
    return this.#size;
  }

  /** Keeps a part; one without contents that begins an export ends the one before. Throws where more is sent than any export holds. */
  add({ documentId, file, part, begin }: StagedPart): void {
    if (begin || documentId !== this.#documentId) this.#clear(documentId);
    this.#size += part.length;
    if (this.#size > MOST) {
      this.#clear('');
      throw new RangeError('an export is larger than 1 GB');
    }
    if (part.length === 0) return;
    const parts = this.#files[file] ?? [];
    parts.push(part);
    this.#files[file] = parts;
  }

  /** The request with what was staged for it in its place; nothing is staged any more then. */
  filled(request: ExportRequest): WholeExport {
    const staged = request.documentId === this.#documentId ? this.#files : [];
    this.#clear('');
    const files = request.files.map((file, n) => {
      const { contents, ...rest } = file;
      return { ...rest, contents: contents ?? joined(staged[n] ?? []) };
    });
    return { ...request, files };
  }

  #clear(documentId: string): void {
    this.#documentId = documentId;
    this.#files = [];
    this.#size = 0;
  }
}

function joined(parts: readonly Part[]): Part {
  if (parts.every(part => typeof part === 'string')) return parts.join('');
  return Buffer.concat(parts.map(part => (typeof part === 'string' ? Buffer.from(part) : part)));
}
