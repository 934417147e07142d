import { useCallback } from 'react';
import type { Colour } from '#core/annotation/annotation';
import { useStrings } from '../../strings/use-strings';

/** What a colour is called where notes are listed and filtered. */
export function useColourName(): (colour: Colour) => string {
  const { colours } = useStrings();
  return useCallback((colour) => colours[colour], [colours]);
}
