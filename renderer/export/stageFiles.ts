import { contentsOf, type GatheredFile } from '../../shared/exports/gather';
import type { Contents, KanwuApi, Staged } from '../../shared/ipc/contract';
import { stageLarge, unstage } from '../app/stageLarge';

/**
 * The contents of an export's files as its request holds them; what is too large for one message is handed over first.
 * Rejects with `Cancelled` once `signal` is aborted; main holds nothing of them then.
 */
export async function stageFiles(
  kanwu: KanwuApi,
  files: readonly GatheredFile[],
  signal?: AbortSignal,
): Promise<readonly (Contents | Staged)[]> {
  const staged: Staged[] = [];
  const contents: (Contents | Staged)[] = [];
  try {
    for (const file of files) {
      const large = await stageLarge(kanwu, file.parts, signal);
      if (large) staged.push(large);
      contents.push(large ?? contentsOf(file));
    }
    return contents;
  } catch (error) {
    for (const { staging } of staged) await unstage(kanwu, staging);
    throw error;
  }
}
