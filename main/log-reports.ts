import { faultInWords, type Fault } from '#core/support/fault';
import type { Log } from './log';

/** Faults of the page that are written down within a minute; of more only the number is. */
const MOST_A_MINUTE = 20;
const MINUTE_MS = 60_000;

/** Writes down faults of the page, so few that a page gone wild cannot fill the log. `now` is in milliseconds. */
export function reportsInto(log: Log, now: () => number): (fault: Fault) => void {
  let since = -Infinity;
  let count = 0;
  return (fault) => {
    if (now() - since >= MINUTE_MS) {
      if (count > MOST_A_MINUTE) log(`${String(count - MOST_A_MINUTE)} more faults of the page`);
      since = now();
      count = 0;
    }
    if (++count <= MOST_A_MINUTE) log(`a fault of the page: ${faultInWords(fault)}`);
  };
}
