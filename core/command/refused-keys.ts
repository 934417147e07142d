import type { Platform } from './platform';
import { partsOf, type Stroke } from './stroke';

/** Why a key cannot be given to a command. */
export type KeyRefusal =
  /** It moves, selects, opens or closes, everywhere. */
  | 'moves'
  /** It copies, pastes or selects all, everywhere. */
  | 'edits'
  /** The system or the window has it. */
  | 'system'
  /** It types a sign on some keyboards, or opens a menu. */
  | 'types';

const MOVES: ReadonlySet<string> = new Set([
  ...['Enter', 'Escape', 'Tab', 'Space', 'Home', 'End', 'PageUp', 'PageDown', 'Delete', 'Backspace', 'ContextMenu'],
  ...['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight'],
]);

const EDITS: ReadonlySet<string> = new Set(['Mod+A', 'Mod+C', 'Mod+V', 'Mod+X', 'Mod+Shift+V']);

/** Keys of the window and of its view, which stay what they are: closing, quitting, a size of everything. */
const WINDOW: ReadonlySet<string> = new Set([
  ...['Mod+W', 'Mod+Shift+W', 'Mod+Q', 'Mod+0', 'Mod++', 'Mod+=', 'Mod+-', 'F10', 'Shift+F10', 'F11', 'Alt+F4'],
]);

const OF_MACOS: ReadonlySet<string> = new Set(['Mod+H', 'Mod+M', 'Mod+`', 'Mod+Shift+Q', 'Mod+?']);

/** Why a stroke cannot be given to a command; undefined where it can. */
export function refusalOf(stroke: Stroke, platform: Platform): KeyRefusal | undefined {
  const { mod, alt, base } = partsOf(stroke);
  if (EDITS.has(stroke)) return 'edits';
  if (WINDOW.has(stroke) || (platform === 'mac' && OF_MACOS.has(stroke))) return 'system';
  if (MOVES.has(base)) return mod && (base === 'Tab' || base === 'Space') ? 'system' : 'moves';
  return alt && !/^F\d+$/.test(base) ? 'types' : undefined;
}
