import { statOrNull } from '../electron/files/sameFile';
import { corrections } from '../shared/document/corrections';
import { Failure } from './failure';
import { readAnnotationFile } from './readAnnotationFile';

/** Who is named with the corrections and decisions that `kanwu fix` makes. */
export const FIXER = 'kanwu fix';

/** Nothing an editor decided may be lost: an annotation file is replaced only if `kanwu fix` alone made all of it. */
export async function refuseToReplaceWork(path: string, option: string): Promise<void> {
  const stats = await statOrNull(path).catch(() => null); // out of reach: writing will say why
  if (stats === null || !stats.isFile() || stats.size === 0n) return;
  if (await isOwnWork(path)) return;
  throw new Failure({
    en: `Could not export “${path}”: it is already there, with work that “kanwu fix” did not do. Name another file with ${option}.`,
    zh: `无法导出“${path}”：文件已存在，其中有并非 kanwu fix 所做的工作。请用 ${option} 另指定文件名。`,
  });
}

async function isOwnWork(path: string): Promise<boolean> {
  const reading = await readAnnotationFile(path).catch((error: unknown) => {
    if (error instanceof Failure) return null; // not an annotation file: somebody else's all the more
    throw error;
  });
  if (!reading || reading.document.orphans.length > 0) return false;
  const { blocks, decisions } = reading.document;
  return (
    blocks.every(block => block.mentions.length === 0) &&
    [...decisions.values()].every(({ who }) => who === FIXER) &&
    corrections(reading.document).every(({ who }) => who === FIXER)
  );
}
