import { z } from 'zod';

/** Most bytes of a file of notes that is read: as much as a backup may have. */
export const LARGEST_IMPORT = 256 * 1024 * 1024;

const openedNotes = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('opened'), fileName: z.string(), bytes: z.instanceof(Uint8Array) }),
  z.object({ kind: z.literal('cancelled') }),
  z.object({
    kind: z.literal('failed'),
    reason: z.enum(['missing', 'forbidden', 'too-large', 'not-text', 'other']),
    fileName: z.string(),
  }),
]);

/** Requests about notes that come in. A file crosses as its bytes: what they are is for the page to find out. */
export const importContract = {
  'import.open': { request: z.undefined(), reply: openedNotes },
};
