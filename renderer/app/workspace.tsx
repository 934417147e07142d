import { useCallback, useEffect, useState, type ReactNode } from 'react';
import type { Annotation } from '#core/annotation/annotation';
import type { ListedText } from '#core/ipc/contract';
import { LibraryList, openText, type OpenedText, type OpenTextFailure } from '../features/library';
import { useServices, useSettings } from '../services';
import { useStrings, useLanguage } from '../strings/use-strings';
import { stringsOf } from '../strings/use-strings';
import styles from './app.module.css';
import { Panel } from './panel';
import { ReadingRoom } from './reading-room';
import { Shell } from './shell';

type Opening =
  | { readonly phase: 'opening' }
  | { readonly phase: 'failed'; readonly reason: OpenTextFailure }
  | { readonly phase: 'open'; readonly opened: OpenedText };

/** The open text, opened anew when another is chosen or `again` is called. */
function useOpening(listed: ListedText | undefined): { opening: Opening; again: () => void } {
  const { bridge, texts, annotations } = useServices();
  const [opening, setOpening] = useState<Opening>({ phase: 'opening' });
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    if (listed === undefined) return;
    let wanted = true;
    const notKept: OpenTextFailure = { kind: 'not-kept', fileName: listed.fileName };
    void openText({ bridge, texts, annotations }, listed)
      .catch(() => ({ ok: false as const, reason: notKept }))
      .then((result) => {
        if (!wanted) return;
        setOpening(result.ok ? { phase: 'open', opened: result.value } : { phase: 'failed', reason: result.reason });
      });
    return () => {
      wanted = false;
    };
  }, [listed, attempt, bridge, texts, annotations]);
  const again = useCallback(() => {
    setAttempt((count) => count + 1);
  }, []);
  return { opening, again };
}

/** The sentence for a text that could not be opened. */
function failureSentence(reason: OpenTextFailure, { app, files }: ReturnType<typeof stringsOf>): string {
  return reason.kind === 'not-kept' ? app.databaseAdvice : files[reason.kind](reason.fileName);
}

/** The library and the text that is being read. */
export function Workspace({ texts }: { readonly texts: readonly ListedText[] }): ReactNode {
  const strings = stringsOf(useLanguage());
  const { app } = useStrings();
  const [{ textId }, change] = useSettings();
  const listed = texts.find(({ id }) => id === textId) ?? texts[0];
  const { opening, again } = useOpening(listed);
  const [goal, setGoal] = useState<Annotation>();
  const titleOf = useCallback((id: string) => texts.find((text) => text.id === id)?.title ?? id, [texts]);
  const library = (
    <LibraryList
      texts={texts}
      openId={listed?.id}
      onOpen={({ id }) => {
        setGoal(undefined);
        change({ textId: id });
      }}
    />
  );
  if (opening.phase === 'open') {
    const { id } = opening.opened.text;
    return (
      <ReadingRoom
        key={id}
        opened={opening.opened}
        library={library}
        titleOf={titleOf}
        goal={goal?.textId === id ? goal.id : undefined}
        onElsewhere={(mark) => {
          setGoal(mark);
          change({ textId: mark.textId });
        }}
      />
    );
  }
  return (
    <Shell title={listed?.title ?? 'Zhupi'} left={library}>
      {opening.phase === 'opening' && listed !== undefined && (
        <p role="status" className={styles['loading']}>
          {app.loading}
        </p>
      )}
      {opening.phase === 'failed' && (
        <Panel
          title={app.couldNotOpen}
          advice={failureSentence(opening.reason, strings)}
          action={{ name: app.tryAgain, run: again }}
        />
      )}
      {listed === undefined && <Panel title="Zhupi" advice={app.noTexts} />}
    </Shell>
  );
}
