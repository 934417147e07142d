import { z } from 'zod';

/** A field that may be anything or missing: whoever uses it looks at what it is. */
export const anything = z.unknown().optional();

/** A list of anything, which is not copied as zod's own is: files may hold long ones. */
export const anyList = z.custom<readonly unknown[]>((value) => Array.isArray(value));

/** A list of strings; unlike zod's own it finds nothing more once one is none. */
export const stringList = z.custom<readonly string[]>(
  (value) => Array.isArray(value) && value.every((each) => typeof each === 'string'),
);
