import { useEffect, useState, type ReactNode } from 'react';
import { verdictOf, type Findings } from '#core/kept/check';
import { useServices } from '../../services';
import { useLanguage, useStrings } from '../../strings/use-strings';
import { Button } from '../../ui/button';
import { Modal } from '../../ui/modal';
import styles from './check.module.css';
import { byKey, byWords, findingLines, verdictSentence } from './finding-lines';

type Checking =
  | { readonly phase: 'checking' }
  | { readonly phase: 'failed' }
  | { readonly phase: 'done'; readonly findings: Findings };

/** Checks everything once, when it is first shown. */
function useCheck(): Checking {
  const { checkNotes } = useServices();
  const [state, setState] = useState<Checking>({ phase: 'checking' });
  useEffect(() => {
    let wanted = true;
    void checkNotes()
      .then((findings): Checking => ({ phase: 'done', findings }))
      .catch((): Checking => ({ phase: 'failed' }))
      .then((next) => {
        if (wanted) setState(next);
      });
    return () => {
      wanted = false;
    };
  }, [checkNotes]);
  return state;
}

/** Checks everything that is kept, says in one sentence what was found, and lists what there is to say. */
export function CheckDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  const { check: words } = useStrings();
  const language = useLanguage();
  const { bridge, clock } = useServices();
  const state = useCheck();
  const [said, say] = useState('');
  const copy = (findings: Findings): void => {
    const lines = [new Date(clock()).toISOString(), verdictSentence(findings, words)];
    const report = [...lines, ...findingLines(findings, language, byKey)].join('\n');
    navigator.clipboard.writeText(report).then(
      () => {
        say(words.copied);
      },
      () => {
        say(words.notCopied);
      },
    );
  };
  const showLog = (): void => {
    void bridge
      .request('log.show')
      .catch(() => ({ shown: false }))
      .then(({ shown }) => {
        say(shown ? '' : words.logNotShown);
      });
  };
  return (
    <Modal title={words.title} onClose={onClose}>
      <div className={styles['body']}>
        {state.phase === 'checking' && <p role="status">{words.checking}</p>}
        {state.phase === 'failed' && <p role="alert">{words.failed}</p>}
        {state.phase === 'done' && <Found findings={state.findings} />}
        <p role="status" aria-label={words.said} className={styles['said']}>
          {said}
        </p>
        <div className={styles['foot']}>
          <Button onPress={showLog}>{words.showLog}</Button>
          <Button
            disabled={state.phase !== 'done'}
            onPress={() => {
              if (state.phase === 'done') copy(state.findings);
            }}
          >
            {words.copyReport}
          </Button>
          <Button isFirst onPress={onClose}>
            {words.close}
          </Button>
        </div>
      </div>
    </Modal>
  );
}

function Found({ findings }: { readonly findings: Findings }): ReactNode {
  const strings = useStrings();
  const language = useLanguage();
  const verdict = verdictOf(findings);
  return (
    <>
      <p role={verdict === 'well' ? 'status' : 'alert'} className={styles['verdict']} data-verdict={verdict}>
        {verdictSentence(findings, strings.check)}
      </p>
      <ul aria-label={strings.check.details} className={styles['details']}>
        {findingLines(findings, language, byWords).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </>
  );
}
