import { useCallback, useEffect, useRef } from 'react';
import { isPlaced } from '#core/anchor/health';
import { followLink } from '#core/exchange/follow-link';
import { parseMarkLink, type MarkLink } from '#core/exchange/mark-link';
import type { Text } from '#core/text/text';
import type { LinkProblem } from '../features/links';
import type { ReaderPage } from '../features/reader';
import { useServices } from '../services';
import { isUnderModal } from '../ui/use-modal';
import type { Notice } from './notice';
import { FIELD } from './use-keys';
import { useNewest } from './use-newest';
import type { Study } from './use-study';

const NOTHING_PENDING = { link: undefined, arrived: () => undefined } as const;

/** A link that waits for the text it leads into, and the way to let one wait. */
export interface PendingLink {
  readonly link: MarkLink | undefined;
  /** Opens the text with this id and lets the link wait for it; false if there is no such text. */
  readonly wait: (link: MarkLink, textId: string) => boolean;
  readonly arrived: () => void;
}

interface LinkParts {
  readonly text: Text;
  readonly page: ReaderPage | undefined;
  readonly study: Study;
  readonly pending: PendingLink;
  readonly say: (notice: Notice | undefined) => void;
}

/** Goes where a link leads, and calls `onFound` before it does; says why if it leads nowhere. */
export type FollowLink = (typed: string, onFound?: () => void) => LinkProblem | undefined;

/** Follows links to marks: those that are given to the function returned, pasted on the page, or waiting for it. */
export function useLinks(parts: LinkParts): FollowLink {
  const { text, page, study, pending, say } = parts;
  const { annotations } = useServices();
  const { open } = study;
  const arrive = useCallback(
    (link: MarkLink, onFound?: () => void): LinkProblem | undefined => {
      const target = followLink(link, annotations.find(link.markId), text);
      if (target !== undefined) onFound?.();
      switch (target?.kind) {
        case undefined:
          return 'no-mark';
        case 'mark': {
          const { id, target: span } = target.annotation;
          // Where it stands in a changed edition may not be known.
          if (isPlaced(target.annotation, text.sourceHash)) page?.jumpTo(span);
          open({ id, takesFocus: true, reads: true, here: [id] });
          return undefined;
        }
        case 'words':
          page?.jumpTo(target.span);
          say({ words: ({ reading: { links } }) => links[target.reason] });
          return undefined;
      }
    },
    [annotations, text, page, open, say],
  );
  const follow = useCallback(
    (typed: string, onFound?: () => void): LinkProblem | undefined => {
      const link = parseMarkLink(typed);
      if (link === undefined) return 'no-link';
      const textId = annotations.find(link.markId)?.textId ?? link.textId;
      if (textId === text.id) return arrive(link, onFound);
      if (!pending.wait(link, textId)) return 'no-text';
      onFound?.();
      return undefined;
    },
    [annotations, text, arrive, pending],
  );
  const sayProblem = (problem: LinkProblem): void => {
    say({ words: ({ reading: { links } }) => links.problems[problem] });
  };
  useWaiting(page, pending.link?.textId === text.id ? pending : NOTHING_PENDING, arrive, sayProblem);
  usePastedLinks(follow, sayProblem);
  return follow;
}

/** Follows the link that waited for this text, once its page is there. */
function useWaiting(
  page: ReaderPage | undefined,
  { link, arrived }: Pick<PendingLink, 'link' | 'arrived'>,
  arrive: (link: MarkLink) => LinkProblem | undefined,
  onProblem: (problem: LinkProblem) => void,
): void {
  const newest = useNewest(onProblem);
  const followed = useRef<MarkLink>(undefined);
  useEffect(() => {
    if (page === undefined || link === undefined || followed.current === link) return;
    followed.current = link;
    const problem = arrive(link);
    if (problem !== undefined) newest(problem);
    arrived();
  }, [page, link, arrive, arrived, newest]);
}

/** A link that is pasted where nothing can be typed is followed. */
function usePastedLinks(follow: FollowLink, onProblem: (problem: LinkProblem) => void): void {
  const pasted = useNewest((event: ClipboardEvent) => {
    const words = event.clipboardData?.getData('text/plain') ?? '';
    if (event.target instanceof Element && event.target.matches(FIELD)) return;
    if (isUnderModal() || parseMarkLink(words) === undefined) return;
    event.preventDefault();
    const problem = follow(words);
    if (problem !== undefined) onProblem(problem);
  });
  useEffect(() => {
    document.addEventListener('paste', pasted);
    return () => {
      document.removeEventListener('paste', pasted);
    };
  }, [pasted]);
}
