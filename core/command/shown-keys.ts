import type { Platform } from './platform';
import { partsOf, type Stroke } from './stroke';

const ARROWS: Readonly<Record<string, string>> = { ArrowUp: '↑', ArrowDown: '↓', ArrowLeft: '←', ArrowRight: '→' };
const SHOWN: Readonly<Record<string, string>> = { ...ARROWS, Escape: 'Esc', PageUp: 'Page Up', PageDown: 'Page Down' };

/** The keys of a stroke as they are printed on the platform's keyboards, in the order in which they are named. */
export function capsOf(stroke: Stroke, platform: Platform): string[] {
  const { mod, alt, shift, base } = partsOf(stroke);
  const isMac = platform === 'mac';
  return [
    ...(isMac && alt ? ['⌥'] : []),
    ...(isMac && shift ? ['⇧'] : []),
    ...(mod ? [isMac ? '⌘' : 'Ctrl'] : []),
    ...(!isMac && alt ? ['Alt'] : []),
    ...(!isMac && shift ? ['Shift'] : []),
    SHOWN[base] ?? base,
  ];
}

/** A stroke in words, as tooltips and menus name it: Ctrl+Shift+F, ⇧⌘F. */
export const inWords = (stroke: Stroke, platform: Platform): string =>
  capsOf(stroke, platform).join(platform === 'mac' ? '' : '+');

/** A stroke as `aria-keyshortcuts` has it (WAI-ARIA 1.2). */
export function ariaKeyOf(stroke: Stroke, platform: Platform): string {
  const { mod, alt, shift, base } = partsOf(stroke);
  const held = [mod && (platform === 'mac' ? 'Meta' : 'Control'), alt && 'Alt', shift && 'Shift'];
  return [...held.filter((name) => name !== false), base === '+' ? 'Plus' : base].join('+');
}

const ACCELERATORS: Readonly<Record<string, string>> = {
  ...{ ArrowUp: 'Up', ArrowDown: 'Down', ArrowLeft: 'Left', ArrowRight: 'Right' },
  ...{ Enter: 'Return', Escape: 'Esc', '+': 'Plus' },
};

/**
 * A stroke as an accelerator of Electron's menus. Undefined for keys that type or move where nothing is held: as an
 * accelerator they could not be typed any more.
 */
export function acceleratorOf(stroke: Stroke): string | undefined {
  const { mod, alt, shift, base } = partsOf(stroke);
  if (!mod && !/^F\d+$/.test(base)) return undefined;
  const held = [mod && 'CmdOrCtrl', alt && 'Alt', shift && 'Shift'];
  return [...held.filter((name) => name !== false), ACCELERATORS[base] ?? base].join('+');
}
