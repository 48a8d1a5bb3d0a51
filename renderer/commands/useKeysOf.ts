import { useWorkspaceValue } from '../app/useWorkspace';
import { commandKeys, shownKeys } from './keys';

/** Says the keys of a command as this platform writes them; undefined where it has none, as a tooltip that is not there. */
export function useKeysOf(): (id: string) => string | undefined {
  const platform = useWorkspaceValue(state => state.start?.platform ?? 'linux');
  return id => {
    const keys = commandKeys(id);
    return keys ? shownKeys(keys, platform) : undefined;
  };
}
