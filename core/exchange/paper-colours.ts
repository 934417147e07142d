import type { Colour, NamedColour } from '../annotation/annotation';
import { isNamed, type Palette } from '../annotation/palette';

/** What a colour looks like on white or light paper, each as # and six hexadecimal digits. */
export interface PaperColour {
  /** Behind words, which stay readable on it. */
  readonly wash: string;
  /** Of lines and small signs. */
  readonly ink: string;
}

/** The colours of the Light theme. */
const NAMED: Readonly<Record<NamedColour, PaperColour>> = {
  yellow: { wash: '#ffe597', ink: '#937100' },
  red: { wash: '#efc3ba', ink: '#982b0f' },
  green: { wash: '#daebb9', ink: '#577049' },
  blue: { wash: '#bad9ff', ink: '#49779e' },
  purple: { wash: '#e2d4e9', ink: '#5c408a' },
};

/** The colours of the Dark theme. */
const NAMED_DARK: Readonly<Record<NamedColour, PaperColour>> = {
  yellow: { wash: '#53460f', ink: '#e1c45b' },
  red: { wash: '#5c2a1e', ink: '#df836a' },
  green: { wash: '#2e4d34', ink: '#acd7a3' },
  blue: { wash: '#29486d', ink: '#82a7bb' },
  purple: { wash: '#422e4e', ink: '#c6acff' },
};

/** The three parts of a colour, 0 to 255. */
const partsOf = (hex: string): readonly number[] => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));

const hexOf = (parts: readonly number[]): string =>
  `#${parts.map((part) => Math.round(part).toString(16).padStart(2, '0')).join('')}`;

/** Relative luminance, 0 to 1 (WCAG 2.2). */
function luminanceOf(parts: readonly number[]): number {
  const [red = 0, green = 0, blue = 0] = parts.map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Luminances within which words stand out 7:1 on a wash, and lines 4.5:1 on paper. */
const LIGHTEST_INK = 0.18;
const DARKEST_WASH = 0.62;
/** The same on dark paper, from which a wash is told apart by being lighter. */
const DARKEST_INK = 0.3;
const LIGHTEST_WASH = 0.06;
const DARKEST_DARK_WASH = 0.03;

/** A colour moved to white or to black in small steps until it is light or dark enough. */
function moved(parts: readonly number[], towards: number, isEnough: (luminance: number) => boolean): readonly number[] {
  let now = parts;
  while (!isEnough(luminanceOf(now))) now = now.map((part) => part + (towards - part) * 0.1);
  return now;
}

/** What a colour looks like on paper. One of a person's own that is not known looks like the first of all. */
export function paperColour({ own }: Palette, colour: Colour): PaperColour {
  if (isNamed(colour)) return NAMED[colour];
  const hex = own.find(({ id }) => id === colour)?.hex;
  if (hex === undefined) return NAMED.yellow;
  const parts = partsOf(hex);
  return {
    wash: hexOf(moved(parts, 255, (luminance) => luminance >= DARKEST_WASH)),
    ink: hexOf(moved(parts, 0, (luminance) => luminance <= LIGHTEST_INK)),
  };
}

/** What a colour looks like on dark paper, as `paperColour` says it for light paper. */
export function darkPaperColour({ own }: Palette, colour: Colour): PaperColour {
  if (isNamed(colour)) return NAMED_DARK[colour];
  const hex = own.find(({ id }) => id === colour)?.hex;
  if (hex === undefined) return NAMED_DARK.yellow;
  const parts = partsOf(hex);
  return {
    wash: hexOf(
      moved(
        moved(parts, 255, (luminance) => luminance >= DARKEST_DARK_WASH),
        0,
        (luminance) => luminance <= LIGHTEST_WASH,
      ),
    ),
    ink: hexOf(moved(parts, 255, (luminance) => luminance >= DARKEST_INK)),
  };
}

const HUES: readonly (readonly [number, NamedColour])[] = [
  [20, 'red'],
  [75, 'yellow'],
  [165, 'green'],
  [255, 'blue'],
  [320, 'purple'],
  [360, 'red'],
];

/** The named colour that is nearest to a colour, by its hue: for formats that know no others. */
export function nearestNamed({ own }: Palette, colour: Colour): NamedColour {
  if (isNamed(colour)) return colour;
  const hex = own.find(({ id }) => id === colour)?.hex;
  return hex === undefined ? 'yellow' : namedByHex(hex);
}

/** The named colour that a colour, given as # and six hexadecimal digits, is nearest to by its hue. */
export function namedByHex(hex: string): NamedColour {
  const [red = 0, green = 0, blue = 0] = partsOf(hex);
  const most = Math.max(red, green, blue);
  const range = most - Math.min(red, green, blue);
  // A grey has no hue.
  if (range < 12) return 'yellow';
  const sixth =
    most === red
      ? ((green - blue) / range + 6) % 6
      : most === green
        ? (blue - red) / range + 2
        : (red - green) / range + 4;
  return HUES.find(([end]) => sixth * 60 < end)?.[1] ?? 'red';
}
