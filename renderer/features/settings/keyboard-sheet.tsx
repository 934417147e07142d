import type { ReactNode } from 'react';
import { useStrings } from '../../strings/use-strings';
import { Button } from '../../ui/button';
import { Modal } from '../../ui/modal';
import styles from './settings.module.css';

type Row = keyof ReturnType<typeof useStrings>['keyboard']['rows'];

const isMac = navigator.userAgent.includes('Mac OS');
const command = isMac ? '⌘' : 'Ctrl';

const KEYS: readonly (readonly [Row, readonly string[]])[] = [
  ['arrows', ['←', '→', '↑', '↓']],
  ['colours', ['1', '–', '5']],
  ['ownColours', ['6', '–', '9']],
  ['style', ['U']],
  ['note', ['N']],
  ['copy', ['C']],
  ['citation', ['Shift', 'C']],
  ['link', ['L']],
  ['correct', ['X']],
  ['menu', ['Shift', 'F10']],
  ['marks', ['J', 'K']],
  ['open', ['Enter']],
  ['tabs', ['Tab']],
  ['resize', ['R']],
  ['delete', ['Delete']],
  ['pick', [command, 'A']],
  ['script', ['S']],
  ['layout', ['V']],
  ['parallel', ['P']],
  ['bookmark', ['B']],
  ['where', ['I']],
  ['goToLink', [command, 'L']],
  ['panes', ['[', ']']],
  ['find', [command, 'F']],
  ['hits', ['F3']],
  ['filter', [command, 'Shift', 'F']],
  ['undo', [command, 'Z']],
  ['export', [command, 'E']],
  ['settings', [command, ',']],
  ['keyboard', ['?']],
  ['escape', ['Esc']],
];

/** All keys, on one sheet. */
export function KeyboardSheet({ onClose }: { readonly onClose: () => void }): ReactNode {
  const { keyboard } = useStrings();
  return (
    <Modal title={keyboard.title} onClose={onClose} wide>
      <dl className={styles['keys']}>
        {KEYS.map(([row, keys]) => (
          <div key={row} className={styles['keyRow']}>
            <dt>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{keyboard.rows[row]}</dd>
          </div>
        ))}
      </dl>
      <div className={styles['foot']}>
        <Button main onPress={onClose}>
          {keyboard.close}
        </Button>
      </div>
    </Modal>
  );
}
