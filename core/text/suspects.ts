/** A character of a line that conversion there and back would write otherwise; offset in code points. */
export interface LineSuspect {
  readonly start: number;
  readonly found: string;
  readonly perhaps: string;
}

/**
 * Characters that stayed behind when a text was converted character by character: there and back through Simplified
 * another character stands in their place. Where the way changes the line's length nothing is said, since what
 * belongs to what is not certain.
 */
export function findSuspects(line: string, roundTrip: (text: string) => string): LineSuspect[] {
  const characters = Array.from(line);
  const converted = Array.from(roundTrip(line));
  if (converted.length !== characters.length) return [];
  return characters.flatMap((found, start): LineSuspect[] => {
    const perhaps = converted[start] ?? found;
    return perhaps === found ? [] : [{ start, found, perhaps }];
  });
}
