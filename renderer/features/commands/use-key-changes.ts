import { useEffect, useState } from 'react';
import { holdersOf, MOST_KEYS, withKeys } from '#core/command/changed-keys';
import { entryOf, type Command } from '#core/command/commands';
import { firstStrokesOf } from '#core/command/keymap';
import { refusalOf, type KeyRefusal } from '#core/command/refused-keys';
import { strokesOf, type Stroke } from '#core/command/stroke';
import { useKeymap, useServices } from '../../services';
import { pressedIn } from '../../ui/pressed-in';

/** What is being asked about the keys of a command. */
export type Asking =
  | {
      readonly phase: 'press';
      readonly command: Command;
      /** True where the key comes beside those that there are. */
      readonly adds: boolean;
      readonly refused?: { readonly key: Stroke; readonly why: KeyRefusal | 'fixed' };
    }
  | {
      readonly phase: 'used';
      readonly command: Command;
      readonly keys: readonly Stroke[];
      readonly holders: ReturnType<typeof holdersOf>;
    };

/** Changing the keys of commands. */
export interface KeyChanges {
  readonly asking: Asking | undefined;
  /** Waits for a key for a command: in place of those that it has, or beside them. */
  readonly ask: (command: Command, adds: boolean) => void;
  /** Takes the keys of a command away. */
  readonly clear: (command: Command) => void;
  /** Gives a command the keys that it has at first; asks where others have them. */
  readonly reset: (command: Command) => void;
  readonly resetAll: () => void;
  /** Takes the keys that others have from them. */
  readonly take: () => void;
  readonly cancel: () => void;
}

/** The state of changing keys. What is changed holds at once. */
export function useKeyChanges(onChanged: (command: Command) => void): KeyChanges {
  const { keys: kept } = useServices();
  const keymap = useKeymap();
  const { platform } = keymap;
  const [asking, setAsking] = useState<Asking>();
  const give = (command: Command, keys: readonly Stroke[]): void => {
    kept.change({ changed: withKeys(kept.current().changed, platform, command, keys) });
    setAsking(undefined);
    onChanged(command);
  };
  const want = (command: Command, keys: readonly Stroke[]): void => {
    const holders = holdersOf(kept.current().changed, platform, command, keys);
    if (holders.length === 0) give(command, keys);
    else setAsking({ phase: 'used', command, keys, holders });
  };
  const take = (key: Stroke, command: Command, adds: boolean): void => {
    const holder = keymap.commandOf(key);
    const isFixed = holder !== undefined && entryOf(holder).isFixed === true;
    const why = isFixed ? 'fixed' : refusalOf(key, platform);
    if (why !== undefined) setAsking({ phase: 'press', command, adds, refused: { key, why } });
    else want(command, adds ? [...new Set([...keymap.keysOf(command), key])] : [key]);
  };
  useRecording(asking, (event) => {
    if (asking?.phase !== 'press') return;
    const { command, adds } = asking;
    const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey && !event.shiftKey;
    if (isPlain && event.key === 'Escape') setAsking(undefined);
    else if (isPlain && (event.key === 'Backspace' || event.key === 'Delete')) give(command, []);
    else {
      const [key] = strokesOf(pressedIn(event), platform);
      if (key !== undefined) take(key, command, adds);
    }
  });
  return {
    asking,
    ask: (command, adds) => {
      if (entryOf(command).isFixed !== true) setAsking({ phase: 'press', command, adds: adds && hasRoom(command) });
    },
    clear: (command) => {
      give(command, []);
    },
    reset: (command) => {
      want(command, firstStrokesOf(command, platform));
    },
    resetAll: () => {
      kept.change({ changed: {} });
      setAsking(undefined);
    },
    take: () => {
      if (asking?.phase === 'used') give(asking.command, asking.keys);
    },
    cancel: () => {
      setAsking(undefined);
    },
  };

  function hasRoom(command: Command): boolean {
    return keymap.keysOf(command).length < MOST_KEYS;
  }
}

/** While a key is asked for, every press is an answer: nothing else hears of it. */
function useRecording(asking: Asking | undefined, onPress: (event: KeyboardEvent) => void): void {
  const isAsking = asking?.phase === 'press';
  useEffect(() => {
    if (!isAsking) return;
    const key = (event: KeyboardEvent): void => {
      event.preventDefault();
      event.stopPropagation();
      if (!event.repeat) onPress(event);
    };
    document.addEventListener('keydown', key, true);
    return () => {
      document.removeEventListener('keydown', key, true);
    };
  });
}
