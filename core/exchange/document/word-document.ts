import { z } from 'zod';

// A document as Word has it, before anybody makes bytes of it. It is parsed where it comes from another process. All
// words are such as XML can hold.

/** RRGGBB, as Word has colours. */
const colour = z.string().regex(/^[0-9a-f]{6}$/i);

const run = z.object({
  words: z.string(),
  /** Behind the words; absent where nothing is, as all of these. */
  shading: colour.optional(),
  underline: z.object({ kind: z.enum(['single', 'wave']), colour }).optional(),
  /** Of a frame around the words. */
  border: colour.optional(),
  strike: z.boolean().optional(),
});

const piece = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('run'), run }),
  /** Numbers of comments that begin or end here. */
  z.object({ kind: z.literal('begin'), comment: z.int() }),
  z.object({ kind: z.literal('end'), comment: z.int() }),
]);

const paragraph = z.object({
  style: z.enum(['title', 'heading', 'paragraph', 'quote', 'small']),
  /** BCP 47 tag of its words; absent where it is that of the document. */
  language: z.string().optional(),
  pieces: z.array(piece),
});

const comment = z.object({
  author: z.string(),
  /** Milliseconds since 1970 UTC, a time that a calendar has. */
  at: z.number().min(-8.64e15).max(8.64e15),
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
  /** Referred to by their numbers, from 0. Each begins once and ends once, later. */
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

/** A comment of a document for Word. */
export type WordComment = z.infer<typeof comment>;
