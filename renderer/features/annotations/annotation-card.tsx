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
import styles from './annotations.module.css';
import looks from './marks.module.css';
import { StyleChoice } from './style-choice';
import { useNoteDraft } from './use-note-draft';

interface AnnotationCardProps {
  readonly annotation: Annotation;
  /** The quote as displayed now. */
  readonly quote: string;
  /** BCP 47 tag of the quote's script. */
  readonly language: string;
  /** True if the field for the note takes the focus at once. */
  readonly takesFocus: boolean;
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
  const opened = { at: annotation.note === '' && annotation.tags.length === 0 ? 0 : annotation.modified };
  const note = useNoteDraft(annotation.id, { value: annotation.note, ...opened }, (value) => ({
    kind: 'note',
    note: value,
  }));
  const tags = useNoteDraft(annotation.id, { value: formatTags(annotation.tags), ...opened }, (value) => ({
    kind: 'tags',
    tags: parseTags(value),
  }));
  const card = usePlacement<HTMLDivElement>(props.words, props.cause);
  useEffect(() => {
    if (takesFocus) noteField.current?.focus({ preventScroll: true });
  }, [takesFocus]);

  return (
    <div ref={card} role="dialog" aria-label={strings.card} tabIndex={-1} className={styles['card']}>
      <div className={styles['cardHead']}>
        <q lang={props.language}>{props.quote}</q>
        <IconButton icon="link" label={copying.link} onPress={props.onCopyLink} />
        <IconButton icon="close" label={strings.close} onPress={onClose} />
      </div>
      {here.length > 1 && <Here here={here} id={annotation.id} onOther={props.onOther} />}
      <textarea
        ref={noteField}
        aria-label={strings.note}
        placeholder={strings.notePlaceholder}
        className={styles['note']}
        value={note.value}
        onChange={(event) => {
          note.type(event.target.value);
        }}
        onBlur={() => void note.flush()}
      />
      <input
        type="text"
        aria-label={strings.tags}
        placeholder={strings.tagsPlaceholder}
        className={styles['field']}
        value={tags.value}
        onChange={(event) => {
          tags.type(event.target.value);
        }}
        onBlur={() => void tags.flush()}
      />
      <div className={looks['looks']}>
        <ColourChoice colour={annotation.colour} onChoose={props.onRecolour} />
        <StyleChoice style={annotation.style} colour={annotation.colour} onChoose={props.onRestyle} />
      </div>
      <div className={styles['cardFoot']}>
        <span className={looks['meaning']}>{words.full(annotation.colour)}</span>
        <Button onPress={props.onDelete}>{strings.delete}</Button>
      </div>
      <DraftStatus drafts={[note, tags]} now={clock()} />
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
