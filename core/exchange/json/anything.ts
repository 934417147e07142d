import { z } from 'zod';

/** A field that may be anything or missing: whoever uses it looks at what it is. */
export const anything = z.unknown().optional();
