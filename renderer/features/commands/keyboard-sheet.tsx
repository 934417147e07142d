import { useRef, useState, useSyncExternalStore, type KeyboardEvent, type ReactNode } from 'react';
import { COMMAND_GROUPS, COMMANDS, entryOf, type Command } from '#core/command/commands';
import { matchNames } from '#core/command/match-names';
import { inWords } from '#core/command/shown-keys';
import { useKeymap, useServices } from '../../services';
import { useCommandNames } from '../../strings/command-words';
import { useStrings } from '../../strings/use-strings';
import { Button } from '../../ui/button';
import { Modal } from '../../ui/modal';
import { Caps, KeyRow } from './key-row';
import styles from './keyboard-sheet.module.css';
import { useKeyChanges } from './use-key-changes';
import { usePinyinNames } from './use-pinyin-names';

type Row = keyof ReturnType<typeof useStrings>['keyboard']['rows'];

/** What keys do that no command stands for. */
const ALWAYS: readonly (readonly [Row, readonly string[]])[] = [
  ['arrows', ['←', '→', '↑', '↓']],
  ['menu', ['Shift', 'F10']],
  ['tabs', ['Tab']],
  ['pick', ['Ctrl', 'A']],
];

/** The commands whose names or keys hold what was typed. */
function useFound(typed: string): readonly Command[] {
  const namesOf = useCommandNames();
  const keymap = useKeymap();
  const pinyin = usePinyinNames();
  return COMMANDS.filter((command) => {
    const keys = keymap.keysOf(command).map((key) => inWords(key, keymap.platform));
    if (keys.some((key) => key.toLowerCase() === typed.trim().toLowerCase())) return true;
    const match = matchNames(typed, namesOf(command), pinyin);
    // What is only scattered over a name is no help in a list that is all to be seen.
    return match !== undefined && match.score < 6;
  });
}

const rowsIn = (list: Element): HTMLElement[] => [...list.querySelectorAll<HTMLElement>('[data-command]')];

/** Goes from row to row, and within a row from button to button. */
function walk(event: KeyboardEvent<HTMLElement>): void {
  const rows = rowsIn(event.currentTarget);
  const at = rows.findIndex((row) => row.contains(document.activeElement));
  const buttons = [...(rows[at]?.querySelectorAll<HTMLElement>('button:not(:disabled)') ?? [])];
  const button = buttons.findIndex((each) => each === document.activeElement);
  const first = (row: HTMLElement | undefined): HTMLElement | null | undefined => row?.querySelector('button');
  const next = {
    ArrowDown: first(rows[Math.min(at + 1, rows.length - 1)]),
    ArrowUp: first(rows[Math.max(at - 1, 0)]),
    Home: first(rows[0]),
    End: first(rows.at(-1)),
    ArrowRight: buttons[Math.min(button + 1, buttons.length - 1)],
    ArrowLeft: buttons[Math.max(button - 1, 0)],
  }[event.key];
  if (!next || at < 0) return;
  event.preventDefault();
  next.focus();
}

/** All commands with their keys, which can be changed here, and what other keys do. */
export function KeyboardSheet({ onClose }: { readonly onClose: () => void }): ReactNode {
  const { keyboard, commands } = useStrings();
  const { sheet, groups } = commands;
  const { keys } = useServices();
  const { changed } = useSyncExternalStore(keys.subscribe, keys.current);
  const keymap = useKeymap();
  const namesOf = useCommandNames();
  const nameOf = (command: Command): string => namesOf(command)[0] ?? command;
  const [typed, setTyped] = useState('');
  const [active, setActive] = useState<Command>();
  const [said, setSaid] = useState('');
  const list = useRef<HTMLDivElement>(null);
  const search = useRef<HTMLInputElement>(null);
  const changes = useKeyChanges((command) => {
    const now = keys.keymap().keysOf(command);
    setSaid(sheet.isNow(nameOf(command), now.map((key) => inWords(key, keymap.platform)).join(', ') || sheet.noKey));
    list.current?.querySelector<HTMLElement>(`[data-command="${command}"] button`)?.focus();
  });
  const found = useFound(typed);
  const tabbed = active !== undefined && found.includes(active) ? active : found[0];
  return (
    <Modal title={keyboard.title} onClose={onClose} wide>
      <div className={styles['head']}>
        <input
          ref={search}
          type="search"
          aria-label={sheet.search}
          placeholder={sheet.search}
          autoComplete="off"
          className={styles['search']}
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value);
          }}
          onKeyDown={(event) => {
            if (event.key !== 'ArrowDown' || event.nativeEvent.isComposing) return;
            event.preventDefault();
            list.current?.querySelector<HTMLElement>('[data-command] button')?.focus();
          }}
        />
        <p className={styles['hint']}>{sheet.hint}</p>
      </div>
      <p role="status" className="visually-hidden">
        {said}
      </p>
      <div className={styles['scroller']}>
        {/* eslint-disable-next-line jsx-a11y/no-static-element-interactions -- keys go from one row's button to another's */}
        <div
          ref={list}
          className={styles['groups']}
          onKeyDown={walk}
          onFocus={({ target }) => {
            const row = target.closest<HTMLElement>('[data-command]');
            setActive(COMMANDS.find((command) => command === row?.dataset['command']));
          }}
        >
          {COMMAND_GROUPS.map((group) => {
            const rows = found.filter((command) => entryOf(command).group === group);
            return (
              rows.length > 0 && (
                <section key={group} aria-label={groups[group]} className={styles['group']}>
                  <h2>{groups[group]}</h2>
                  <ul>
                    {rows.map((command) => (
                      <KeyRow
                        key={command}
                        {...{ command, keymap, changes, nameOf }}
                        name={nameOf(command)}
                        isChanged={changed[command] !== undefined}
                        isActive={command === tabbed}
                      />
                    ))}
                  </ul>
                </section>
              )
            );
          })}
          {found.length === 0 && <p>{sheet.none}</p>}
          {typed === '' && (
            <section aria-label={sheet.always} className={styles['group']}>
              <h2>{sheet.always}</h2>
              <dl className={styles['always']}>
                {ALWAYS.map(([row, caps]) => (
                  <div key={row}>
                    <dt>{keyboard.rows[row]}</dt>
                    <dd>
                      <Caps caps={caps.map((cap) => (cap === 'Ctrl' && keymap.platform === 'mac' ? '⌘' : cap))} />
                    </dd>
                  </div>
                ))}
              </dl>
            </section>
          )}
        </div>
      </div>
      <div className={styles['foot']}>
        <Button
          disabled={Object.keys(changed).length === 0}
          onPress={() => {
            changes.resetAll();
            // The button can do no more.
            search.current?.focus();
            setSaid(sheet.resetAllDone);
          }}
        >
          {sheet.resetAll}
        </Button>
        <Button main onPress={onClose}>
          {keyboard.close}
        </Button>
      </div>
    </Modal>
  );
}
