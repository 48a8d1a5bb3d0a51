import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import { version } from '../package.json';
import { importedSource } from '../shared/anchoring/importedSource';
import { importedToDocument, type NewDocument } from '../shared/anchoring/importedToDocument';
import { writeAnnotations } from '../shared/annotation/writeAnnotations';
import { corrections } from '../shared/document/corrections';
import { idSource } from '../shared/document/ids';
import type { Source } from '../shared/document/source';
import type { ImportedDocument } from '../shared/imports/importFormat';
import type { Given } from './command';
import { progressFor } from './progress';
import { tell, writeOut } from './streams';
import { writeOutput } from './writeOutput';

/** The document an import makes, over the source given or else over the text the format carries. */
export async function makeDocument(
  imported: ImportedDocument,
  source: Source | null,
  place: string,
): Promise<NewDocument> {
  const when = new Date().toISOString();
  const context = { ids: idSource(), who: '', now: () => when };
  const own = source ?? importedSource(imported, sha256);
  const progress = progressFor(basename(place), 1);
  const making = importedToDocument(imported, own, context);
  for (;;) {
    const step = making.next();
    if (step.done) {
      await progress.end();
      return step.value;
    }
    await progress.at(step.value);
  }
}

function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}

/** Writes the annotation file, and says what was placed, moved, and left without a place. */
export async function writeMade(
  given: Given,
  { document, plan }: NewDocument,
  imported: ImportedDocument,
  place: string,
): Promise<void> {
  const saved = new Date().toISOString();
  const { orphans } = document;
  await writeOutput(place, writeAnnotations(document, { generator: `Kanwu ${version}`, saved }));
  const { moved } = plan;
  const report = {
    document: imported.name,
    output: place,
    mentions: plan.placements.length,
    exact: plan.exact.length,
    moved: moved.length,
    orphans: orphans.length,
    entities: document.entities.size,
    corrections: corrections(document).length,
    correctionsLeftOut: imported.text === document.source.text ? 0 : imported.corrections.length,
  };
  if (given.has('json')) {
    const places = moved.map(({ mention, start, end, score }) => ({
      type: mention.type,
      text: mention.quote,
      start,
      end,
      score: Number(score.toFixed(3)),
    }));
    const lost = orphans.map(({ type, text }) => ({ type, text }));
    await writeOut(`${JSON.stringify({ ...report, movedPlaces: places, orphanMentions: lost })}\n`);
    return;
  }
  const zh = given.locale === 'zh';
  const { exact, correctionsLeftOut: left } = report;
  await tell(
    zh
      ? `${place}：标注原位 ${exact} 处，移位 ${moved.length} 处，失位 ${orphans.length} 处；更正 ${report.corrections} 处，实体 ${report.entities} 个`
      : `${place}: ${exact} mentions in place, ${moved.length} moved, ${orphans.length} without a place; ${report.corrections} corrections, ${report.entities} entities`,
  );
  if (left > 0) {
    await tell(
      zh
        ? `  另有 ${left} 处更正属于文件自带的文本，未取用`
        : `  ${left} corrections belong to the text the file carries and were left out`,
    );
  }
  for (const { mention, score } of moved.slice(0, SHOWN)) {
    const sure = `${Math.floor(score * 100)} %`;
    await tell(
      zh
        ? `  移位（${sure}）：${mention.type} ${mention.quote}`
        : `  moved (${sure}): ${mention.type} ${mention.quote}`,
    );
  }
  for (const { type, text } of orphans.slice(0, SHOWN)) {
    await tell(zh ? `  失位：${type} ${text}` : `  no place: ${type} ${text}`);
  }
}

/** Moved mentions and orphans named on stderr; `--json` names all. */
const SHOWN = 10;
