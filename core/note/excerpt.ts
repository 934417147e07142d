/** UTF-16 units of a note that fill the lines which a list has for it. */
const LONGEST = 400;

/** A place up to this one is seen in a list without the note's beginning being left out. In UTF-16 units. */
const SEEN = 100;

/** UTF-16 units that stand before a place that a note's excerpt begins for. */
const BEFORE = 24;

/** Moves a cut out of the middle of a character. */
const cutAt = (note: string, at: number): number => (/[\udc00-\udfff]/.test(note.charAt(at)) ? at - 1 : at);

/** As much of a note as a list shows, so that what stands at `place` (in UTF-16 units) is seen. */
export function excerptOf(note: string, place = 0): string {
  const from = place <= SEEN ? 0 : cutAt(note, place - BEFORE);
  const to = from + LONGEST >= note.length ? note.length : cutAt(note, from + LONGEST);
  return `${from > 0 ? '…' : ''}${note.slice(from, to)}${to < note.length ? '…' : ''}`;
}
