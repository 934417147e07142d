import { useLiveQuery } from 'dexie-react-hooks';
import { useServices } from '../../services';

const NONE: ReadonlyMap<string, number> = new Map();

/** How much of each text was read, in whole percent by its id, as it is now. It comes after the list, which waits for nothing. */
export function useShares(): ReadonlyMap<string, number> {
  const { texts } = useServices();
  return useLiveQuery(() => texts.sharesRead(), [texts]) ?? NONE;
}
