import { useMemo, useSyncExternalStore } from 'react';
import { isConverted, type Correction } from '#core/correction/correction';
import { resolverOf } from '#core/correction/resolver';
import type { ScriptMode } from '#core/script/mode';
import type { FixedIn } from '#core/text/shown-text';
import type { Text } from '#core/text/text';
import { useServices } from '../../services';

const NOTHING_FIXED: FixedIn = () => [];

/** The live corrections, as they are now. */
export function useLiveCorrections(): readonly Correction[] {
  const { corrections } = useServices();
  return useSyncExternalStore(corrections.subscribe, corrections.current);
}

/** What the reader has corrected in a text shown in this mode; the same function until that changes. */
export function useFixedIn(text: Text, mode: ScriptMode): FixedIn {
  const live = useLiveCorrections();
  return useMemo(
    () => (isConverted(text.script, mode) ? resolverOf(live, mode, text).fixedIn : NOTHING_FIXED),
    [live, text, mode],
  );
}
