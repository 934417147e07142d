import { useEffect, useState, type ReactNode } from 'react';
import { MixedWords } from '../strings/mixed-words';
import { useSaid, type Said } from '../strings/use-strings';
import { Button } from '../ui/button';
import styles from './app.module.css';

/** Something said in passing, with at most one thing to do about it. */
export interface Notice {
  readonly words: Said;
  /** True where something did not work: it is said at once, before whatever else is being said. */
  readonly isFailure?: boolean;
  readonly action?: { readonly name: Said; readonly run: () => void };
}

/** Milliseconds for which a notice stays: long enough to read a sentence and reach its button. */
const STAYS_MS = 8_000;

/** The notice that stands now, and the way to say another. */
export function useNotice(): [Notice | undefined, (notice: Notice | undefined) => void] {
  const [notice, setNotice] = useState<Notice>();
  useEffect(() => {
    if (notice === undefined) return;
    const timer = setTimeout(() => {
      setNotice(undefined);
    }, STAYS_MS);
    return () => {
      clearTimeout(timer);
    };
  }, [notice]);
  return [notice, setNotice];
}

/** Shows and speaks a notice. The regions are always there, so that screen readers notice what comes into them. */
export function NoticeBar({ notice }: { readonly notice: Notice | undefined }): ReactNode {
  const isFailure = notice?.isFailure === true;
  return (
    <>
      <div role="status" className={styles['notice']}>
        {!isFailure && notice && <Words notice={notice} />}
      </div>
      <div role="alert" className={styles['notice']}>
        {isFailure && <Words notice={notice} />}
      </div>
    </>
  );
}

function Words({ notice: { words, action } }: { readonly notice: Notice }): ReactNode {
  return (
    <>
      <MixedWords words={useSaid(words)} />
      {action !== undefined && <Action {...action} />}
    </>
  );
}

function Action({ name, run }: NonNullable<Notice['action']>): ReactNode {
  return <Button onPress={run}>{useSaid(name)}</Button>;
}
