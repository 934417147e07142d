import { useState, type ReactNode } from 'react';
import { useStrings } from '../../strings/use-strings';
import { Button } from '../../ui/button';
import { Modal } from '../../ui/modal';
import styles from './links.module.css';

/** Why a link could not be followed. */
export type LinkProblem = keyof ReturnType<typeof useStrings>['reading']['links']['problems'];

interface GoToLinkDialogProps {
  /** Goes where a link leads, and calls back before it does; says why if it leads nowhere. */
  readonly onFollow: (typed: string, onFound: () => void) => LinkProblem | undefined;
  readonly onClose: () => void;
}

/** Asks for a link to a mark, and goes there. */
export function GoToLinkDialog({ onFollow, onClose }: GoToLinkDialogProps): ReactNode {
  const { links } = useStrings().reading;
  const [typed, setTyped] = useState('');
  const [problem, setProblem] = useState<LinkProblem>();
  const follow = (): void => {
    // Closed first: what is gone to may take the focus, which a dialog over it would hold back.
    setProblem(onFollow(typed, onClose));
  };
  return (
    <Modal title={links.title} onClose={onClose}>
      <form
        className={styles['form']}
        onSubmit={(event) => {
          event.preventDefault();
          follow();
        }}
      >
        <label className={styles['label']}>
          {links.field}
          <input
            type="text"
            className={styles['field']}
            placeholder={links.placeholder}
            autoComplete="off"
            value={typed}
            onChange={(event) => {
              setTyped(event.target.value);
              setProblem(undefined);
            }}
          />
        </label>
        <p role="alert" className={styles['problem']}>
          {problem && links.problems[problem]}
        </p>
        <div className={styles['foot']}>
          <Button onPress={onClose}>{links.cancel}</Button>
          <Button main submit disabled={typed.trim() === ''}>
            {links.go}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
