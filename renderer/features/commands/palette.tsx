import { useEffect, useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import type { Keymap } from '#core/command/keymap';
import { passesFields, strokesOf } from '#core/command/stroke';
import { useKeymap } from '../../services';
import { useStrings } from '../../strings/use-strings';
import { pressedIn } from '../../ui/pressed-in';
import { closesAtOnce, useModal } from '../../ui/use-modal';
import { Caps } from './key-row';
import styles from './palette.module.css';
import { findItems, partsOfName, type FoundItem, type PaletteItem } from './palette-item';
import { usePinyinNames } from './use-pinyin-names';

interface PaletteProps {
  readonly items: readonly PaletteItem[];
  /** Ids of what was used last, the newest first. */
  readonly recent: readonly string[];
  /** Called with what was chosen; the palette is closed by whoever opened it. */
  readonly onChoose: (item: PaletteItem) => void;
  readonly onClose: () => void;
}

/** Lines that Page Up and Page Down go. */
const PAGE = 8;

/** The line that a key leads to from another; undefined for other keys. */
function lineAfter(key: string, line: number, count: number): number | undefined {
  const by = { ArrowDown: 1, ArrowUp: -1, PageDown: PAGE, PageUp: -PAGE }[key];
  if (by === undefined || count === 0) return undefined;
  if (Math.abs(by) === 1) return (line + by + count) % count;
  return Math.min(Math.max(line + by, 0), count - 1);
}

/** True for the key that opened the palette, which closes it as well; not for one that types. */
const isOwnKey = (event: globalThis.KeyboardEvent, keymap: Keymap): boolean =>
  strokesOf(pressedIn(event), keymap.platform).some(
    (stroke) => passesFields(stroke) && keymap.commandOf(stroke) === 'palette',
  );

/** Every command by its name, in any language or by pinyin (WAI-ARIA Authoring Practices, combobox with a listbox). */
export function Palette({ items, recent, onChoose, onClose }: PaletteProps): ReactNode {
  const { palette } = useStrings().commands;
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  const pinyin = usePinyinNames();
  const keymap = useKeymap();
  const [typed, setTyped] = useState('');
  const [line, setLine] = useState(0);
  useModal(dialog);
  const found = findItems(items, typed, recent, pinyin);
  const active = Math.min(line, found.length - 1);
  const choose = (item: PaletteItem | undefined): void => {
    if (item !== undefined && item.reason === undefined) onChoose(item);
  };
  const key = (event: KeyboardEvent<HTMLInputElement>): void => {
    // An input method takes its own Enter and arrows.
    if (event.nativeEvent.isComposing) return;
    const to = lineAfter(event.key, active, found.length);
    if (to !== undefined) setLine(to);
    else if (event.key === 'Enter') choose(found[active]?.item);
    else if (isOwnKey(event.nativeEvent, keymap)) onClose();
    else return;
    event.preventDefault();
  };
  return (
    <dialog
      ref={dialog}
      aria-label={palette.name}
      className={styles['palette']}
      onCancel={closesAtOnce(onClose)}
      onClose={onClose}
    >
      <input
        type="text"
        role="combobox"
        aria-label={palette.field}
        aria-expanded
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={found.length === 0 ? undefined : `${id}-${active}`}
        placeholder={palette.placeholder}
        autoComplete="off"
        spellCheck={false}
        className={styles['field']}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          setLine(0);
        }}
        onKeyDown={key}
      />
      <div id={`${id}-list`} role="listbox" aria-label={palette.list} className={styles['list']}>
        {found.map((each, index) => (
          <Line
            key={each.item.id}
            id={`${id}-${index}`}
            found={each}
            isActive={index === active}
            onChoose={() => {
              choose(each.item);
            }}
          />
        ))}
      </div>
      <p role="status" className={found.length === 0 ? styles['none'] : 'visually-hidden'}>
        {found.length === 0 ? palette.noneFound(typed.trim()) : palette.count(found.length)}
      </p>
    </dialog>
  );
}

interface LineProps {
  readonly id: string;
  readonly found: FoundItem;
  readonly isActive: boolean;
  readonly onChoose: () => void;
}

function Line({ id, found, isActive, onChoose }: LineProps): ReactNode {
  const { item, match } = found;
  const line = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isActive) line.current?.scrollIntoView({ block: 'nearest' });
  }, [isActive]);
  const [name = ''] = item.names;
  const other = match.name === 0 ? undefined : item.names[match.name];
  return (
    // eslint-disable-next-line jsx-a11y/click-events-have-key-events -- its keys are those of the field (aria-activedescendant)
    <div
      ref={line}
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={isActive}
      aria-disabled={item.reason !== undefined}
      aria-checked={item.isOn}
      aria-keyshortcuts={item.key?.aria}
      className={styles['line']}
      // The field keeps the focus.
      onMouseDown={(event) => {
        event.preventDefault();
      }}
      onClick={onChoose}
    >
      <span lang={item.language} className={styles['name']}>
        {match.name === 0 ? <Marked name={name} at={match.at} /> : name}
      </span>
      {other !== undefined && other !== name && (
        <span className={styles['other']}>
          <Marked name={other} at={match.at} />
        </span>
      )}
      <span className={styles['aside']}>
        {item.isOn === true && (
          <span aria-hidden="true" className={styles['on']}>
            ✓
          </span>
        )}
        {item.reason}
        {item.reason === undefined && item.key && <Caps caps={item.key.caps} />}
      </span>
    </div>
  );
}

/** A name in which what was looked for stands out. */
const Marked = ({ name, at }: { readonly name: string; readonly at: readonly number[] }): ReactNode =>
  partsOfName(name, at).map(({ words, isFound }, index) =>
    isFound ? <b key={index}>{words}</b> : <span key={index}>{words}</span>,
  );
