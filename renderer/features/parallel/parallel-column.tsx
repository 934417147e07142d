import { useEffect, type ReactNode } from 'react';
import { SCRIPT_MODES } from '#core/script/mode';
import type { CodePointSpan } from '#core/support/offset';
import type { PaintedMark } from '../../page/mark-index';
import { useSettings } from '../../services';
import { useStrings } from '../../strings/use-strings';
import { IconButton } from '../../ui/icon-button';
import { Reader, TextHead } from '../reader';
import styles from './parallel.module.css';
import type { Parallel } from './use-parallel';

interface ParallelColumnProps {
  readonly parallel: Parallel;
  readonly marks: readonly PaintedMark[];
  readonly current: string | undefined;
  /** What is selected in this column. */
  readonly selected: CodePointSpan | undefined;
  readonly onSelect: (span: CodePointSpan | undefined) => void;
  readonly onMarks: (ids: readonly string[], at: { readonly x: number; readonly y: number }) => void;
  /** Pop-ups that belong to words of this column. */
  readonly children: ReactNode;
}

/** The same text once more, in a script of its own: with the same marks, and selected from like the page. */
export function ParallelColumn(props: ParallelColumnProps): ReactNode {
  const { parallel } = props;
  const { shown, language, setPage } = parallel;
  const [{ glosses, layout, turning }] = useSettings();
  const { reader, reading } = useStrings();
  useEffect(
    () => () => {
      setPage(undefined);
    },
    [setPage],
  );
  return (
    <section aria-label={reading.parallel.column} className={styles['parallel']}>
      <ColumnHead parallel={parallel} />
      <div className={styles['body']}>
        {shown && (
          <Reader
            column="parallel"
            shown={shown.shown}
            language={language}
            glosses={glosses}
            layout={layout}
            isInPages={turning === 'pages'}
            marks={props.marks}
            current={props.current}
            selected={props.selected}
            start={0}
            onPage={setPage}
            onSelect={props.onSelect}
            onMarks={props.onMarks}
            head={
              <TextHead
                text={shown.shown.text}
                title={shown.shown.title}
                layout={layout}
                language={language}
                instead={
                  parallel.mode === 'original'
                    ? reader.sourceScripts[shown.shown.text.script]
                    : reader.modes[parallel.mode]
                }
              />
            }
          >
            {props.children}
          </Reader>
        )}
      </div>
    </section>
  );
}

/** Which script the column is in, and the way to close it. */
function ColumnHead({ parallel }: { readonly parallel: Parallel }): ReactNode {
  const { reader, reading } = useStrings();
  return (
    <div className={styles['head']}>
      <select
        aria-label={reading.parallel.script}
        className={styles['select']}
        value={parallel.mode}
        onChange={(event) => {
          const chosen = SCRIPT_MODES.find((mode) => mode === event.target.value);
          if (chosen !== undefined) parallel.choose(chosen);
        }}
      >
        {SCRIPT_MODES.map((mode) => (
          <option key={mode} value={mode}>
            {reader.modes[mode]}
          </option>
        ))}
      </select>
      <IconButton icon="close" label={reading.parallel.close} onPress={parallel.close} />
    </div>
  );
}
