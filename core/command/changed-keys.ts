import { z } from 'zod';
import { COMMANDS, entryOf, firstKeysOf, type Command } from './commands';
import { keymapOf, type ChangedKeys } from './keymap';
import type { Platform } from './platform';
import { refusalOf } from './refused-keys';
import { parseStroke, type Stroke } from './stroke';

/** Most keys of one command. */
export const MOST_KEYS = 3;

const kept = z.record(z.string(), z.unknown());

/** Keys as kept: those that cannot be read are left out one by one, and no list is no change. */
function strokesIn(value: unknown): Stroke[] | undefined {
  if (!Array.isArray(value)) return undefined;
  const strokes = value.map(parseStroke).filter((key) => key !== undefined);
  return [...new Set(strokes)].slice(0, MOST_KEYS);
}

/** True for a key that a person may give to this command: those that it has at first it may have again. */
const isAllowed = (command: Command, key: Stroke, platform: Platform): boolean =>
  refusalOf(key, platform) === undefined || firstKeysOf(command, platform).includes(key);

/** Reads the keys that a person has changed. What cannot be read, is unknown or refused is left out, one by one. */
export function parseChangedKeys(value: unknown, platform: Platform): ChangedKeys {
  const { data = {} } = kept.safeParse(value);
  const changed: Partial<Record<Command, readonly Stroke[]>> = {};
  for (const command of COMMANDS) {
    const keys = entryOf(command).isFixed === true ? undefined : strokesIn(data[command]);
    if (keys === undefined) continue;
    const allowed = keys.filter((key) => isAllowed(command, key, platform));
    // A list none of which can be had is no wish to have none.
    if (allowed.length > 0 || keys.length === 0) changed[command] = allowed;
  }
  return changed;
}

/** Who has these keys now, beside the command itself: whom giving them to it would take them from. */
export function holdersOf(
  changed: ChangedKeys,
  platform: Platform,
  command: Command,
  keys: readonly Stroke[],
): readonly { readonly key: Stroke; readonly command: Command }[] {
  const keymap = keymapOf(changed, platform);
  return keys.flatMap((key) => {
    const holder = keymap.commandOf(key);
    return holder === undefined || holder === command ? [] : [{ key, command: holder }];
  });
}

const areSame = (some: readonly string[], others: readonly string[]): boolean =>
  some.length === others.length && some.every((key, index) => key === others[index]);

/**
 * Gives keys to a command in place of those that it has, and takes them from whoever has them. Keys that are refused or
 * always another command's are left out. What is then as at first counts as unchanged.
 */
export function withKeys(
  changed: ChangedKeys,
  platform: Platform,
  command: Command,
  wanted: readonly Stroke[],
): ChangedKeys {
  if (entryOf(command).isFixed === true) return changed;
  const keymap = keymapOf(changed, platform);
  const isFixed = (key: Stroke): boolean => {
    const holder = keymap.commandOf(key);
    return holder !== undefined && entryOf(holder).isFixed === true;
  };
  const keys = [...new Set(wanted)].filter((key) => isAllowed(command, key, platform) && !isFixed(key));
  const next: Partial<Record<Command, readonly Stroke[]>> = { ...changed };
  for (const { command: holder } of holdersOf(changed, platform, command, keys)) {
    next[holder] = keymap.keysOf(holder).filter((key) => !keys.includes(key));
  }
  next[command] = keys.slice(0, MOST_KEYS);
  for (const each of COMMANDS) {
    const now = next[each];
    if (now !== undefined && areSame(now, firstKeysOf(each, platform))) Reflect.deleteProperty(next, each);
  }
  return next;
}
