import { faultOf, type Fault } from '#core/support/fault';
import type { Bridge } from './bridge';

/** Most faults that one page reports: what comes after these says nothing new. */
const MOST_REPORTED = 100;

/** Tells main of every fault of the page that nothing else caught, for the log. Returns the way to tell of one more. */
export function reportFaults(bridge: Bridge): (thrown: unknown) => void {
  let count = 0;
  const send = (fault: Fault): void => {
    if (++count > MOST_REPORTED) return;
    // Where even this fails there is nobody left to tell.
    bridge.request('log.report', fault).catch(() => undefined);
  };
  addEventListener('error', ({ error, lineno, colno }: ErrorEvent) => {
    send(
      error === undefined || error === null
        ? { name: `Error ${String(lineno)}:${String(colno)}`, stack: '' }
        : faultOf(error),
    );
  });
  addEventListener('unhandledrejection', ({ reason }) => {
    send(faultOf(reason));
  });
  return (thrown) => {
    send(faultOf(thrown));
  };
}
