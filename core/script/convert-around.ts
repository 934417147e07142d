import { indexCodePoints } from '../support/code-point-index';
import { alignmentBuilder, type AlignmentBuilder } from './alignment';
import type { Converted } from './conversion-engine';
import { shiftsBetween, type Shift } from './dictionary';
import type { FixedStretch } from './projection';

/** Lays converted pieces side by side. */
class Pieces {
  readonly #texts: string[] = [];
  readonly #blocks: AlignmentBuilder = alignmentBuilder();
  #src = 0;
  #dst = 0;

  add(length: number, display: string, shifts: Iterable<Shift>): void {
    for (const { src, dst, srcLength, dstLength } of shifts) {
      this.#blocks.add(this.#src + src, this.#dst + dst, srcLength, dstLength);
    }
    this.#texts.push(display);
    this.#src += length;
    this.#dst += display.length;
  }

  converted(): Converted {
    return { display: this.#texts.join(''), alignment: this.#blocks.build() };
  }
}

function* shiftsOf({ alignment: { count, src, dst, srcLength, dstLength } }: Converted): Generator<Shift> {
  for (let block = 0; block < count; block++) {
    yield {
      src: src[block] ?? 0,
      dst: dst[block] ?? 0,
      srcLength: srcLength[block] ?? 0,
      dstLength: dstLength[block] ?? 0,
    };
  }
}

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
  const pieces = new Pieces();
  let at = 0;
  const convertUpTo = (end: number): void => {
    if (end > at) {
      const converted = convert(text.slice(at, end));
      pieces.add(end - at, converted.display, shiftsOf(converted));
    }
    at = end;
  };
  for (const { span, reading } of fixed) {
    const start = points.toUnits(span.start);
    const end = points.toUnits(span.end);
    if (start < at || end <= start || reading === '') continue;
    convertUpTo(start);
    pieces.add(end - start, reading, shiftsBetween(text.slice(start, end), reading));
    at = end;
  }
  convertUpTo(text.length);
  return pieces.converted();
}
