import { z } from 'zod';

/** The fields of a card in which a person writes. */
export const DRAFT_FIELDS = ['note', 'tags'] as const;

/** A field of a card. */
export type DraftFieldName = (typeof DRAFT_FIELDS)[number];

const draftSchema = z.object({ id: z.string(), field: z.enum(DRAFT_FIELDS), value: z.string() });

const cardSchema = z.object({ textId: z.string(), id: z.string(), takesFocus: z.boolean() });

/** Words that were typed and were not on the disk when the page went away. */
export type LeftDraft = z.infer<typeof draftSchema>;

/** The card that was open when the page went away. */
export type LeftCard = Pick<z.infer<typeof cardSchema>, 'id' | 'takesFocus'>;

const CARD = 'card';
const OWN = 'own';
const DRAFT = 'draft ';
const draftKey = (id: string, field: DraftFieldName): string => `${DRAFT}${field} ${id}`;

/** What is used of the session's storage. */
export type SessionStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

function parsed<Value>(schema: z.ZodType<Value>, kept: string | null): Value | undefined {
  try {
    return schema.safeParse(JSON.parse(kept ?? '')).data;
  } catch {
    return undefined;
  }
}

/**
 * What a person is in the middle of, for the page that takes the place of this one if its process dies. It lies in the
 * session's storage, which Chromium's browser process holds: it is there at once after each key, survives the page and
 * not the window. What is in it counts only until it is on the disk, and nothing waits for it.
 */
export class SessionState {
  readonly #storage: SessionStorage;
  #left: z.infer<typeof cardSchema> | undefined;

  constructor(storage: SessionStorage) {
    this.#storage = storage;
    const card = parsed(cardSchema, storage.getItem(CARD));
    const isWritten = this.drafts().some(({ id }) => id === card?.id);
    this.#left = card && { ...card, takesFocus: card.takesFocus || isWritten };
    // If showing it is what the page dies of, the next one begins without it.
    storage.removeItem(CARD);
  }

  /** The card that was open on a text when the page went away, until another is put in its place. */
  cardOf(textId: string): LeftCard | undefined {
    return this.#left?.textId === textId ? { id: this.#left.id, takesFocus: this.#left.takesFocus } : undefined;
  }

  /** Remembers the card that is open on a text, or that none is. */
  putCard(textId: string, card: LeftCard | undefined): void {
    this.#left = undefined;
    if (card === undefined) this.#storage.removeItem(CARD);
    else this.#put(CARD, { textId, id: card.id, takesFocus: card.takesFocus });
  }

  /** The words that are not on the disk; what cannot be read is left out. */
  drafts(): LeftDraft[] {
    const keys = Array.from({ length: this.#storage.length }, (_, at) => this.#storage.key(at) ?? '');
    return keys
      .filter((key) => key.startsWith(DRAFT))
      .map((key) => parsed(draftSchema, this.#storage.getItem(key)))
      .filter((draft) => draft !== undefined);
  }

  /** Remembers what a field holds that is not on the disk yet. */
  putDraft(id: string, field: DraftFieldName, value: string): void {
    this.#put(draftKey(id, field), { id, field, value });
  }

  /** Forgets what a field held: it is on the disk. */
  dropDraft(id: string, field: DraftFieldName): void {
    this.#storage.removeItem(draftKey(id, field));
  }

  /** What the window has for itself, as it was remembered last; undefined in a new window. */
  own(): unknown {
    return parsed(z.unknown(), this.#storage.getItem(OWN));
  }

  /** Remembers what the window has for itself. */
  putOwn(own: object): void {
    this.#put(OWN, own);
  }

  #put(key: string, value: object): void {
    try {
      this.#storage.setItem(key, JSON.stringify(value));
    } catch {
      // A note longer than the storage allows is written to the disk in a moment all the same. An older state of it
      // must not come back in its place.
      this.#storage.removeItem(key);
    }
  }
}
