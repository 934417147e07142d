import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { expect, type Page } from '@playwright/test';
import { correctWord } from '../e2e/corrections-page';
import { chooseScript, notesOf, selectWords } from '../e2e/reading-page';
import { damage, HITS_BOTH, type Damage } from './damage';
import { barWords, inDatabase, inJournal, type KeptRecord, type Made } from './kept-in';
import { randomFrom } from './random';
import type { Start } from './running';
import { note, wordsToMark } from './writing';

/** A profile that was written to and closed, with what a person made in it. */
export interface WrittenProfile {
  readonly folder: string;
  readonly made: Made;
}

/** Fills the database's newest log, so that LevelDB makes a table of it: rows lie in both afterwards. */
const forceTable = (page: Page): Promise<void> =>
  page.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('filler', 1);
        opening.onerror = () => {
          reject(new Error('the filler does not open'));
        };
        opening.onupgradeneeded = () => opening.result.createObjectStore('rows', { autoIncrement: true });
        opening.onsuccess = () => {
          const writing = opening.result.transaction('rows', 'readwrite');
          // LevelDB turns a log of four megabytes into a table; what is larger than a row of these lies elsewhere.
          for (let row = 0; row < 300; row++) {
            writing.objectStore('rows').add(crypto.getRandomValues(new Uint8Array(32_768)));
          }
          writing.oncomplete = () => {
            opening.result.close();
            const deleting = indexedDB.deleteDatabase('filler');
            deleting.onsuccess = () => {
              resolve();
            };
          };
        };
      }),
  );

/** Writes notes, edits them, deletes some, corrects a word and sets a bookmark, over three sessions. */
export async function writeProfile(start: Start, folder: string, notes: number): Promise<WrittenProfile> {
  let app = await start(folder);
  const words = (await wordsToMark(app.page)).slice(0, notes);
  const third = Math.ceil(notes / 3);
  for (const each of words.slice(0, third)) await note(app.page, each, `關於${each}`);
  await selectWords(app.page, words[0] ?? '');
  await app.page.keyboard.press('b');
  await app.page.keyboard.press('Enter');
  await forceTable(app.page);
  await app.close();
  // The snapshot of this start has the first third.
  app = await start(folder);
  for (const each of words.slice(third, 2 * third)) await note(app.page, each, `關於${each}，第二次`);
  await chooseScript(app.page, 'Taiwan phrases', '全域性');
  await correctWord(app.page, '全域性', '全局', 'Everywhere');
  await chooseScript(app.page, 'Original', '全局');
  await app.close();
  app = await start(folder);
  for (const each of words.slice(2 * third)) await note(app.page, each, `關於${each}，第三次`);
  for (const each of words.slice(0, third)) await note(app.page, each, '，改過');
  for (const left of [notes - 1, notes - 2]) {
    await notesOf(app.page).first().focus();
    await app.page.keyboard.press('Delete');
    await expect(notesOf(app.page)).toHaveCount(left);
  }
  const made = await inDatabase(app.page);
  await app.close();
  return { folder, made };
}

/** What became of a record that was there before. */
const fate = (before: KeptRecord, after: readonly KeptRecord[], said: string): string | undefined => {
  const now = after.find(({ id }) => id === before.id);
  if (isDeepStrictEqual(now, before)) return undefined;
  const isNamed = said.includes(before.id) || (before.quote !== undefined && said.includes(before.quote.exact));
  return isNamed ? 'named' : `${now === undefined ? 'gone' : 'changed'}: ${before.quote?.exact ?? before.id}`;
};

/** What a damaged profile showed when it was started. */
export interface DamageOutcome {
  /** Records that came back otherwise than they were, in words; none where all is as it should be. */
  readonly lost: readonly string[];
  /** Records of which both copies were hit, and that were named. */
  readonly named: number;
  readonly bar: string;
}

/** Damages a copy of the profile, starts the app on it and compares. */
export async function damageAndStart(
  start: Start,
  { folder, made }: WrittenProfile,
  kind: Damage,
  seed: number,
): Promise<DamageOutcome> {
  const copy = `${folder}-${seed}-${kind.replaceAll(/\W+/g, '-')}`;
  cpSync(folder, copy, { recursive: true, filter: (from) => !from.startsWith(join(folder, 'host-instance')) });
  damage(copy, kind, randomFrom(seed));
  const app = await start(copy);
  try {
    const bar = await barWords(app.page);
    const [now, there] = [await inDatabase(app.page), await inJournal(app.page)];
    const fates = (['annotations', 'bookmarks', 'corrections'] as const).flatMap((table) =>
      made[table].map((record) => fate(record, now[table], bar)),
    );
    const lost = fates.filter((each) => each !== undefined && (each !== 'named' || !HITS_BOTH.has(kind)));
    if (!isDeepStrictEqual(now, there)) lost.push('the two copies differ');
    return {
      lost: lost.filter((each) => each !== undefined),
      named: fates.filter((each) => each === 'named').length,
      bar,
    };
  } finally {
    await app.close();
    rmSync(copy, { recursive: true, force: true });
  }
}
