import { z } from 'zod';
import { COMMANDS } from '../command/commands';
import { changeSchema, changesSchema } from '../journal/entry';
import { KEPT_TABLES, LONG_TABLES } from '../kept/change';
import { SOURCE_SCRIPTS } from '../script/mode';
import { backupContract } from './backup-contract';
import { exportContract, LONGEST_EXPORT, saveOutcome } from './export-contract';
import { importContract } from './import-contract';
import { LONGEST_NAME, LONGEST_STACK } from '../support/fault';
import { sightContract } from './sight-contract';
import type { EventChannel, RequestChannel } from './channels';
import { LANGUAGES } from './language';
import { THEMES } from './theme';
import { windowContract, zoomedSchema } from './window-contract';

const fileFailure = z.object({
  kind: z.enum(['missing', 'truncated', 'not-utf8', 'changed', 'unreadable']),
  fileName: z.string(),
});

const listedText = z.object({
  id: z.string(),
  title: z.string(),
  /** The name of the file, for messages and for telling like-named texts apart. */
  fileName: z.string(),
});

const readText = z.object({
  id: z.string(),
  title: z.string(),
  fileName: z.string(),
  content: z.string(),
  /** SHA-256 of the file's bytes, in lower-case hexadecimal. */
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  /** The script that the catalogue names; absent where the text itself has to tell. */
  script: z.enum(SOURCE_SCRIPTS).optional(),
});

const openOutcome = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('opened'), fileName: z.string(), text: z.string() }),
  z.object({ kind: z.literal('cancelled') }),
  z.object({
    kind: z.literal('failed'),
    reason: z.enum(['missing', 'forbidden', 'too-large', 'not-text', 'other']),
    fileName: z.string(),
  }),
]);

const nothing = z.undefined();

const written = z.discriminatedUnion('ok', [
  /** The number of the entry, which is on the disk, and the id of the journal. */
  z.object({ ok: z.literal(true), seq: z.int(), id: z.string() }),
  z.object({ ok: z.literal(false), reason: z.enum(['full', 'forbidden', 'other']) }),
]);

const fingerprint = z.record(z.enum(KEPT_TABLES), z.object({ count: z.int(), hash: z.string() }));

const damage = z.object({
  file: z.string(),
  line: z.int(),
  /** Ids and quotes that can still be made out in it. */
  ids: z.array(z.string()),
  quotes: z.array(z.string()),
});

/** One declaration of every request: names, payloads and replies, checked at compile time and at run time. */
export const contract = {
  'library.list': { request: nothing, reply: z.array(listedText) },
  'library.read': {
    request: z.strictObject({ id: z.string().min(1).max(500) }),
    reply: z.discriminatedUnion('ok', [
      z.object({ ok: z.literal(true), value: readText }),
      z.object({ ok: z.literal(false), reason: fileFailure }),
    ]),
  },
  ...exportContract,
  ...importContract,
  'corrections.save': {
    request: z.strictObject({
      suggestedName: z.string().min(1).max(200),
      text: z.string().max(LONGEST_EXPORT),
    }),
    reply: saveOutcome,
  },
  'corrections.open': { request: nothing, reply: openOutcome },
  ...backupContract,
  'preferences.set': {
    request: z.strictObject({ language: z.enum(LANGUAGES), theme: z.enum(THEMES) }),
    reply: nothing,
  },
  /** The keys that a person has changed, as they are kept: the menu shows them. */
  'keys.set': { request: z.strictObject({ changed: z.record(z.string(), z.unknown()) }), reply: nothing },
  'journal.append': { request: z.strictObject({ changes: changesSchema.min(1) }), reply: written },
  'journal.void': { request: z.strictObject({ seq: z.int().min(1) }), reply: written },
  /**
   * What tells whether database and journal hold the same. `seen` is how far the database has come, and with which
   * journal.
   */
  'journal.summary': {
    request: z.strictObject({ seen: z.object({ id: z.string(), seq: z.int().min(0) }).optional() }),
    reply: z.discriminatedUnion('kind', [
      z.object({
        kind: z.literal('read'),
        id: z.string(),
        /** Number of the last entry. */
        seq: z.int(),
        fingerprint,
        damaged: z.array(damage),
        /** Last records that break off: they were not acknowledged, unless the database has seen more. */
        torn: z.array(damage),
        /** Entries that are nowhere. */
        missing: z.int(),
      }),
      z.object({ kind: z.enum(['newer', 'unreadable']) }),
    ]),
  },
  /** All that the journal holds, each with the number of the entry that wrote it; stand-ins for long records. */
  'journal.state': {
    request: nothing,
    reply: z.array(z.object({ change: changeSchema, seq: z.int() })),
  },
  /** The long record with this key; none where there is none. */
  'journal.fetch': {
    request: z.strictObject({ table: z.enum(LONG_TABLES), key: z.string() }),
    reply: changesSchema,
  },
  /** Both hold the same: the journal may be made shorter. */
  'journal.settled': { request: nothing, reply: nothing },
  'journal.check': {
    request: nothing,
    reply: z.object({
      /** Files, their entries, and the records that these make. */
      files: z.int(),
      entries: z.int(),
      records: z.int(),
      damaged: z.array(damage),
      /** Entries that are nowhere. */
      missing: z.int(),
      snapshots: z.object({ good: z.int(), damaged: z.array(z.string()) }),
      fingerprint,
    }),
  },
  /** A fault of the page, for the log: its name and where it came up, never a message. */
  'log.report': {
    request: z.strictObject({ name: z.string().min(1).max(LONGEST_NAME), stack: z.string().max(LONGEST_STACK) }),
    reply: nothing,
  },
  /** Shows the folder of the log in the system's file manager. */
  'log.show': { request: nothing, reply: z.object({ shown: z.boolean() }) },
  'window.flushed': {
    request: z.strictObject({ kept: z.boolean() }),
    reply: nothing,
  },
  ...windowContract,
  ...sightContract,
  /** The profile is of a newer version: from here on nothing of it may be written. */
  'profile.refused': { request: nothing, reply: nothing },
} satisfies Record<RequestChannel, { request: z.ZodType; reply: z.ZodType }>;

/** What main sends to the page, unasked. */
export const events = {
  'menu.command': z.enum(COMMANDS),
  /** Asks the page to write what is not yet written; it answers with `window.flushed`. */
  'window.flush': nothing,
  /** The same, and to take no more input: the window is about to close. */
  'window.seal': nothing,
  /** The window stays after all. */
  'window.unseal': nothing,
  'window.zoomed': zoomedSchema,
} satisfies Record<EventChannel, z.ZodType>;

/** What the page sends on a channel. */
export type RequestOf<Channel extends RequestChannel> = z.infer<(typeof contract)[Channel]['request']>;

/** What main answers on a channel. */
export type ReplyOf<Channel extends RequestChannel> = z.infer<(typeof contract)[Channel]['reply']>;

/** What comes with an event. */
export type EventOf<Channel extends EventChannel> = z.infer<(typeof events)[Channel]>;

/** A function for every request channel: a missing handler does not compile. */
export type Handlers = {
  readonly [Channel in RequestChannel]: (request: RequestOf<Channel>) => ReplyOf<Channel> | Promise<ReplyOf<Channel>>;
};

/** Why a text's file could not be read. */
export type FileFailure = z.infer<typeof fileFailure>;

/** A text as listed in the library. */
export type ListedText = z.infer<typeof listedText>;

/** A text's file as read by main. */
export type ReadText = z.infer<typeof readText>;

/** A record of the journal that cannot be read. */
export type JournalDamage = z.infer<typeof damage>;
