/** What of a text is in sight, in canonical code points: the first, and the one behind the last. */
export interface InSight {
  readonly from: number;
  readonly to: number;
  /** Length of the whole text. */
  readonly length: number;
}

/** How much of a text has been read, from 0 at its beginning to 1 once its end is in sight. */
export function shareRead({ from, to, length }: InSight): number {
  const outside = from + Math.max(0, length - to);
  return outside === 0 ? 1 : from / outside;
}

/** The same in whole percent; 100 only once the end is in sight. */
export function percentRead(seen: InSight): number {
  const share = shareRead(seen);
  return share === 1 ? 100 : Math.min(99, Math.round(share * 100));
}
