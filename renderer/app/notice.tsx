import { useEffect, useState, type ReactNode } from 'react';
import { Button } from '../ui/button';
import styles from './app.module.css';

/** Something said in passing, with at most one thing to do about it. */
export interface Notice {
  readonly words: string;
  readonly action?: { readonly name: string; readonly run: () => void };
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

/** Shows and speaks a notice. The region is always there, so that screen readers notice what comes into it. */
export function NoticeBar({ notice }: { readonly notice: Notice | undefined }): ReactNode {
  return (
    <div role="status" className={styles['notice']}>
      {notice?.words}
      {notice?.action !== undefined && <Button onPress={notice.action.run}>{notice.action.name}</Button>}
    </div>
  );
}
