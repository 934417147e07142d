import { useEffect, useRef, type ReactNode } from 'react';
import { useStrings } from '../../strings/use-strings';
import { IconButton } from '../../ui/icon-button';
import styles from './face.module.css';

interface FaceHeadProps {
  readonly title: string;
  readonly count: number;
  readonly onBack: () => void;
}

/** The head of what the pane shows in place of the notes; the focus comes to it, and Escape leads back. */
export function FaceHead({ title, count, onBack }: FaceHeadProps): ReactNode {
  const strings = useStrings().notes;
  const head = useRef<HTMLDivElement>(null);
  useEffect(() => {
    head.current?.querySelector('button')?.focus();
  }, []);
  return (
    <div ref={head} className={styles['head']}>
      <IconButton icon="back" label={strings.back} onPress={onBack} />
      <h2>{title}</h2>
      <span>{count > 0 && count}</span>
    </div>
  );
}
