import { isDeepStrictEqual } from 'node:util';
import { Acknowledged, listenToAcknowledgements } from './acknowledged';
import { inDatabase, inJournal } from './kept-in';
import { randomFrom, type Random } from './random';
import type { Running, Start } from './running';
import { beginNote, wordsToMark, writeOn } from './writing';

/** What many kills did. */
export interface KillOutcome {
  readonly kills: number;
  /** Changes that were acknowledged before a kill. */
  readonly acknowledged: number;
  /** Changes that were acknowledged and are gone, starts that failed, copies that differ: in words. */
  readonly lost: readonly string[];
  /** Writes that did not wait for the disk. */
  readonly relaxed: number;
}

/** Milliseconds after writing began. */
const [SOONEST_MS, LATEST_MS] = [50, 1_500];

async function writeAndKill(app: Running, words: readonly string[], random: Random): Promise<void> {
  await beginNote(app.page, random.of(words));
  // It ends with the page.
  const writing = writeOn(app.page, words, random).catch(() => undefined);
  await new Promise((resolve) => setTimeout(resolve, random.whole(SOONEST_MS, LATEST_MS)));
  await app.crash();
  await writing;
}

/** What is missing from a profile that was started again. */
async function missingFrom({ page }: Running, acknowledged: Acknowledged): Promise<string[]> {
  const [database, journal] = [await inDatabase(page), await inJournal(page)];
  const lost = acknowledged.lostFrom(database.annotations);
  return isDeepStrictEqual(database, journal) ? lost : [...lost, 'the two copies differ'];
}

/**
 * Writes and kills the app again and again on one profile, and looks after each kill for what was acknowledged. After
 * each kill `goesOn` says whether there is time for another.
 */
export async function killAgainAndAgain(
  start: Start,
  profile: string,
  kills: number,
  seed: number,
  goesOn: () => boolean = () => true,
): Promise<KillOutcome> {
  const random = randomFrom(seed);
  const acknowledged = new Acknowledged();
  const lost: string[] = [];
  let words: readonly string[] = [];
  let done = 0;
  for (let isTime = true; isTime && done < kills; done++) {
    const app = await start(profile);
    words = words.length > 0 ? words : await wordsToMark(app.page);
    lost.push(...(await missingFrom(app, acknowledged)));
    await listenToAcknowledgements(app.page, acknowledged.hear);
    await writeAndKill(app, words, random);
    isTime = goesOn();
  }
  const app = await start(profile);
  lost.push(...(await missingFrom(app, acknowledged)));
  await app.close();
  return { kills: done, acknowledged: acknowledged.count, lost, relaxed: acknowledged.relaxed };
}
