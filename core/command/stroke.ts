import type { Platform } from './platform';

declare const stroke: unique symbol;

/**
 * A key with what is held down, in one way of writing it: `Mod+`, `Alt+`, `Shift+` in this order, then a capital letter,
 * another sign of ASCII, or a name of UI Events (`F3`, `Delete`). `Mod` is Cmd on macOS, Ctrl elsewhere. A sign that is
 * no letter has no `Shift`: keyboards differ in which of them need it.
 */
export type Stroke = string & { readonly [stroke]: true };

/** A press of a key, as the event of a browser tells it. */
export interface Pressed {
  readonly key: string;
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
  /** True while AltGr is held, with which European keyboards type signs such as [. */
  readonly isAltGraph: boolean;
}

const NAMED: ReadonlySet<string> = new Set([
  ...['Enter', 'Escape', 'Tab', 'Space', 'Delete', 'Backspace', 'Insert', 'Home', 'End', 'PageUp', 'PageDown'],
  ...['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'ContextMenu'],
  ...Array.from({ length: 24 }, (_each, index) => `F${index + 1}`),
]);

const LETTER = /^[A-Z]$/;
/** A sign of ASCII that is seen and is no letter. */
const SIGN = /^[!-@[-`{-~]$/;
const WRITTEN = /^(Mod\+)?(Alt\+)?(Shift\+)?(.+)$/;

/** Reads a stroke as it is written; undefined for anything else. */
export function parseStroke(written: unknown): Stroke | undefined {
  if (typeof written !== 'string') return undefined;
  const [, , , shift, base = ''] = WRITTEN.exec(written) ?? [];
  const isKnown = LETTER.test(base) || NAMED.has(base) || (SIGN.test(base) && shift === undefined);
  return isKnown ? (written as Stroke) : undefined;
}

/** The parts of a stroke: what is held, and the key. */
export function partsOf(written: Stroke): { mod: boolean; alt: boolean; shift: boolean; base: string } {
  const [, mod, alt, shift, base = ''] = WRITTEN.exec(written) ?? [];
  return { mod: mod !== undefined, alt: alt !== undefined, shift: shift !== undefined, base };
}

/** What the keys of a US keyboard give without and with Shift, where these are no letters and no digits. */
const US_SIGNS: Readonly<Record<string, readonly [string, string]>> = {
  BracketLeft: ['[', '{'],
  BracketRight: [']', '}'],
  Slash: ['/', '?'],
  Backslash: ['\\', '|'],
  Comma: [',', '<'],
  Period: ['.', '>'],
  Semicolon: [';', ':'],
  Quote: ["'", '"'],
  Minus: ['-', '_'],
  Equal: ['=', '+'],
  Backquote: ['`', '~'],
};

/** Signs that Chinese input methods give for those of ASCII, beside the full-width ones. */
const CHINESE_SIGNS: Readonly<Record<string, string>> = {
  ...{ '【': '[', '】': ']', '「': '[', '」': ']', '〔': '[', '〕': ']', '『': '{', '』': '}' },
  ...{ '。': '.', '、': '/', '《': '<', '》': '>', '‘': "'", '’': "'", '“': '"', '”': '"', '·': '`' },
};

/** What a key gives on a US keyboard, by its place; undefined for keys that give no sign there. */
function byPlace(code: string, isShifted: boolean): string | undefined {
  const [, letter] = /^Key([A-Z])$/.exec(code) ?? [];
  if (letter !== undefined) return letter;
  const [, digit] = /^(?:Digit|Numpad)(\d)$/.exec(code) ?? [];
  if (digit !== undefined) return isShifted ? undefined : digit;
  return US_SIGNS[code]?.[isShifted ? 1 : 0];
}

/** A full-width sign as the one of ASCII. */
function halfWidth(sign: string): string | undefined {
  const unit = sign.charCodeAt(0);
  return unit >= 0xff01 && unit <= 0xff5e ? String.fromCharCode(unit - 0xfee0).toUpperCase() : undefined;
}

/** Keys that give no sign themselves: an input method has them, or the system does not know them. */
const UNTOLD: ReadonlySet<string> = new Set(['Process', 'Unidentified']);

/**
 * What a pressed key may stand for, the likeliest first: what it types; what that is in half width; and by its place,
 * where another script than Latin is typed, or where digits need Shift.
 */
function basesOf({ key, code, shiftKey, isAltGraph }: Pressed): string[] {
  if (key === ' ') return ['Space'];
  if (NAMED.has(key)) return [key];
  if (UNTOLD.has(key)) return [byPlace(code, shiftKey)].filter((base) => base !== undefined);
  if (key.length !== 1) return [];
  const typed = key.toUpperCase();
  const isAscii = LETTER.test(typed) || SIGN.test(typed);
  const isDigitPlace = /^Digit\d$/.test(code) && !shiftKey && !isAltGraph;
  const isOtherScript = !isAscii && !/\p{Script=Latin}/u.test(key);
  const bases = [
    isAscii ? typed : halfWidth(key),
    isOtherScript || isDigitPlace ? byPlace(code, shiftKey) : undefined,
    CHINESE_SIGNS[key],
  ];
  return [...new Set(bases)].filter((base) => base !== undefined);
}

interface Held {
  readonly mod: boolean;
  readonly alt: boolean;
}

/**
 * What is held that makes another stroke of a key. Undefined where the press is the system's: with the modifier that is
 * not the platform's own, and with Ctrl and Alt together, which is how Windows tells of AltGr.
 */
function heldIn(pressed: Pressed, platform: Platform): Held | undefined {
  const { ctrlKey, metaKey, altKey, isAltGraph, key } = pressed;
  const isSign = key.length === 1;
  if (isAltGraph) return metaKey ? undefined : { mod: false, alt: false };
  const mod = platform === 'mac' ? metaKey : ctrlKey;
  if (platform === 'mac' ? ctrlKey : metaKey) return undefined;
  if (!altKey || !isSign) return { mod, alt: altKey };
  // Option types signs on macOS, [ on a German keyboard; with letters it types others. Elsewhere Alt opens menus.
  return platform === 'mac' && !mod && SIGN.test(key) ? { mod, alt: false } : undefined;
}

function written({ mod, alt }: Held, isShifted: boolean, base: string): Stroke {
  const shift = isShifted && !SIGN.test(base) ? 'Shift+' : '';
  return `${mod ? 'Mod+' : ''}${alt ? 'Alt+' : ''}${shift}${base}` as Stroke;
}

/**
 * The strokes that a press may stand for, the likeliest first; none for modifiers alone and for what is the system's. A
 * key that nothing is held with but Shift stands for itself without Shift, last.
 */
export function strokesOf(pressed: Pressed, platform: Platform): Stroke[] {
  const held = heldIn(pressed, platform);
  if (held === undefined) return [];
  const bases = basesOf(pressed);
  const strokes = bases.map((base) => written(held, pressed.shiftKey, base));
  const unshifted = pressed.shiftKey && !held.mod && !held.alt ? bases.map((base) => written(held, false, base)) : [];
  return [...new Set([...strokes, ...unshifted])];
}
