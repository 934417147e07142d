import { memo, useState, type ReactNode, type RefObject } from 'react';
import type { Annotation } from '#core/annotation/annotation';
import { withTagChanged } from '#core/annotation/tags';
import type { ShownText } from '#core/text/shown-text';
import type { Text } from '#core/text/text';
import { useStrings } from '../../strings/use-strings';
import { BinFace } from './bin-face';
import { NotesFace } from './notes-face';
import { PaneMenu, type PaneFace } from './pane-menu';
import styles from './pane.module.css';
import { TagsFace } from './tags-face';
import { useBin } from './use-annotations';
import type { NoteActs } from './use-note-acts';
import type { EditMarks } from './use-pick-keys';
import { useNoteView } from './use-note-view';
import type { References } from './use-references';
import type { TellListed } from './use-telling-listed';

interface NotesPaneProps {
  readonly text: Text;
  /** The text as shown; undefined while it loads. */
  readonly shown: ShownText | undefined;
  readonly annotations: readonly Annotation[];
  readonly current: string | undefined;
  /** The quote of a mark on any text, as displayed. */
  readonly quoteOf: (annotation: Annotation) => string;
  readonly titleOf: (textId: string) => string;
  /** BCP 47 tag of the quotes' script. */
  readonly language: string;
  readonly references: References;
  readonly acts: NoteActs;
  /** Changes some marks as one step. */
  readonly onEdit: EditMarks;
  readonly filter: RefObject<HTMLInputElement | null>;
  /** Hears what the list shows, and what of it is selected. */
  readonly onListed: TellListed;
  /** Takes out the notes that are selected. */
  readonly onExport: () => void;
  /** What stands above the list. */
  readonly children?: ReactNode;
}

/** All notes, with what filters, sorts and groups them; in their place, when asked for, all tags or the bin. */
export const NotesPane = memo(function NotesPane(props: NotesPaneProps): ReactNode {
  const { text, annotations, acts } = props;
  const strings = useStrings().annotations;
  const [face, setFace] = useState<PaneFace>('notes');
  const state = useNoteView();
  const binned = useBin();
  const back = (): void => {
    setFace('notes');
    setTimeout(() => props.filter.current?.focus(), 0);
  };
  return (
    // Escape leads back to the notes from what stands in their place.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- see above
    <aside
      className={styles['pane']}
      aria-label={strings.pane}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || face === 'notes' || event.isDefaultPrevented()) return;
        // A question over the pane closes first, by itself.
        if (event.target instanceof Element && event.target.closest('dialog') !== null) return;
        event.preventDefault();
        back();
      }}
    >
      {face === 'notes' && (
        <>
          <div className={styles['paneHead']}>
            <h2>
              <span>{strings.pane}</span>
              <span>{annotations.length > 0 && annotations.length}</span>
            </h2>
            <PaneMenu view={state.view} onChange={state.change} onFace={setFace} binCount={binned.length} />
          </div>
          <NotesFace {...props} state={state} onOpen={props.references.open} />
        </>
      )}
      {face === 'tags' && (
        <TagsFace
          onChange={(change) => {
            // A filter by the tag goes on under its new name.
            state.change({ tags: withTagChanged(state.view.tags, change) });
            acts.changeTag(change);
          }}
          onShow={(tag) => {
            state.change({ tags: [tag] });
            back();
          }}
          onBack={back}
        />
      )}
      {face === 'bin' && <BinFace {...props} textId={text.id} onBack={back} />}
    </aside>
  );
});
