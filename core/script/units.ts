import { isHighSurrogate, isLowSurrogate } from '../support/surrogate';

/** Text being converted, as UTF-16 units in an array that may be longer than the text. */
export interface Units {
  readonly array: Uint16Array;
  readonly length: number;
}

/** Bit of what a text may hold: halves of surrogate pairs. The bits tell by whole pages of 256 units. */
export const MAY_HOLD_PAIR = 1;

/** Bit of what a text may hold: compatibility ideographs of the basic plane. */
export const MAY_HOLD_COMPATIBILITY = 2;

/** Bit of what a text may hold: ideographic description characters. */
export const MAY_HOLD_OPERATOR = 4;

// By the upper byte of a unit. Compatibility ideographs are in U+F900-FAFF and beyond the basic plane.
const PAGES = new Uint8Array(256);
PAGES.fill(MAY_HOLD_PAIR, 0xd8, 0xe0);
PAGES.fill(MAY_HOLD_COMPATIBILITY, 0xf9, 0xfb);
PAGES[0x2f] = MAY_HOLD_OPERATOR;

/** Copies the units of a stretch of a text into an array that holds them; returns what the stretch holds. */
export function readUnits(text: string, from: number, end: number, into: Uint16Array): number {
  let holds = 0;
  for (let at = from; at < end; at++) {
    const unit = text.charCodeAt(at);
    into[at - from] = unit;
    holds |= PAGES[unit >> 8] ?? 0;
  }
  return holds;
}

const decoder = new TextDecoder('utf-16le', { ignoreBOM: true });

// The order of bytes in a typed array is the machine's; a decoder's is its name's.
const isLittleEndian = new Uint8Array(new Uint16Array([1]).buffer)[0] === 1;

/** Units to make a string of at once: `fromCharCode` takes its arguments from the stack. */
const CHUNK = 0x2000;

/** Below this a call of the decoder costs more than it saves. */
const SHORT = 64;

/** The text that units stand for. `holds` tells whether there may be lone surrogates, which a decoder would replace. */
export function writeUnits({ array, length }: Units, holds: number): string {
  const units = array.subarray(0, length);
  if (length > SHORT && isLittleEndian && ((holds & MAY_HOLD_PAIR) === 0 || isWellFormed(units))) {
    return decoder.decode(units);
  }
  if (length <= CHUNK) return String.fromCharCode(...units);
  const chunks: string[] = [];
  for (let at = 0; at < length; at += CHUNK) chunks.push(String.fromCharCode(...units.subarray(at, at + CHUNK)));
  return chunks.join('');
}

function isWellFormed(units: Uint16Array): boolean {
  for (let at = 0; at < units.length; at++) {
    const unit = units[at] ?? 0;
    if (isLowSurrogate(unit)) return false;
    if (isHighSurrogate(unit) && !isLowSurrogate(units[++at] ?? 0)) return false;
  }
  return true;
}
