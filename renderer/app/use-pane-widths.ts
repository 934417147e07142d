import { useEffect, useState } from 'react';
import { useSettings } from '../services';
import { PANE_WIDTHS, widthOfPane, type PaneName } from '../storage/pane-widths';

/** How wide a pane is, and the most that it can be now, in CSS pixels. */
interface PaneWidth {
  readonly width: number;
  readonly most: number;
}

/** The widths of both panes, and the way to change them. */
interface PaneWidths extends Readonly<Record<PaneName, PaneWidth>> {
  readonly set: (pane: PaneName, width: number, isKept: boolean) => void;
}

/** CSS pixels of a window below which the notes lie over the page, as app.module.css says. */
const NARROW = 1024;

/** The width of the window in CSS pixels, which zoom changes too. */
function useRoom(): number {
  const [room, setRoom] = useState(innerWidth);
  useEffect(() => {
    const resized = (): void => {
      setRoom(innerWidth);
    };
    addEventListener('resize', resized);
    return () => {
      removeEventListener('resize', resized);
    };
  }, []);
  return room;
}

/** The widths of the panes: those that are set, as far as the window has room. */
export function usePaneWidths(hasNotes: boolean): PaneWidths {
  const room = useRoom();
  const [settings, change] = useSettings();
  const { contentsPane, notesPane } = settings;
  // What is dragged is kept once, when it is let go.
  const [dragged, setDragged] = useState<{ readonly pane: PaneName; readonly width: number }>();
  const wanted = (pane: PaneName): number =>
    dragged?.pane === pane ? dragged.width : settings[pane === 'contents' ? 'contentsWidth' : 'notesWidth'];
  const isBeside = hasNotes && notesPane && room >= NARROW;
  const leastContents = contentsPane ? PANE_WIDTHS.contents.least : 0;
  const notes = widthOfPane('notes', wanted('notes'), room, isBeside ? leastContents : 0);
  const contents = widthOfPane('contents', wanted('contents'), room, isBeside ? notes : 0);
  const most = (pane: PaneName, other: number): number => widthOfPane(pane, Infinity, room, other);
  return {
    contents: { width: contents, most: most('contents', isBeside ? notes : 0) },
    notes: { width: notes, most: most('notes', contentsPane ? contents : 0) },
    set: (pane, width, isKept) => {
      setDragged(isKept ? undefined : { pane, width });
      if (isKept) change(pane === 'contents' ? { contentsWidth: width } : { notesWidth: width });
    },
  };
}
