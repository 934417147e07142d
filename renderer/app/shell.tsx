import type { ReactNode } from 'react';
import { useSettings } from '../services';
import { useStrings } from '../strings/use-strings';
import { IconButton } from '../ui/icon-button';
import styles from './app.module.css';
import { PaneEdge } from './pane-edge';
import { useBarFit } from './use-bar-fit';
import { usePaneWidths } from './use-pane-widths';

interface ShellProps {
  readonly title: string;
  /** The groups of the bar that belong to an open text. */
  readonly tools?: ReactNode;
  /** The buttons at the end of the bar. */
  readonly actions?: ReactNode;
  readonly left: ReactNode;
  readonly right?: ReactNode;
  readonly children: ReactNode;
}

/** The frame: one slim bar, a pane on either side, the page between them. */
export function Shell({ title, tools, actions, left, right, children }: ShellProps): ReactNode {
  const { app } = useStrings();
  const [{ contentsPane, notesPane }, change] = useSettings();
  const widths = usePaneWidths(right !== undefined);
  const [bar, name] = useBarFit(title);
  return (
    <div className={styles['shell']}>
      <header ref={bar} className={styles['bar']}>
        <IconButton
          icon="contents"
          label={app.showContents}
          pressed={contentsPane}
          onPress={() => {
            change({ contentsPane: !contentsPane });
          }}
        />
        <span className={styles['seal']} aria-hidden="true" lang="zh-Hant">
          朱批
        </span>
        <span ref={name} className={styles['title']} lang="zh" title={title}>
          {title}
        </span>
        {tools}
        <span className={styles['actions']}>
          {actions}
          {right !== undefined && (
            <IconButton
              icon="notes"
              label={app.showNotes}
              pressed={notesPane}
              onPress={() => {
                change({ notesPane: !notesPane });
              }}
            />
          )}
        </span>
        {/* Here, so that they are in a landmark: they lie between two others. */}
        {contentsPane && (
          <PaneEdge
            pane="contents"
            {...widths.contents}
            onWidth={(width, isKept) => {
              widths.set('contents', width, isKept);
            }}
            onFold={() => {
              change({ contentsPane: false });
            }}
          />
        )}
        {right !== undefined && notesPane && (
          <PaneEdge
            pane="notes"
            {...widths.notes}
            onWidth={(width, isKept) => {
              widths.set('notes', width, isKept);
            }}
            onFold={() => {
              change({ notesPane: false });
            }}
          />
        )}
      </header>
      <div
        data-region="left"
        className={styles['left']}
        hidden={!contentsPane}
        style={{ width: widths.contents.width }}
      >
        {left}
      </div>
      <div className={styles['page']}>{children}</div>
      {right !== undefined && (
        <div data-region="right" className={styles['right']} hidden={!notesPane} style={{ width: widths.notes.width }}>
          {right}
        </div>
      )}
    </div>
  );
}
