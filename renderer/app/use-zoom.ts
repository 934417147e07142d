import { useEffect } from 'react';
import { useServices } from '../services';
import type { Notice } from './notice';

/** CSS pixels of the wheel that make a step of zoom: about one notch of a mouse, a small pinch of two fingers. */
const NOTCH = 60;

/** Milliseconds after which a turn of the wheel begins anew. */
const REST_MS = 400;

/** Zooms by Ctrl and the wheel, which is also how Chromium reports a pinch, and says how large everything is now. */
export function useZoom(say: (notice: Notice) => void): void {
  const { bridge } = useServices();
  useEffect(
    () =>
      bridge.listen('window.zoomed', ({ percent }) => {
        say({
          words: ({ windows }, language) =>
            windows.zoomed(new Intl.NumberFormat(language, { style: 'percent' }).format(percent / 100)),
        });
      }),
    [bridge, say],
  );
  useEffect(() => {
    let turned = 0;
    let at = -Infinity;
    const wheel = (event: WheelEvent): void => {
      if (!event.ctrlKey) return;
      // Else Chromium would zoom too, unseen by main.
      event.preventDefault();
      if (event.timeStamp - at > REST_MS || Math.sign(event.deltaY) !== Math.sign(turned)) turned = 0;
      at = event.timeStamp;
      // A pinch reports a few pixels at a time.
      turned += event.deltaMode === WheelEvent.DOM_DELTA_PIXEL ? event.deltaY : event.deltaY * NOTCH;
      if (Math.abs(turned) < NOTCH) return;
      void bridge.request('window.zoom', { by: turned < 0 ? 'in' : 'out' });
      turned = 0;
    };
    window.addEventListener('wheel', wheel, { capture: true, passive: false });
    return () => {
      window.removeEventListener('wheel', wheel, { capture: true });
    };
  }, [bridge]);
}
