import { useEffect, useState } from 'react';
import type { ExportFormat } from '../../shared/exports';
import { beginningOf } from '../../shared/exports/beginning';
import { contentsOf, gather } from '../../shared/exports/gather';
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

interface PreviewFile {
  readonly extension: string;
  /** Null where the file is no text. */
  readonly text: string | null;
}

/** The beginning of what will be written: a page as it will look, or its source. Of the first blocks, so it is there at once. */
export function ExportPreview({ open, format, choice }: ExportPreviewProps) {
  const workspace = useWorkspace();
  const { exchange } = useMessages();
  const words = exchange.export;
  const [files, setFiles] = useState<readonly PreviewFile[]>([]);
  const [asSource, setAsSource] = useState(false);

  useEffect(() => {
    const stop = new AbortController();
    const make = async () => {
      await pause();
      const job = jobOf(workspace, open, choice);
      const beginning = { ...job, document: beginningOf(job.document, BLOCKS, LENGTH) };
      const gathered = await runInSlices(gather(format, beginning), undefined, stop.signal);
      const made = gathered.files.map(file => {
        const contents = contentsOf(file);
        return { extension: file.extension, text: typeof contents === 'string' ? contents : null };
      });
      if (!stop.signal.aborted) setFiles(made);
    };
    make().catch(error => {
      if (!(error instanceof Cancelled)) workspace.unexpected(error);
    });
    return () => stop.abort();
  }, [workspace, open, format, choice]);

  const texts = files.flatMap(({ extension, text }) => (text === null ? [] : [{ extension, text }]));
  const isPage = texts.some(({ extension }) => extension.endsWith('.html'));
  return (
    <section className="export-preview" aria-label={words.preview}>
      <div className="export-heading export-preview-heading">
        <h3>{words.preview}</h3>
        {isPage && (
          <label className="choice">
            <input type="checkbox" checked={asSource} onChange={event => setAsSource(event.target.checked)} />
            {words.asSource}
          </label>
        )}
      </div>
      {files.length > 0 && texts.length === 0 && <p className="dialog-hint">{words.noPreview}</p>}
      {texts.map(({ extension, text }) => (
        <figure key={extension} className="export-page">
          {files.length > 1 && <figcaption className="export-extension">{extension}</figcaption>}
          {isPage && !asSource ? (
            // Without any right: no script, no form, no link that leads out of it.
            <iframe className="export-rendered" sandbox="" srcDoc={text} title={words.rendered} />
          ) : (
            // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard has to reach it
            <pre className="export-text" tabIndex={0} lang="zh-CN">
              {firstLines(text) || words.empty}
            </pre>
          )}
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
