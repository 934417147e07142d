import { useState, type ReactNode } from 'react';
import { parseTags, type Annotation } from '#core/annotation/annotation';
import { useStrings } from '../../strings/use-strings';
import { Button } from '../../ui/button';
import { IconButton } from '../../ui/icon-button';
import annotationStyles from './pane.module.css';
import { ColourChoice } from './colour-choice';
import styles from './marks.module.css';
import { StyleChoice } from './style-choice';
import type { EditMarks } from './use-pick-keys';
import type { Picked } from './use-picked';

interface PickedBarProps {
  /** All notes of the text, among them those that are selected. */
  readonly annotations: readonly Annotation[];
  readonly picked: Picked;
  readonly onEdit: EditMarks;
  /** Takes them out. */
  readonly onExport: () => void;
}

/** What all the marks have; undefined where they differ. */
function shared<Value>(annotations: readonly Annotation[], of: (annotation: Annotation) => Value): Value | undefined {
  const [first, ...others] = annotations.map(of);
  return others.every((value) => value === first) ? first : undefined;
}

/** How many notes are selected, and what can be done with all of them at once. */
export function PickedBar({ annotations, picked, onEdit, onExport }: PickedBarProps): ReactNode {
  const { marks } = useStrings();
  const { ids } = picked;
  return (
    <>
      {/* Always there, so that screen readers notice what comes into it. */}
      <p role="status" className="visually-hidden">
        {ids.length > 0 && marks.picked.count(ids.length)}
      </p>
      {ids.length > 0 && (
        <Commands
          chosen={annotations.filter(({ id }) => picked.has(id))}
          onEdit={(edit) => {
            onEdit(ids, edit);
          }}
          onExport={onExport}
          onClear={picked.clear}
        />
      )}
    </>
  );
}

interface CommandsProps {
  readonly chosen: readonly Annotation[];
  readonly onEdit: (edit: Parameters<EditMarks>[1]) => void;
  readonly onExport: () => void;
  readonly onClear: () => void;
}

function Commands({ chosen, onEdit, onExport, onClear }: CommandsProps): ReactNode {
  const { annotations: strings, marks } = useStrings();
  const [typed, setTyped] = useState('');
  return (
    <div role="group" aria-label={marks.picked.name} className={styles['picked']}>
      <div className={styles['pickedHead']}>
        <span>{marks.picked.count(chosen.length)}</span>
        <button type="button" className={styles['pickedExport']} onClick={onExport}>
          {marks.picked.export}
        </button>
        <IconButton icon="close" label={marks.picked.clear} onPress={onClear} />
      </div>
      <div className={styles['pickedRow']}>
        <ColourChoice
          colour={shared(chosen, ({ colour }) => colour)}
          onChoose={(colour) => {
            onEdit({ kind: 'recolour', colour });
          }}
        />
        <StyleChoice
          style={shared(chosen, ({ style }) => style)}
          onChoose={(style) => {
            onEdit({ kind: 'restyle', style });
          }}
        />
      </div>
      <form
        className={styles['pickedFoot']}
        onSubmit={(event) => {
          event.preventDefault();
          const tags = parseTags(typed);
          if (tags.length > 0) onEdit({ kind: 'add-tags', tags });
          setTyped('');
        }}
      >
        <input
          type="text"
          aria-label={marks.picked.tags}
          placeholder={marks.picked.tagsPlaceholder}
          className={annotationStyles['field']}
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value);
          }}
        />
        <Button
          onPress={() => {
            onEdit({ kind: 'delete' });
          }}
        >
          {strings.delete}
        </Button>
      </form>
    </div>
  );
}
