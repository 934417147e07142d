import { useEffect, useState, type ReactNode, type RefObject } from 'react';
import type { Annotation } from '#core/annotation/annotation';
import { withId } from '#core/support/with-id';
import { useStrings } from '../../strings/use-strings';
import { Menu, MenuItem } from '../../ui/menu';
import { ColourButtons } from './colour-buttons';
import styles from './marks.module.css';
import { idOf, itemOf } from './listed-item';
import { StyleItems } from './style-items';
import type { EditMarks } from './use-pick-keys';
import type { Picked } from './use-picked';

interface NoteMenuProps {
  readonly list: RefObject<HTMLElement | null>;
  readonly annotations: readonly Annotation[];
  readonly picked: Picked;
  readonly onEdit: EditMarks;
  readonly onOpen: (id: string) => void;
}

interface Asked {
  readonly id: string;
  readonly at: { readonly x: number; readonly y: number };
}

/** The menu of a note in the list, or of all that are selected if it is one of them. */
export function NoteMenu({ list, annotations, picked, onEdit, onOpen }: NoteMenuProps): ReactNode {
  const { annotations: strings, marks } = useStrings();
  const [asked, setAsked] = useState<Asked>();
  useAsking(list, setAsked);
  const annotation = withId(annotations, asked?.id);
  if (asked === undefined || annotation === undefined) return null;
  const ids = picked.has(asked.id) ? picked.ids : [asked.id];
  const close = (): void => {
    setAsked(undefined);
    // Compared, not selected: an id is data.
    const items = [...(list.current?.querySelectorAll<HTMLElement>('li[data-id]') ?? [])];
    items
      .find((item) => idOf(item) === asked.id)
      ?.querySelector('button')
      ?.focus();
  };
  const edit = (change: Parameters<EditMarks>[1]): void => {
    close();
    onEdit(ids, change);
  };
  return (
    <Menu label={ids.length > 1 ? marks.picked.count(ids.length) : marks.item} at={asked.at} onClose={close}>
      <div data-row role="group" aria-label={strings.colour} className={styles['menuColours']}>
        <ColourButtons
          role="menuitem"
          current={ids.length > 1 ? undefined : annotation.colour}
          onColour={(colour) => {
            edit({ kind: 'recolour', colour });
          }}
        />
      </div>
      <StyleItems
        style={ids.length > 1 ? undefined : annotation.style}
        colour={ids.length > 1 ? undefined : annotation.colour}
        onStyle={(style) => {
          edit({ kind: 'restyle', style });
        }}
      />
      {ids.length === 1 && (
        <MenuItem
          onPress={() => {
            close();
            onOpen(asked.id);
          }}
        >
          {marks.open}
        </MenuItem>
      )}
      <MenuItem
        onPress={() => {
          edit({ kind: 'delete' });
        }}
      >
        {strings.delete}
      </MenuItem>
    </Menu>
  );
}

/** Hears of a right-click on an item of the list, and of the keyboard's own key for it. */
function useAsking(list: RefObject<HTMLElement | null>, onAsk: (asked: Asked) => void): void {
  useEffect(() => {
    const element = list.current;
    if (element === null) return;
    const askAt = (item: HTMLElement, at?: Asked['at']): void => {
      const { left, bottom } = item.getBoundingClientRect();
      onAsk({ id: idOf(item), at: at ?? { x: left + 16, y: bottom - 8 } });
    };
    const ask = (event: MouseEvent): void => {
      const item = itemOf(event.target);
      if (item === null) return;
      event.preventDefault();
      // The keyboard's event comes from the middle of what has the focus, or from nowhere.
      askAt(item, event.button === 2 ? { x: event.clientX, y: event.clientY } : undefined);
    };
    const key = (event: KeyboardEvent): void => {
      const isMenu = event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey);
      const item = itemOf(event.target);
      if (!isMenu || item === null) return;
      event.preventDefault();
      askAt(item);
    };
    element.addEventListener('contextmenu', ask);
    element.addEventListener('keydown', key);
    return () => {
      element.removeEventListener('contextmenu', ask);
      element.removeEventListener('keydown', key);
    };
  }, [list, onAsk]);
}
