import { useCallback, useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import type { MarkLink } from '#core/exchange/mark-link';
import type { ListedText } from '#core/ipc/contract';
import { LibraryList, type Occasion, type OpenTextFailure } from '../features/library';
import { useServices, useSettings } from '../services';
import { useStrings, useLanguage } from '../strings/use-strings';
import { stringsOf } from '../strings/use-strings';
import styles from './app.module.css';
import { keepFocus } from './focus-keeper';
import { openListed, textToRead, type FirstText, type Opening } from './open-listed';
import { Panel } from './panel';
import { ReadingRoom } from './reading-room';
import { Shell } from './shell';
import type { PendingLink } from './use-links';

/**
 * The open text, opened anew when another is chosen, `again` is called, or another edition takes its place, as when
 * that is undone.
 */
function useOpening(
  listed: ListedText | undefined,
  first: FirstText | undefined,
): { opening: Opening; again: (occasion: Occasion) => void } {
  const { bridge, texts, editions, ledger, settings, type } = useServices();
  const [opening, setOpening] = useState<Opening>(first?.now ?? { phase: 'opening' });
  // What the start has begun to open is not opened twice.
  const begun = useRef(first);
  const [attempt, setAttempt] = useState(0);
  const occasion = useRef<Occasion>('chosen');
  const openId = opening.phase === 'open' ? opening.opened.text.id : undefined;
  useEffect(() => {
    if (listed === undefined) return;
    let wanted = true;
    const why = occasion.current;
    occasion.current = 'chosen';
    const isBegun = begun.current?.listed === listed;
    const next =
      isBegun && begun.current
        ? begun.current.opening
        : openListed({ bridge, texts, editions, settings, type }, listed, why);
    begun.current = undefined;
    void next.then((result) => {
      if (wanted) setOpening(result);
    });
    return () => {
      wanted = false;
    };
  }, [listed, attempt, bridge, texts, editions, settings, type]);
  const again = useCallback((why: Occasion) => {
    occasion.current = why;
    setAttempt((count) => count + 1);
  }, []);
  useEffect(
    () =>
      ledger.onEdition(({ textId }) => {
        if (textId === openId) again('exchanged');
      }),
    [ledger, openId, again],
  );
  // A backup that is restored may hold another edition than the one that is read.
  const openHash = opening.phase === 'open' ? opening.opened.text.sourceHash : undefined;
  useEffect(
    () =>
      ledger.onBeside((kept) => {
        const isOther = kept.some(
          ({ table, record }) => table === 'texts' && record.id === openId && record.sourceHash !== openHash,
        );
        if (isOther) again('chosen');
      }),
    [ledger, openId, openHash, again],
  );
  return { opening, again };
}

/** The link that waits for its text to be opened. */
function usePendingLink(texts: readonly ListedText[]): PendingLink {
  const { settings } = useServices();
  const [link, setLink] = useState<MarkLink>();
  return useMemo(
    () => ({
      link,
      wait: (next, textId) => {
        if (!texts.some(({ id }) => id === textId)) return false;
        setLink({ ...next, textId });
        settings.change({ textId });
        return true;
      },
      arrived: () => {
        setLink(undefined);
      },
    }),
    [link, texts, settings],
  );
}

/** The sentence for a text that could not be opened. */
function failureSentence(reason: OpenTextFailure, { app, files }: ReturnType<typeof stringsOf>): string {
  return reason.kind === 'not-kept' ? app.databaseAdvice : files[reason.kind](reason.fileName);
}

interface WorkspaceProps {
  readonly texts: readonly ListedText[];
  readonly first: FirstText | undefined;
}

/** The library and the text that is being read. */
export function Workspace({ texts, first }: WorkspaceProps): ReactNode {
  const strings = stringsOf(useLanguage());
  const { app } = useStrings();
  const { bridge } = useServices();
  const [{ textId }, change] = useSettings();
  const listed = textToRead(texts, textId);
  const { opening, again } = useOpening(listed, first);
  useEffect(keepFocus, []);
  const titleOf = useCallback((id: string) => texts.find((text) => text.id === id)?.title ?? id, [texts]);
  const library = (percent?: number): ReactNode => (
    <LibraryList
      texts={texts}
      openId={listed?.id}
      openPercent={opening.phase === 'open' && opening.opened.text.id === listed?.id ? percent : undefined}
      onOpen={({ id }) => {
        change({ textId: id });
      }}
      onOpenInNew={({ id }) => {
        void bridge.request('window.open', { textId: id });
      }}
    />
  );
  const pending = usePendingLink(texts);
  if (opening.phase === 'open') {
    const { opened, showing } = opening;
    return (
      <ReadingRoom
        key={`${opened.text.id} ${opened.text.sourceHash}`}
        opened={opened}
        showing={showing}
        library={library}
        titleOf={titleOf}
        texts={texts}
        pending={pending}
        onTakeChanged={() => {
          again('take-changed');
        }}
      />
    );
  }
  return (
    <Shell title={listed?.title ?? 'Zhupi'} left={library()}>
      {opening.phase === 'opening' && listed !== undefined && (
        <p role="status" className={styles['loading']}>
          {app.loading}
        </p>
      )}
      {opening.phase === 'failed' && (
        <Panel
          title={app.couldNotOpen}
          advice={failureSentence(opening.reason, strings)}
          action={{
            name: app.tryAgain,
            run: () => {
              again('chosen');
            },
          }}
        />
      )}
      {listed === undefined && <Panel title="Zhupi" advice={app.noTexts} />}
    </Shell>
  );
}
