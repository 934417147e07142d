import { useEffect, useRef, type ReactNode } from 'react';
import { formatTags, parseTags, type Annotation, type Colour, type Style } from '#core/annotation/annotation';
import { useServices } from '../../services';
import { useColourWords } from '../../strings/use-colour-words';
import { useStrings } from '../../strings/use-strings';
import { Button } from '../../ui/button';
import { IconButton } from '../../ui/icon-button';
import { usePlacement, type Box } from '../../ui/placement';
import { ColourChoice } from './colour-choice';
import { DraftStatus } from './draft-status';
import styles from './card.module.css';
import looks from './marks.module.css';
import { NoteField } from './note-field';
import { StyleChoice } from './style-choice';
import { TagsField } from './tags-field';
import { useNoteDraft, type DraftField } from './use-note-draft';
import type { References } from './use-references';

const NOTE: DraftField = { name: 'note', read: ({ note }) => note, toEdit: (note) => ({ kind: 'note', note }) };
const TAGS: DraftField = {
  name: 'tags',
  read: ({ tags }) => formatTags(tags),
  toEdit: (value) => ({ kind: 'tags', tags: parseTags(value) }),
};

interface AnnotationCardProps {
  readonly annotation: Annotation;
  /** The quote as displayed now. */
  readonly quote: string;
  /** BCP 47 tag of the quote's script. */
  readonly language: string;
  /** True if the field for the note takes the focus at once. */
  readonly takesFocus: boolean;
  /** True if a note that is there is to be read first: then the card takes the focus in its field's place. */
  readonly reads: boolean;
  /** True if the note was being written when the page went away: writing goes on at its end. */
  readonly resumes: boolean;
  /** Changes when the card is opened, or opened anew. */
  readonly opening: unknown;
  readonly references: References;
  /** All marks at the place that was clicked, this one among them. */
  readonly here: readonly string[];
  readonly words: () => readonly Box[];
  /** Changes when the card has to be placed anew. */
  readonly cause: unknown;
  readonly onOther: (id: string) => void;
  readonly onRecolour: (colour: Colour) => unknown;
  readonly onRestyle: (style: Style) => unknown;
  readonly onCopyLink: () => void;
  readonly onDelete: () => void;
  readonly onClose: () => void;
}

/** The card of one mark: its note, tags and colour. It is no modal dialog: reading goes on beside it. */
export function AnnotationCard(props: AnnotationCardProps): ReactNode {
  const { annotation, takesFocus, here, onClose } = props;
  const {
    annotations: strings,
    reading: { copying },
  } = useStrings();
  const words = useColourWords();
  const noteField = useRef<HTMLTextAreaElement>(null);
  const { clock } = useServices();
  const note = useNoteDraft(annotation, NOTE);
  const tags = useNoteDraft(annotation, TAGS);
  const card = usePlacement<HTMLDivElement>(props.words, props.cause);
  const rests = props.reads && annotation.note.trim() !== '';
  useEffect(() => {
    if (takesFocus) (rests ? card : noteField).current?.focus({ preventScroll: true });
    if (props.resumes) noteField.current?.setSelectionRange(annotation.note.length, annotation.note.length);
    // Where the focus goes is settled when the card opens.
    // eslint-disable-next-line react-hooks/exhaustive-deps -- see above
  }, [props.opening]);

  return (
    // Enter on the card itself, which has the focus where a note is read, begins to write.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- see above
    <div
      ref={card}
      role="dialog"
      aria-label={strings.card}
      tabIndex={-1}
      className={styles['card']}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || event.target !== event.currentTarget) return;
        event.preventDefault();
        noteField.current?.focus({ preventScroll: true });
      }}
    >
      <div className={styles['cardHead']}>
        <q lang={props.language}>{props.quote}</q>
        <IconButton icon="link" label={copying.link} onPress={props.onCopyLink} />
        <IconButton icon="close" label={strings.close} onPress={onClose} />
      </div>
      {here.length > 1 && <Here here={here} id={annotation.id} onOther={props.onOther} />}
      <NoteField
        id={annotation.id}
        draft={note}
        field={noteField}
        references={props.references}
        language={props.language}
        onDone={() => card.current?.focus({ preventScroll: true })}
      />
      <TagsField draft={tags} />
      <div className={looks['looks']}>
        <ColourChoice colour={annotation.colour} onChoose={props.onRecolour} />
        <StyleChoice style={annotation.style} colour={annotation.colour} onChoose={props.onRestyle} />
      </div>
      <div className={styles['cardFoot']}>
        <span className={looks['meaning']}>{words.full(annotation.colour)}</span>
        <DraftStatus
          drafts={[note, tags]}
          now={clock()}
          onTriedAgain={() => noteField.current?.focus({ preventScroll: true })}
        />
        <Button onPress={props.onDelete}>{strings.delete}</Button>
      </div>
    </div>
  );
}

interface HereProps {
  readonly here: readonly string[];
  readonly id: string;
  readonly onOther: (id: string) => void;
}

/** Where several marks lie over each other: which one this is, and the way to the others. */
function Here({ here, id, onOther }: HereProps): ReactNode {
  const strings = useStrings().annotations;
  const index = here.indexOf(id);
  const next = here[(index + 1) % here.length];
  return (
    <div className={styles['here']}>
      <span>{strings.here(index + 1, here.length)}</span>
      <IconButton
        icon="next"
        label={strings.next}
        onPress={() => {
          if (next !== undefined) onOther(next);
        }}
      />
    </div>
  );
}
