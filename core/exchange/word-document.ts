import { z } from 'zod';

// A document as Word has it, before anybody makes bytes of it. It is parsed where it comes from another process.

const run = z.object({
  words: z.string(),
  /** A reading set over the words. */
  reading: z.string().optional(),
  /** RRGGBB behind the words; absent where nothing is. */
  shading: z.string().optional(),
  underline: z.enum(['single', 'wave']).optional(),
  strike: z.boolean().optional(),
  outline: z.boolean().optional(),
  bold: z.boolean().optional(),
  italics: z.boolean().optional(),
});

const piece = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('run'), run }),
  /** Numbers of comments that begin or end here. */
  z.object({ kind: z.literal('begin'), comment: z.int() }),
  z.object({ kind: z.literal('end'), comment: z.int() }),
]);

const paragraph = z.object({
  style: z.enum(['title', 'heading', 'paragraph', 'quote', 'small']),
  pieces: z.array(piece),
});

const comment = z.object({
  author: z.string(),
  /** Milliseconds since 1970 UTC. */
  at: z.number(),
  /** Paragraphs of plain words. */
  lines: z.array(z.string()),
});

/** The schema of a document for Word. */
export const wordDocumentSchema = z.object({
  title: z.string(),
  author: z.string(),
  /** BCP 47 tag of its words. */
  language: z.string(),
  paragraphs: z.array(paragraph),
  /** Referred to by their numbers, from 0. */
  comments: z.array(comment),
});

/** A document for Word. */
export type WordDocument = z.infer<typeof wordDocumentSchema>;

/** A stretch of words of a document for Word that look alike. */
export type WordRun = z.infer<typeof run>;

/** What a paragraph of a document for Word is made of. */
export type WordPiece = z.infer<typeof piece>;

/** A paragraph of a document for Word. */
export type WordParagraph = z.infer<typeof paragraph>;
