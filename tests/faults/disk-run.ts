import { expect, type Page } from '@playwright/test';
import { noteOf } from '../e2e/notes-page';
import { cardOf, saved } from '../e2e/reading-page';
import { Acknowledged, listenToAcknowledgements } from './acknowledged';
import { inDatabase, inJournal } from './kept-in';
import { fillDisk, lockFolder, unmount } from './mounts';
import { randomFrom } from './random';
import type { Running, Start } from './running';
import { beginNote, endNote, note, wordsToMark } from './writing';

/** What a disk that takes no more did to what was written. */
export interface DiskOutcome {
  readonly times: number;
  /** How often an error was shown on the card. */
  readonly shown: number;
  readonly acknowledged: number;
  /** What was acknowledged and is gone, in words. */
  readonly lost: readonly string[];
}

/** Types into the open note until the card says that it could not be saved. Returns all that was typed. */
async function typeUntilRefused(page: Page, words: string): Promise<string> {
  let typed = '';
  for (let piece = 1; piece <= 40; piece++) {
    typed += `${words} ${piece} `.repeat(40);
    await noteOf(page).fill(typed);
    // A disk that is not quite full takes the first ones.
    await expect(cardOf(page).getByRole('status').or(cardOf(page).getByRole('alert'))).toContainText(
      /^Saved|Not saved/,
    );
    if ((await cardOf(page).getByRole('alert').count()) > 0) return typed;
  }
  throw new Error('the full disk took everything');
}

/** The words stay in the field, and are saved when there is room. */
async function tryAgain(page: Page, typed: string): Promise<void> {
  await expect(noteOf(page)).toHaveValue(typed);
  await cardOf(page).getByRole('button', { name: 'Try again' }).click();
  await saved(page);
  await expect(noteOf(page)).toHaveValue(typed);
  // The button is gone, and the focus with it.
  await noteOf(page).focus();
}

/** What was acknowledged and is not in both copies after the app was quit and started again. */
async function lostAfterRestart(app: Running, start: Start, profile: string, said: Acknowledged): Promise<string[]> {
  await app.close();
  const again = await start(profile);
  const copies = [await inDatabase(again.page), await inJournal(again.page)];
  await again.close();
  return copies.flatMap(({ annotations }) => said.lostFrom(annotations));
}

/** Fills the disk on which the profile lies, writes, frees it and tries again, a number of times; then restarts. */
export async function fillAgainAndAgain(
  start: Start,
  disk: string,
  profile: string,
  times: number,
  seed: number,
): Promise<DiskOutcome> {
  const random = randomFrom(seed);
  const said = new Acknowledged();
  const app = await start(profile);
  await listenToAcknowledgements(app.page, said.hear);
  const words = await wordsToMark(app.page);
  let shown = 0;
  for (let time = 0; time < times; time++) {
    await beginNote(app.page, words[time] ?? '');
    await noteOf(app.page).fill('before');
    await saved(app.page);
    const free = fillDisk(disk, random.whole(0, 12));
    const typed = await typeUntilRefused(app.page, words[time] ?? '');
    shown++;
    free();
    await tryAgain(app.page, typed);
    await endNote(app.page);
  }
  const lost = await lostAfterRestart(app, start, profile, said);
  return { times, shown, acknowledged: said.count, lost };
}

/** Writes while the folder of the journal may not be written to, then allows it and tries again; then restarts. */
export async function writeWhereForbidden(start: Start, profile: string): Promise<DiskOutcome | undefined> {
  const said = new Acknowledged();
  const first = await start(profile);
  const [before = '', during = ''] = await wordsToMark(first.page);
  await note(first.page, before, 'before');
  await first.close();
  const journal = `${profile}/journal`;
  if (!lockFolder(journal)) return undefined;
  try {
    const app = await start(profile);
    await listenToAcknowledgements(app.page, said.hear);
    await beginNote(app.page, during);
    await noteOf(app.page).fill('during');
    await expect(cardOf(app.page).getByRole('alert')).toContainText('may not be written to');
    expect((await inDatabase(app.page)).annotations).toHaveLength(1);
    unmount(journal);
    await tryAgain(app.page, 'during');
    const lost = await lostAfterRestart(app, start, profile, said);
    return { times: 1, shown: 1, acknowledged: said.count, lost };
  } finally {
    unmount(journal);
  }
}
