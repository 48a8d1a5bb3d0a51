import type { BlockKind, TextBlock } from '../document/textBlock';
import type { BlockEvidence } from './spanEvidence';

/**
 * Evidence of the blocks of one document, kept from one run to the next: after an edit only blocks whose text is new are
 * looked at again. What no run asked for since the one before is dropped, so that it holds one document and no more.
 */
export interface EvidenceCache {
  evidenceOf(block: TextBlock, look: () => BlockEvidence): BlockEvidence;
  /** To be called when a run has seen every block of the document. */
  endRun(): void;
}

/** Keyed by kind and text, for a worker gets copies of blocks, never the same objects again. */
export function createEvidenceCache(): EvidenceCache {
  let before = new Map<BlockKind, Map<string, BlockEvidence>>();
  let now: typeof before = new Map();
  const ofKind = (kind: BlockKind): Map<string, BlockEvidence> => {
    let texts = now.get(kind);
    if (!texts) {
      texts = new Map();
      now.set(kind, texts);
    }
    return texts;
  };
  return {
    evidenceOf({ kind, text }, look) {
      const texts = ofKind(kind);
      let evidence = texts.get(text);
      if (!evidence) {
        evidence = before.get(kind)?.get(text) ?? look();
        texts.set(text, evidence);
      }
      return evidence;
    },
    endRun() {
      before = now;
      now = new Map();
    },
  };
}
