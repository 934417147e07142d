import { indexCodePoints } from '../support/code-point-index';
import { ConvertedPieces, type Converted } from './converted-pieces';
import { alignForm } from './dictionary';
import type { FixedStretch } from './projection';

/**
 * Converts what lies between the fixed stretches, each piece alone, and shows those as they are fixed. `fixed` is
 * sorted; a stretch that is empty, that shows nothing, or that begins within the one before is passed over.
 */
export function convertAround(
  fixed: readonly FixedStretch[],
  text: string,
  convert: (text: string) => Converted,
): Converted {
  const points = indexCodePoints(text);
  const pieces = new ConvertedPieces();
  let at = 0;
  const convertUpTo = (end: number): void => {
    if (end > at) pieces.add(end - at, convert(text.slice(at, end)));
    at = end;
  };
  for (const { span, reading } of fixed) {
    const start = points.toUnits(span.start);
    const end = points.toUnits(span.end);
    if (start < at || end <= start || reading === '') continue;
    convertUpTo(start);
    pieces.add(end - start, { display: reading, alignment: alignForm(text.slice(start, end), reading) });
    at = end;
  }
  convertUpTo(text.length);
  return pieces.joined();
}
