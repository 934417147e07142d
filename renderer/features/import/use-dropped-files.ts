import { useEffect, useRef, useState } from 'react';

/** True for what is dragged from outside; words that are dragged within the page go where they always went. */
const holdsFiles = ({ dataTransfer }: DragEvent): boolean => dataTransfer?.types.includes('Files') === true;

/**
 * Hears of files that are dropped anywhere on the window, which never opens them; true while some are dragged over it.
 * Where `isWelcome` is false none is taken, and the pointer says so.
 */
export function useDroppedFiles(onFiles: (files: readonly File[]) => void, isWelcome: boolean): boolean {
  const [isOver, setOver] = useState(false);
  const newest = useRef({ onFiles, isWelcome });
  useEffect(() => {
    newest.current = { onFiles, isWelcome };
  });
  useEffect(() => {
    // Each element that is entered and left says so; what counts is how many were entered and not left.
    let depth = 0;
    const over = (event: DragEvent): void => {
      if (!holdsFiles(event)) return;
      event.preventDefault();
      if (event.dataTransfer !== null) event.dataTransfer.dropEffect = newest.current.isWelcome ? 'copy' : 'none';
    };
    const enter = (event: DragEvent): void => {
      if (!holdsFiles(event)) return;
      event.preventDefault();
      depth++;
      setOver(true);
    };
    const leave = (event: DragEvent): void => {
      if (!holdsFiles(event)) return;
      depth = Math.max(0, depth - 1);
      setOver(depth > 0);
    };
    const drop = (event: DragEvent): void => {
      depth = 0;
      setOver(false);
      if (!holdsFiles(event)) return;
      event.preventDefault();
      const files = Array.from(event.dataTransfer?.files ?? []);
      if (files.length > 0 && newest.current.isWelcome) newest.current.onFiles(files);
    };
    const listeners = { dragover: over, dragenter: enter, dragleave: leave, drop };
    for (const [name, listener] of Object.entries(listeners)) addEventListener(name as 'drop', listener, true);
    return () => {
      for (const [name, listener] of Object.entries(listeners)) removeEventListener(name as 'drop', listener, true);
    };
  }, []);
  return isOver && isWelcome;
}
