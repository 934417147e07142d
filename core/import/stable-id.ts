import { v5, v7 } from 'uuid';

/** The name space of these ids, made up once and never changed: another one would make every note a stranger. */
const NAMESPACE = '6f1c8f0e-0b52-4a5e-9d57-3c1f6a7e2b94';

/** Milliseconds that a UUID version 7 has room for. */
const LATEST = 2 ** 48 - 1;

/**
 * An id that the same words always give, of the form of UUID version 7 (RFC 9562): its time is `created` (milliseconds
 * since 1970 UTC), and what is random in others are bits of a UUID version 5 of the words. So a note of another
 * program's file is the same mark however often the file is imported, on whichever computer.
 */
export function stableId(words: readonly string[], created: number): string {
  // As JSON, so that no two lists of words are one name, and a lone surrogate is written as ASCII.
  const random = v5(JSON.stringify(words), NAMESPACE, new Uint8Array(16));
  const msecs = Number.isFinite(created) ? Math.min(LATEST, Math.max(0, Math.floor(created))) : 0;
  return v7({ msecs, random });
}
