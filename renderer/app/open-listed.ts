import type { ListedText } from '#core/ipc/contract';
import { failure } from '#core/support/result';
import { openText, type Occasion, type OpenedText, type OpenTextFailure } from '../features/library';
import { loadShowing, type Showing } from '../features/reader';
import type { Services } from '../services';

/** How far a text has come that is to be read. */
export type Opening =
  | { readonly phase: 'opening' }
  | { readonly phase: 'failed'; readonly reason: OpenTextFailure }
  | { readonly phase: 'open'; readonly opened: OpenedText; readonly showing: Showing | undefined };

type Parts = Pick<Services, 'bridge' | 'texts' | 'editions' | 'settings' | 'type'>;

/** The text that the start opens, and what came of it where that was known at once. */
export interface FirstText {
  readonly listed: ListedText;
  readonly opening: Promise<Opening>;
  readonly now: Opening | undefined;
}

/** Opens a listed text, with what showing it takes. Never rejects: what fails unforeseen is a database that does not answer. */
export async function openListed(parts: Parts, listed: ListedText, why: Occasion): Promise<Opening> {
  const result = await openText(parts, listed, why).catch(() =>
    failure({ kind: 'not-kept' as const, fileName: listed.fileName }),
  );
  if (!result.ok) return { phase: 'failed', reason: result.reason };
  const { text } = result.value;
  const { script, repairs, variants, careful, quotes, layout } = parts.settings.current();
  // Where it cannot be loaded, the page says so itself.
  const showing = await loadShowing(
    { text, mode: script, repairs, variants, careful, quotes, layout },
    parts.type,
  ).catch(() => undefined);
  return { phase: 'open', opened: result.value, showing };
}

/** The text that is to be read: the one that was open last, else the first. */
export const textToRead = (texts: readonly ListedText[], textId: string | undefined): ListedText | undefined =>
  texts.find(({ id }) => id === textId) ?? texts[0];

/** Milliseconds for which the window waits for the text, so that it is drawn once, with the text in it. */
const BRIEF_MS = 250;

/** What a start opened. */
export interface Started {
  readonly services: Services;
  readonly first: FirstText | undefined;
}

/** Begins to open the text that is to be read, and waits for it for a moment. */
export async function openFirst(services: Services): Promise<FirstText | undefined> {
  const listed = textToRead(services.listed, services.settings.current().textId);
  if (listed === undefined) return undefined;
  const opening = openListed(services, listed, 'chosen');
  const brief = new Promise<undefined>((resolve) => setTimeout(resolve, BRIEF_MS));
  return { listed, opening, now: await Promise.race([opening, brief]) };
}
