import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { codePointSpan } from '#core/support/offset';
import { AnnotationStore } from '../../../renderer/storage/annotation-store';
import { declareDatabase, openDatabase } from '../../../renderer/storage/database';
import { databaseKeeper, type Keeper } from '../../../renderer/storage/keeper';
import { Ledger } from '../../../renderer/storage/ledger';
import { resumeDrafts } from '../../../renderer/storage/resume-drafts';
import { SessionState, type SessionStorage } from '../../../renderer/storage/session-state';
import { NO_PEERS } from '../../support/peers';

/** A session's storage that holds so many characters, as a browser's holds five million. */
function fakeStorage(
  entries: Readonly<Record<string, string>> = {},
  room = 1_000,
): SessionStorage & { map: Map<string, string> } {
  const map = new Map(Object.entries(entries));
  return {
    map,
    get length() {
      return map.size;
    },
    key: (at) => [...map.keys()][at] ?? null,
    getItem: (key) => map.get(key) ?? null,
    setItem: (key, value) => {
      if (value.length > room) throw new DOMException('no room', 'QuotaExceededError');
      map.set(key, value);
    },
    removeItem: (key) => void map.delete(key),
  };
}

describe('what a person is in the middle of', () => {
  it('is there for the next page: the card of the text, and the words that are not on the disk', () => {
    const storage = fakeStorage();
    const before = new SessionState(storage);
    before.putCard('t', { id: 'a', takesFocus: false });
    before.putDraft('a', 'note', '半');
    before.putDraft('a', 'note', '半句');
    before.putDraft('a', 'tags', '術語, 翻');
    before.putDraft('b', 'note', 'kept');
    before.dropDraft('b', 'note');
    const after = new SessionState(storage);
    expect(after.drafts()).toEqual([
      { id: 'a', field: 'note', value: '半句' },
      { id: 'a', field: 'tags', value: '術語, 翻' },
    ]);
    // It was being written on: the field takes the focus again.
    expect(after.cardOf('t')).toEqual({ id: 'a', takesFocus: true });
    expect(after.cardOf('another')).toBeUndefined();
  });

  it('holds the card only until another takes its place, and not for a page that died of showing it', () => {
    const storage = fakeStorage();
    new SessionState(storage).putCard('t', { id: 'a', takesFocus: true });
    const dying = new SessionState(storage);
    expect(dying.cardOf('t')).toEqual({ id: 'a', takesFocus: true });
    expect(new SessionState(storage).cardOf('t')).toBeUndefined();
    dying.putCard('t', undefined);
    expect(dying.cardOf('t')).toBeUndefined();
    expect(storage.map.size).toBe(0);
  });

  it('that makes no sense is left out', () => {
    const storage = fakeStorage({
      card: '{"textId":7}',
      'draft note a': '{"id":"a","field":"note"}',
      'draft note b': 'null',
      'draft note c': '{"id":"c","field":"colour","value":"x"}',
      'draft note d': '{broken',
      other: '"of somebody else"',
    });
    const session = new SessionState(storage);
    expect(session.cardOf('t')).toBeUndefined();
    expect(session.drafts()).toEqual([]);
  });

  it('never gives back an older state of a note that grew too long for it', () => {
    const session = new SessionState(fakeStorage());
    session.putDraft('a', 'note', 'short');
    session.putDraft('a', 'note', 'long'.repeat(1_000));
    expect(session.drafts()).toEqual([]);
  });
});

describe('what was being typed when the page went away', () => {
  async function store(wrap: (keeper: Keeper) => Keeper = (keeper) => keeper) {
    const database = declareDatabase(`session-${String(Math.random())}`);
    await openDatabase(database);
    let now = 100;
    const clock = (): number => ++now;
    const ledger = new Ledger(database, wrap(databaseKeeper(database)), clock, NO_PEERS);
    const annotations = new AnnotationStore(database, ledger, clock);
    const quote = { exact: '甲乙', prefix: '', suffix: '' };
    const place = { textId: 't', textHash: 'h', target: codePointSpan(0, 2), quote };
    await annotations.add({ ...place, id: 'a', colour: 'yellow', script: 'taiwan' }).kept;
    return { database, annotations };
  }

  it('is written to its mark and forgotten', async () => {
    const { database, annotations } = await store();
    const session = new SessionState(fakeStorage());
    session.putDraft('a', 'note', '半句');
    session.putDraft('a', 'tags', '術語，翻');
    await resumeDrafts(session, annotations);
    expect(await database.annotations.get('a')).toMatchObject({ note: '半句', tags: ['術語', '翻'], rev: 3 });
    expect(session.drafts()).toEqual([]);
  });

  it('changes nothing where it is on the disk already', async () => {
    const { database, annotations } = await store();
    await annotations.edit('a', { kind: 'note', note: '半句' });
    const session = new SessionState(fakeStorage());
    session.putDraft('a', 'note', '半句');
    await resumeDrafts(session, annotations);
    expect((await database.annotations.get('a'))?.rev).toBe(2);
    expect(session.drafts()).toEqual([]);
  });

  it('stands on its mark and is remembered where it cannot be kept', async () => {
    let isFull = false;
    const { annotations } = await store((keeper) => ({
      keep: (changes) => (isFull ? Promise.resolve({ ok: false, reason: 'full' }) : keeper.keep(changes)),
    }));
    isFull = true;
    const session = new SessionState(fakeStorage());
    session.putDraft('a', 'note', '半句');
    session.putDraft('unknown', 'note', '誰的？');
    await resumeDrafts(session, annotations);
    expect(annotations.find('a')?.note).toBe('半句');
    expect(annotations.isKept('a')).toBe(false);
    expect(session.drafts().map(({ id }) => id)).toEqual(['a', 'unknown']);
  });
});
