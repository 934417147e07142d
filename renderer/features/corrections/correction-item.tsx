import { memo, useEffect, useRef, useState, type ReactNode } from 'react';
import { directionOf, modesOf, problemOfForm, type Correction } from '#core/correction/correction';
import { languageTag } from '#core/script/conversion-table';
import { MixedWords } from '../../strings/mixed-words';
import { useLanguage, useStrings } from '../../strings/use-strings';
import { Button } from '../../ui/button';
import styles from './corrections.module.css';

interface CorrectionItemProps {
  readonly correction: Correction;
  /** Resolves to whether the new right form was kept. */
  readonly onEdit: (correction: Correction, right: string) => Promise<boolean>;
  readonly onRemove: (correction: Correction) => void;
}

/** Where a correction holds, in words: how far it reaches, and in which scripts. */
function usePlaceWords({ reach, modes }: Correction): string {
  const { corrections, reader } = useStrings();
  const language = useLanguage();
  const { list, file } = corrections;
  const where = {
    everywhere: () => list.everywhere,
    text: (title: string) => list.inText(title),
    occurrence: (title: string) => list.onceIn(title),
  }[reach.scope](reach.scope === 'everywhere' ? '' : reach.title);
  const direction = directionOf(modes[0] ?? 'original');
  const isWhole = direction === 'to-traditional' && modes.length === modesOf(direction).length;
  const scripts = isWhole
    ? file.allTraditional
    : modes.map((mode) => reader.modes[mode]).join(language === 'en' ? ', ' : '、');
  return `${where} · ${scripts}`;
}

/** One correction in the list, with its right form to be edited in place. */
export const CorrectionItem = memo(function CorrectionItem(props: CorrectionItemProps): ReactNode {
  const { correction, onEdit, onRemove } = props;
  const { list } = useStrings().corrections;
  const [isEditing, setEditing] = useState(false);
  const edit = useRef<HTMLButtonElement>(null);
  const place = usePlaceWords(correction);
  const lang = languageTag('hant', correction.modes[0] ?? 'original');
  const close = (): void => {
    setEditing(false);
    // The button is there again once the field is gone.
    setTimeout(() => edit.current?.focus(), 0);
  };
  return (
    <li className={styles['item']}>
      <div className={styles['pair']}>
        <span lang="zh">{correction.source}</span>
        <span aria-hidden="true">→</span>
        <span className="visually-hidden">{list.shownAs}</span>
        {correction.wrong !== '' && correction.wrong !== correction.right && <s lang={lang}>{correction.wrong}</s>}
        {isEditing ? (
          <RightField {...{ correction, lang, onEdit, onDone: close }} />
        ) : (
          <b lang={lang}>{correction.right}</b>
        )}
      </div>
      <div className={styles['itemFoot']}>
        <span>
          <MixedWords words={place} />
        </span>
        {!isEditing && (
          <span className={styles['itemButtons']}>
            <button
              ref={edit}
              type="button"
              aria-label={list.edit(correction.source)}
              onClick={() => {
                setEditing(true);
              }}
            >
              {list.editShort}
            </button>
            <button
              type="button"
              aria-label={list.remove(correction.source)}
              onClick={() => {
                onRemove(correction);
              }}
            >
              {list.removeShort}
            </button>
          </span>
        )}
      </div>
    </li>
  );
});

interface RightFieldProps {
  readonly correction: Correction;
  readonly lang: string;
  readonly onEdit: CorrectionItemProps['onEdit'];
  readonly onDone: () => void;
}

/** The right form of a correction while it is edited: Enter keeps it, Escape leaves it as it was. */
function RightField({ correction, lang, onEdit, onDone }: RightFieldProps): ReactNode {
  const strings = useStrings().corrections;
  const [right, setRight] = useState(correction.right);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    field.current?.select();
  }, []);
  const problem = problemOfForm(right);
  const save = async (): Promise<void> => {
    if (problem === undefined && (right === correction.right || (await onEdit(correction, right)))) onDone();
  };
  return (
    <form
      className={styles['rightForm']}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <input
        ref={field}
        type="text"
        lang={lang}
        className={styles['field']}
        aria-label={strings.right}
        value={right}
        spellCheck={false}
        autoComplete="off"
        aria-invalid={problem !== undefined}
        onChange={(event) => {
          setRight(event.target.value);
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || event.nativeEvent.isComposing) return;
          event.preventDefault();
          onDone();
        }}
      />
      <Button main submit>
        {strings.list.save}
      </Button>
      <Button onPress={onDone}>{strings.list.cancel}</Button>
      {problem !== undefined && (
        <p role="alert" className={styles['fieldProblem']}>
          {strings.problems[problem]}
        </p>
      )}
    </form>
  );
}
