import { useEffect, useSyncExternalStore } from 'react';
import type { FindingsStore } from '../findings/findingsStore';
import { highlight } from './highlight';
import type { TextController } from './textController';
import { useWindow } from './useWindow';

/**
 * Underlines the findings inside the mounted blocks, the current one more strongly. The CSS Custom Highlight API
 * paints without touching the text's DOM; it is slow for many ranges, so only what is mounted is given to it.
 */
export function FindingHighlights({ view, findings }: { view: TextController; findings: FindingsStore }) {
  const version = useWindow(view);
  const { open, current } = useSyncExternalStore(findings.subscribe, findings.getState);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `version` tells that other blocks are mounted
  useEffect(() => {
    const marked: StaticRange[] = [];
    const chosen: StaticRange[] = [];
    for (const { finding, first } of open) {
      if (finding.kind === 'break' || first < view.mounted.from || first >= view.mounted.to) continue;
      const range = view.staticRangeOf({
        anchor: { index: first, offset: finding.start },
        focus: { index: first, offset: finding.end },
      });
      if (range) (finding === current ? chosen : marked).push(range);
    }
    highlight('finding', marked);
    highlight('finding-current', chosen);
  }, [open, current, version, view]);
  useEffect(
    () => () => {
      highlight('finding', []);
      highlight('finding-current', []);
    },
    [],
  );
  return null;
}
