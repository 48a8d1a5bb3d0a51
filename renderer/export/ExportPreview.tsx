import { useEffect, useState } from 'react';
import type { ExportFormat } from '../../shared/exports';
import { beginningOf } from '../../shared/exports/beginning';
import { type GatheredFile, gather } from '../../shared/exports/gather';
import type { ExportChoice } from '../../shared/settings/settings';
import { Cancelled, pause, runInSlices } from '../app/timeSlices';
import { useWorkspace } from '../app/useWorkspace';
import type { OpenDocument } from '../app/workspaceState';
import { useMessages } from '../messages/useMessages';
import { jobOf } from './exportFlow';

/** Of the text: blocks, and UTF-16 code units. Of each file: lines. */
const BLOCKS = 200;
const LENGTH = 12_000;
const LINES = 200;

interface ExportPreviewProps {
  readonly open: OpenDocument;
  readonly format: ExportFormat;
  readonly choice: ExportChoice;
}

/**
 * The beginning of what will be written, as text: the page's content security policy, which holds for frames within it
 * too, would show a page without its styles. Made of the first blocks only, so that it is there at once.
 */
export function ExportPreview({ open, format, choice }: ExportPreviewProps) {
  const workspace = useWorkspace();
  const { exchange } = useMessages();
  const words = exchange.export;
  const [files, setFiles] = useState<readonly GatheredFile[]>([]);

  useEffect(() => {
    const stop = new AbortController();
    const make = async () => {
      await pause();
      const job = jobOf(workspace, open, choice);
      const beginning = { ...job, document: beginningOf(job.document, BLOCKS, LENGTH) };
      const gathered = await runInSlices(gather(format, beginning), undefined, stop.signal);
      if (!stop.signal.aborted) setFiles(gathered.files);
    };
    make().catch(error => {
      if (!(error instanceof Cancelled)) workspace.unexpected(error);
    });
    return () => stop.abort();
  }, [workspace, open, format, choice]);

  const text = files.filter(file => typeof file.contents === 'string');
  return (
    <section className="export-preview" aria-label={words.preview}>
      <h3 className="export-heading">{words.preview}</h3>
      {files.length > 0 && text.length === 0 && <p className="dialog-hint">{words.noPreview}</p>}
      {text.map(({ extension, contents }) => (
        <figure key={extension} className="export-page">
          {files.length > 1 && <figcaption className="export-extension">{extension}</figcaption>}
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard has to reach it */}
          <pre className="export-text" tabIndex={0} lang="zh-CN">
            {firstLines(String(contents)) || words.empty}
          </pre>
        </figure>
      ))}
    </section>
  );
}

/** Lines longer than this (UTF-16 code units) are cut: a whole data set may be one. */
const LONGEST_LINE = 2000;

function firstLines(text: string): string {
  return text
    .split(/\r\n|\r|\n/, LINES)
    .map(line => (line.length > LONGEST_LINE ? `${line.slice(0, LONGEST_LINE)}…` : line))
    .join('\n');
}
