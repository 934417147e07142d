import { z } from 'zod';
import { SOURCE_SCRIPTS } from '../script/mode';
import type { EventChannel, RequestChannel } from './channels';

/** The interface languages. */
export const LANGUAGES = ['en', 'zh-Hant', 'zh-Hans'] as const;

/** What a person may choose as theme; `system` follows the computer. */
export const THEMES = ['system', 'light', 'dark'] as const;

/** The commands of the application's menu that the page carries out. */
export const COMMANDS = [
  'export',
  'settings',
  'keyboard',
  'next-script',
  'toggle-contents',
  'toggle-notes',
  'filter-notes',
  'toggle-parallel',
  'add-bookmark',
  'where',
  'copy-citation',
  'copy-source',
  'copy-link',
  'go-to-link',
  'find',
  'find-next',
  'find-previous',
  'undo',
  'redo',
] as const;

/** Most characters of an export that main will write: far above any real one, low enough to stop a runaway page. */
const LONGEST_EXPORT = 256 * 1024 * 1024;

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

const saveOutcome = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('saved'), fileName: z.string() }),
  z.object({ kind: z.literal('cancelled') }),
  z.object({ kind: z.literal('failed'), reason: z.enum(['full', 'forbidden', 'other']), fileName: z.string() }),
]);

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
  'export.save': {
    request: z.strictObject({
      suggestedName: z.string().min(1).max(200),
      extension: z.enum(['md']),
      text: z.string().max(LONGEST_EXPORT),
    }),
    reply: saveOutcome,
  },
  'corrections.save': {
    request: z.strictObject({
      suggestedName: z.string().min(1).max(200),
      text: z.string().max(LONGEST_EXPORT),
    }),
    reply: saveOutcome,
  },
  'corrections.open': { request: nothing, reply: openOutcome },
  'preferences.set': {
    request: z.strictObject({ language: z.enum(LANGUAGES), theme: z.enum(THEMES) }),
    reply: nothing,
  },
  'window.flushed': {
    request: z.strictObject({ kept: z.boolean() }),
    reply: nothing,
  },
  /** The profile is of a newer version: from here on nothing of it may be written. */
  'profile.refused': { request: nothing, reply: nothing },
} satisfies Record<RequestChannel, { request: z.ZodType; reply: z.ZodType }>;

/** What main sends to the page, unasked. */
export const events = {
  'menu.command': z.enum(COMMANDS),
  'window.flush': nothing,
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

/** An interface language. */
export type Language = (typeof LANGUAGES)[number];

/** A theme as chosen. */
export type Theme = (typeof THEMES)[number];

/** A command of the menu. */
export type Command = (typeof COMMANDS)[number];

/** Why a text's file could not be read. */
export type FileFailure = z.infer<typeof fileFailure>;

/** A text as listed in the library. */
export type ListedText = z.infer<typeof listedText>;

/** A text's file as read by main. */
export type ReadText = z.infer<typeof readText>;
