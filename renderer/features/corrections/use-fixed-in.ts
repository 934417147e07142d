import { useMemo, useSyncExternalStore } from 'react';
import { isConverted, type Correction } from '#core/correction/correction';
import { resolverOf } from '#core/correction/resolver';
import type { ScriptMode } from '#core/script/mode';
import type { FixedIn } from '#core/text/shown-text';
import type { Text } from '#core/text/text';
import { useServices } from '../../services';

const NOTHING_FIXED: FixedIn = () => [];

/** The live corrections, as they are now; undefined until they have been read. */
export function useLiveCorrections(): readonly Correction[] | undefined {
  const { corrections } = useServices();
  return useSyncExternalStore(corrections.subscribe, corrections.current);
}

/** What the reader has corrected in a text shown in this mode; undefined until that is known. */
export function useFixedIn(text: Text, mode: ScriptMode): FixedIn | undefined {
  const live = useLiveCorrections();
  return useMemo(() => {
    if (!isConverted(text.script, mode)) return NOTHING_FIXED;
    return live === undefined ? undefined : resolverOf(live, mode, text).fixedIn;
  }, [live, text, mode]);
}
