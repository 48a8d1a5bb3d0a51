import { useSyncExternalStore } from 'react';
import type { TextController } from './textController';

const versions = new WeakMap<TextController, number>();

/** Renders again whenever other blocks are mounted or a mounted one changed. */
export function useWindow(view: TextController): number {
  return useSyncExternalStore(
    listener =>
      view.onWindowChange(() => {
        versions.set(view, (versions.get(view) ?? 0) + 1);
        listener();
      }),
    () => versions.get(view) ?? 0,
  );
}
