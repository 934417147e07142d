import type { ReactNode } from 'react';
import { NOTE_ORDERS } from '#core/annotation/note-filter';
import { useStrings } from '../../strings/use-strings';
import { Disclosure } from '../../ui/disclosure';
import { Segments } from '../../ui/segments';
import styles from './pane.module.css';
import type { NoteView } from './use-note-view';

/** What the pane shows. */
export type PaneFace = 'notes' | 'tags' | 'bin';

interface PaneMenuProps {
  readonly view: NoteView;
  readonly onChange: (changes: Partial<NoteView>) => void;
  readonly onFace: (face: PaneFace) => void;
  readonly binCount: number;
}

/** Which notes are listed and in which order, and the way to the tags and the bin. */
export function PaneMenu({ view, onChange, onFace, binCount }: PaneMenuProps): ReactNode {
  const strings = useStrings().notes;
  return (
    <Disclosure icon="more" label={strings.menu} isOn={view.scope === 'all' || view.order !== 'place'}>
      <div className={styles['choice']}>
        <span aria-hidden="true">{strings.scope}</span>
        <Segments
          label={strings.scope}
          value={view.scope}
          choices={(['text', 'all'] as const).map((value) => ({ value, name: strings.scopes[value] }))}
          onChoose={(scope) => {
            onChange({ scope });
          }}
        />
      </div>
      <div className={styles['choice']}>
        <span aria-hidden="true">{strings.order}</span>
        <Segments
          label={strings.order}
          value={view.order}
          choices={NOTE_ORDERS.map((value) => ({ value, name: strings.orders[value] }))}
          onChoose={(order) => {
            onChange({ order });
          }}
        />
      </div>
      <div className={styles['ways']}>
        <button
          type="button"
          onClick={() => {
            onFace('tags');
          }}
        >
          {strings.manageTags}
        </button>
        <button
          type="button"
          onClick={() => {
            onFace('bin');
          }}
        >
          {strings.openBin(binCount)}
        </button>
      </div>
    </Disclosure>
  );
}
