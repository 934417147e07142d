import { z } from 'zod';
import { LAYOUTS } from '../text/layout';

/** Most characters of an export that main will write: far above any real one, low enough to stop a runaway page. */
export const LONGEST_EXPORT = 256 * 1024 * 1024;

/** How a file was saved, or why it was not. */
export const saveOutcome = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('saved'), fileName: z.string() }),
  z.object({ kind: z.literal('cancelled') }),
  z.object({ kind: z.literal('failed'), reason: z.enum(['full', 'forbidden', 'other']), fileName: z.string() }),
]);

const words = z.string().max(LONGEST_EXPORT);

/** What a file is made of: text as it is, or what an adapter of main turns into bytes. */
const content = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('text'), text: words }),
  z.strictObject({
    kind: z.literal('archive'),
    entries: z.array(z.strictObject({ path: z.string().min(1).max(200), text: words })).max(1000),
  }),
  /** JSON of a document for Word: as one string it takes no time to hand over, and is parsed where bytes are made. */
  z.strictObject({ kind: z.literal('word'), document: words }),
  /** A document to be printed, whose lines run so. */
  z.strictObject({ kind: z.literal('pdf'), html: words, lines: z.enum(LAYOUTS) }),
]);

/** Requests about notes that leave. */
export const exportContract = {
  'export.save': {
    request: z.strictObject({
      suggestedName: z.string().min(1).max(200),
      /** The id of a format. Which there are only what makes them knows: it is not loaded before it is needed. */
      format: z.string().min(1).max(40),
      content,
    }),
    reply: saveOutcome,
  },
  /** Stops what is under way: `export.save` then answers `cancelled`, and writes nothing. */
  'export.cancel': { request: z.undefined(), reply: z.undefined() },
};

/** What a file is made of. */
export type ExportContent = z.infer<typeof content>;
