import { useEffect, useRef, type ReactNode } from 'react';
import { entryOf, type Command } from '#core/command/commands';
import type { Keymap } from '#core/command/keymap';
import { capsOf, inWords } from '#core/command/shown-keys';
import type { Stroke } from '#core/command/stroke';
import { useStrings } from '../../strings/use-strings';
import styles from './keyboard-sheet.module.css';
import type { Asking, KeyChanges } from './use-key-changes';

interface KeyRowProps {
  readonly command: Command;
  readonly name: string;
  readonly keymap: Keymap;
  readonly isChanged: boolean;
  readonly changes: KeyChanges;
  /** True for the row that Tab goes to. */
  readonly isActive: boolean;
  readonly nameOf: (command: Command) => string;
}

/** The keys of a stroke, each on its cap. */
export const Caps = ({ caps }: { readonly caps: readonly string[] }): ReactNode => (
  <span className={styles['stroke']}>
    {caps.map((cap) => (
      <kbd key={cap}>{cap}</kbd>
    ))}
  </span>
);

/** A command with its keys: Enter asks for another, Delete takes them away. */
export function KeyRow(props: KeyRowProps): ReactNode {
  const { command, name, keymap, isChanged, changes, isActive } = props;
  const { sheet } = useStrings().commands;
  const keys = keymap.keysOf(command);
  const { platform } = keymap;
  const words = keys.length === 0 ? sheet.noKey : keys.map((key) => inWords(key, platform)).join(', ');
  const asking = changes.asking?.command === command ? changes.asking : undefined;
  const tabIndex = isActive ? 0 : -1;
  const isFixed = entryOf(command).isFixed === true;
  return (
    <li className={styles['row']} data-command={command} data-asking={asking !== undefined || undefined}>
      <button
        type="button"
        tabIndex={tabIndex}
        className={styles['main']}
        aria-disabled={isFixed}
        onClick={() => {
          changes.ask(command, false);
        }}
        onKeyDown={(event) => {
          if ((event.key === 'Delete' || event.key === 'Backspace') && !isFixed) changes.clear(command);
        }}
      >
        <span className="visually-hidden">{isFixed ? sheet.isNow(name, words) : sheet.change(name, words)}</span>
        <span aria-hidden="true">{name}</span>
        <span aria-hidden="true" className={styles['caps']}>
          {asking?.phase === 'press' && !asking.adds ? (
            <kbd className={styles['waiting']}>…</kbd>
          ) : (
            keys.map((key) => <Caps key={key} caps={capsOf(key, platform)} />)
          )}
          {keys.length === 0 && asking === undefined && <span className={styles['noKey']}>—</span>}
          {asking?.phase === 'press' && asking.adds && <kbd className={styles['waiting']}>…</kbd>}
        </span>
      </button>
      {!isFixed && (
        <span className={styles['aside']}>
          <button
            type="button"
            tabIndex={tabIndex}
            className={styles['small']}
            aria-label={sheet.add(name)}
            title={sheet.add(name)}
            onClick={() => {
              changes.ask(command, true);
            }}
          >
            +
          </button>
          <button
            type="button"
            tabIndex={tabIndex}
            className={styles['small']}
            aria-label={sheet.reset(name)}
            title={sheet.reset(name)}
            disabled={!isChanged}
            onClick={() => {
              changes.reset(command);
            }}
          >
            ↺
          </button>
        </span>
      )}
      {asking !== undefined && <Answer {...props} asking={asking} />}
    </li>
  );
}

/** What is said of the key that is asked for, and what can be done where another command has it. */
function Answer({ asking, changes, keymap, nameOf }: KeyRowProps & { readonly asking: Asking }): ReactNode {
  const { sheet } = useStrings().commands;
  const take = useRef<HTMLButtonElement>(null);
  const { phase } = asking;
  useEffect(() => {
    if (phase === 'used') take.current?.focus();
  }, [phase]);
  const shown = (key: Stroke): string => inWords(key, keymap.platform);
  if (asking.phase === 'press') {
    const { refused } = asking;
    return (
      <p role="status" className={refused === undefined ? styles['answer'] : styles['refused']}>
        {refused === undefined ? sheet.press : sheet.refused[refused.why](shown(refused.key))}
      </p>
    );
  }
  return (
    <div role="alert" className={styles['refused']}>
      {asking.holders.map(({ key, command }) => (
        <p key={key}>{sheet.used(shown(key), nameOf(command))}</p>
      ))}
      <span className={styles['choice']}>
        <button ref={take} type="button" className={styles['choose']} onClick={changes.take}>
          {sheet.take}
        </button>
        <button type="button" className={styles['choose']} onClick={changes.cancel}>
          {sheet.keep}
        </button>
      </span>
    </div>
  );
}
