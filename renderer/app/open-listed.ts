import type { ListedText } from '#core/ipc/contract';
import { openText, type Occasion, type OpenedText, type OpenTextFailure } from '../features/library';
import type { Services } from '../services';

/** How far a text has come that is to be read. */
export type Opening =
  | { readonly phase: 'opening' }
  | { readonly phase: 'failed'; readonly reason: OpenTextFailure }
  | { readonly phase: 'open'; readonly opened: OpenedText };

/** The text that the start opens, and what came of it where that was known at once. */
export interface FirstText {
  readonly listed: ListedText;
  readonly opening: Promise<Opening>;
  readonly now: Opening | undefined;
}

/** Opens a listed text. Never rejects: what fails unforeseen is a database that does not answer. */
export function openListed(
  parts: Pick<Services, 'bridge' | 'texts' | 'editions'>,
  listed: ListedText,
  why: Occasion,
): Promise<Opening> {
  const notKept: OpenTextFailure = { kind: 'not-kept', fileName: listed.fileName };
  return openText(parts, listed, why)
    .catch(() => ({ ok: false as const, reason: notKept }))
    .then((result) =>
      result.ok ? { phase: 'open', opened: result.value } : { phase: 'failed', reason: result.reason },
    );
}

/** The text that is to be read: the one that was open last, else the first. */
export const textToRead = (texts: readonly ListedText[], textId: string | undefined): ListedText | undefined =>
  texts.find(({ id }) => id === textId) ?? texts[0];
