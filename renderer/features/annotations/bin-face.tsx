import { useRef, useState, type ReactNode } from 'react';
import type { Annotation } from '#core/annotation/annotation';
import { excerptOf } from '#core/note/excerpt';
import { useServices } from '../../services';
import { useColourWords } from '../../strings/use-colour-words';
import { useLanguage, useOwnWordsLang, useStrings } from '../../strings/use-strings';
import { Button } from '../../ui/button';
import { Modal } from '../../ui/modal';
import { Segments } from '../../ui/segments';
import { ColourSign } from './colour-sign';
import { FaceHead } from './face-head';
import styles from './face.module.css';
import { NoteBody } from './note-body';
import paneStyles from './pane.module.css';
import { timeOf } from '../../strings/times';
import { useBin } from './use-annotations';
import type { NoteActs } from './use-note-acts';
import type { References } from './use-references';

/** Marks that are shown at once, and with each press of "more". */
const AT_ONCE = 100;

interface BinFaceProps {
  readonly textId: string;
  readonly quoteOf: (annotation: Annotation) => string;
  /** BCP 47 tag of the quotes' script. */
  readonly language: string;
  readonly titleOf: (textId: string) => string;
  readonly references: References;
  readonly acts: NoteActs;
  readonly onBack: () => void;
}

/** What was deleted, the last first: it can come back, or go for good. Only the person empties the bin. */
export function BinFace({ textId, acts, onBack, ...item }: BinFaceProps): ReactNode {
  const strings = useStrings().notes;
  const all = useBin();
  const [scope, setScope] = useState<'text' | 'all'>('text');
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [most, setMost] = useState(AT_ONCE);
  const [asks, setAsks] = useState<readonly string[]>();
  const list = useRef<HTMLUListElement>(null);
  // What was pressed goes away with what it was about: the list takes the focus, so that keys go on from there.
  const act = (run: NoteActs['restore']) => (marks: readonly string[]) => {
    run(marks);
    setChosen(new Set());
    setTimeout(() => list.current?.focus(), 0);
  };
  const binned = scope === 'all' ? all : all.filter((mark) => mark.textId === textId);
  const ids = binned.map(({ id }) => id);
  const picked = ids.filter((id) => chosen.has(id));
  const choose = (id: string): void => {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    setChosen(next);
  };
  return (
    <>
      <FaceHead title={strings.binTitle} count={binned.length} onBack={onBack} />
      <Segments
        label={strings.scope}
        value={scope}
        choices={(['text', 'all'] as const).map((value) => ({ value, name: strings.scopes[value] }))}
        onChoose={setScope}
      />
      <ul ref={list} tabIndex={-1} aria-label={strings.binList} className={styles['list']}>
        {binned.slice(0, most).map((annotation) => (
          <BinItem
            key={annotation.id}
            {...item}
            annotation={annotation}
            isElsewhere={annotation.textId !== textId}
            isChosen={chosen.has(annotation.id)}
            onChoose={choose}
            onRestore={act(acts.restore)}
          />
        ))}
      </ul>
      {binned.length > most && (
        <Button
          onPress={() => {
            setMost(most + AT_ONCE);
          }}
        >
          {strings.showMore(Math.min(AT_ONCE, binned.length - most))}
        </Button>
      )}
      {binned.length === 0 && <p className={paneStyles['empty']}>{strings.binEmpty}</p>}
      {binned.length > 0 && (
        <div className={styles['binFoot']}>
          <Button
            disabled={picked.length === 0}
            onPress={() => {
              act(acts.restore)(picked);
            }}
          >
            {strings.restoreChosen(picked.length)}
          </Button>
          <Button
            onPress={() => {
              setAsks(picked.length > 0 ? picked : ids);
            }}
          >
            {picked.length > 0 ? strings.purgeChosen(picked.length) : strings.emptyBin}
          </Button>
        </div>
      )}
      {asks && (
        <Modal
          title={strings.purgeTitle(asks.length)}
          onClose={() => {
            setAsks(undefined);
          }}
        >
          <p className={styles['question']}>{strings.purgeQuestion}</p>
          <div className={styles['acts']}>
            <Button
              onPress={() => {
                setAsks(undefined);
              }}
            >
              {strings.cancel}
            </Button>
            <Button
              main
              onPress={() => {
                setAsks(undefined);
                act(acts.purge)(asks);
              }}
            >
              {strings.purge}
            </Button>
          </div>
        </Modal>
      )}
    </>
  );
}

interface BinItemProps extends Pick<BinFaceProps, 'quoteOf' | 'language' | 'titleOf' | 'references'> {
  readonly annotation: Annotation;
  readonly isElsewhere: boolean;
  readonly isChosen: boolean;
  readonly onChoose: (id: string) => void;
  readonly onRestore: (ids: readonly string[]) => void;
}

function BinItem(props: BinItemProps): ReactNode {
  const { annotation, isElsewhere, isChosen, onChoose, onRestore } = props;
  const { id, note, tags, colour, deleted = 0 } = annotation;
  const strings = useStrings();
  const spoken = useLanguage();
  const lang = useOwnWordsLang();
  const { full: colourName } = useColourWords();
  const { clock } = useServices();
  const { time, date } = timeOf(deleted, clock(), spoken);
  const quote = props.quoteOf(annotation);
  return (
    <li className={styles['binItem']}>
      <label className={styles['binWords']}>
        <input
          type="checkbox"
          aria-label={strings.notes.chooseDeleted(quote)}
          checked={isChosen}
          onChange={() => {
            onChoose(id);
          }}
        />
        <span>
          <q lang={props.language}>{quote}</q>
          {note.trim() !== '' && (
            <span className={styles['binNote']}>
              <NoteBody note={excerptOf(note)} references={props.references} isCompact />
            </span>
          )}
          <span className={styles['binAside']}>
            <ColourSign colour={colour} />
            <span className="visually-hidden">{strings.annotations.inColour(colourName(colour))}</span>
            {isElsewhere && <span lang="zh">{props.titleOf(annotation.textId)}</span>}
            {tags.map((tag) => (
              <bdi key={tag} lang={lang}>
                #{tag}
              </bdi>
            ))}
            <span>{strings.notes.deletedAt(date === undefined ? time : `${date} ${time}`)}</span>
          </span>
        </span>
      </label>
      <button
        type="button"
        className={styles['act']}
        aria-label={strings.notes.restoreOne(quote)}
        onClick={() => {
          onRestore([id]);
        }}
      >
        {strings.notes.restore}
      </button>
    </li>
  );
}
