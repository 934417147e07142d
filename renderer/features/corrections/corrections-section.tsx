import { useCallback, useEffect, useId, useMemo, useRef, useState, type ReactNode } from 'react';
import type { Correction } from '#core/correction/correction';
import { toFile } from '#core/correction/corrections-file';
import type { ReplyOf } from '#core/ipc/contract';
import type { ScriptMode } from '#core/script/mode';
import { useServices } from '../../services';
import { useStrings } from '../../strings/use-strings';
import { Button } from '../../ui/button';
import { CorrectionItem } from './correction-item';
import styles from './corrections.module.css';
import { ImportDialog } from './import-dialog';
import type { Corrections } from './use-corrections';

/** Corrections that are listed at once; more are asked for. */
const LISTED_AT_ONCE = 200;

/** Corrections from which on a filter is worth its place. */
const WORTH_FILTERING = 8;

interface CorrectionsSectionProps {
  readonly corrections: Corrections;
  /** The script that is shown, for which a file is most likely meant. */
  readonly mode: ScriptMode;
}

type Opened = Extract<ReplyOf<'corrections.open'>, { readonly kind: 'opened' }>;

/** What is said of a file: that it was saved, or why it could not be saved or read. */
interface Said {
  readonly words: string;
  readonly isFailure: boolean;
}

/** All corrections, to be looked through, edited, removed, taken out and brought in. */
export function CorrectionsSection({ corrections, mode }: CorrectionsSectionProps): ReactNode {
  const { list, file } = useStrings().corrections;
  const heading = useId();
  const [opened, setOpened] = useState<Opened>();
  const [said, setSaid] = useState<Said>();
  const files = useFiles(corrections.all, setOpened, setSaid);
  return (
    <section aria-labelledby={heading} className={styles['section']}>
      <h3 id={heading}>{list.title}</h3>
      <CorrectionsList corrections={corrections} onSaid={setSaid} />
      <div className={styles['files']}>
        <Button disabled={corrections.all.length === 0} onPress={() => void files.save()}>
          {file.export}
        </Button>
        <Button onPress={() => void files.open()}>{file.import}</Button>
      </div>
      <p role={said?.isFailure === true ? 'alert' : 'status'} className={styles['said']}>
        {said?.words}
      </p>
      {opened && (
        <ImportDialog
          opened={opened}
          corrections={corrections}
          mode={mode}
          onClose={() => {
            setOpened(undefined);
          }}
        />
      )}
    </section>
  );
}

/** Saves and opens files of corrections, and says what came of it. */
function useFiles(
  all: readonly Correction[],
  onOpened: (opened: Opened) => void,
  onSaid: (said: Said | undefined) => void,
): { save: () => Promise<void>; open: () => Promise<void> } {
  const { bridge } = useServices();
  const { corrections, export: exporting } = useStrings();
  const { file } = corrections;
  const save = async (): Promise<void> => {
    const reply = await bridge
      .request('corrections.save', { suggestedName: file.name, text: toFile(all) })
      .catch((): ReplyOf<'corrections.save'> => ({ kind: 'failed', reason: 'other', fileName: file.name }));
    if (reply.kind === 'cancelled') onSaid({ words: exporting.cancelled, isFailure: false });
    else if (reply.kind === 'saved') onSaid({ words: file.saved(reply.fileName), isFailure: false });
    else onSaid({ words: exporting.failed[reply.reason](reply.fileName), isFailure: true });
  };
  const open = async (): Promise<void> => {
    const reply = await bridge
      .request('corrections.open')
      .catch((): ReplyOf<'corrections.open'> => ({ kind: 'failed', reason: 'other', fileName: '' }));
    if (reply.kind === 'opened') onOpened(reply);
    const isFailure = reply.kind === 'failed';
    onSaid(isFailure ? { words: file.failed[reply.reason](reply.fileName), isFailure } : undefined);
  };
  return { save, open };
}

interface CorrectionsListProps {
  readonly corrections: Corrections;
  readonly onSaid: (said: Said | undefined) => void;
}

/** The list, the newest first, with a filter where there are many. */
function CorrectionsList({ corrections, onSaid }: CorrectionsListProps): ReactNode {
  const strings = useStrings().corrections;
  const { list } = strings;
  const [typed, setTyped] = useState('');
  const [limit, setLimit] = useState(LISTED_AT_ONCE);
  const words = typed.trim();
  const found = useMemo(() => {
    const holds = ({ source, right }: Correction): boolean => source.includes(words) || right.includes(words);
    return corrections.all.filter((each) => words === '' || holds(each)).sort(newestFirst);
  }, [corrections.all, words]);
  const newest = useRef(corrections);
  useEffect(() => {
    newest.current = corrections;
  });
  const edit = useCallback(
    async (correction: Correction, right: string): Promise<boolean> => {
      const outcome = await newest.current.edit(correction, right);
      const kept = outcome === 'kept' || outcome === 'idle';
      onSaid(kept ? undefined : { words: strings.failed[outcome], isFailure: true });
      return kept;
    },
    [onSaid, strings],
  );
  const remove = useCallback(
    (correction: Correction): void => {
      void newest.current.remove(correction).then((outcome) => {
        const kept = outcome === 'kept' || outcome === 'idle';
        onSaid(kept ? undefined : { words: strings.failed[outcome], isFailure: true });
      });
    },
    [onSaid, strings],
  );
  if (corrections.all.length === 0) {
    return (
      <p className={styles['empty']}>
        {list.none} {list.intro}
      </p>
    );
  }
  return (
    <>
      {corrections.all.length >= WORTH_FILTERING && (
        <div className={styles['filter']}>
          <input
            type="search"
            aria-label={list.filter}
            placeholder={list.filter}
            className={styles['field']}
            value={typed}
            onChange={(event) => {
              setTyped(event.target.value);
              setLimit(LISTED_AT_ONCE);
            }}
          />
          <span role="status">{list.count(found.length, corrections.all.length)}</span>
        </div>
      )}
      {found.length === 0 && <p className={styles['empty']}>{list.noneFound(words)}</p>}
      <div className={styles['scroll']}>
        <ul aria-label={list.title} className={styles['list']}>
          {found.slice(0, limit).map((correction) => (
            <CorrectionItem key={correction.id} correction={correction} onEdit={edit} onRemove={remove} />
          ))}
        </ul>
        {found.length > limit && (
          <Button
            onPress={() => {
              setLimit(limit + LISTED_AT_ONCE);
            }}
          >
            {list.more(Math.min(LISTED_AT_ONCE, found.length - limit))}
          </Button>
        )}
      </div>
    </>
  );
}

const newestFirst = (a: Correction, b: Correction): number => b.modified - a.modified || (a.id < b.id ? 1 : -1);
