import { FACES } from '../storage/type-settings';
import type { LoadFace } from './worn-type';

/** Where it is remembered what a text was set in last: where it is lost, the next start waits for its fonts a little longer. */
export type Memory = Pick<Storage, 'getItem' | 'setItem'>;

const KEY = 'last-face';

/** Loads families, and remembers the one that was asked for last, with its language. */
export const remembering =
  (memory: Memory, load: LoadFace): LoadFace =>
  (face, language) => {
    try {
      memory.setItem(KEY, `${face} ${language}`);
    } catch {
      // A storage that is full or forbidden keeps no text from being read.
    }
    return load(face, language);
  };

/** Begins to load what a text was set in last, before it is known what will be read: most often it is the same. */
export function loadLast(memory: Memory, load: LoadFace): void {
  let kept: string | null;
  try {
    kept = memory.getItem(KEY);
  } catch {
    return;
  }
  const [name = '', language = ''] = kept?.split(' ') ?? [];
  const face = FACES.find((each) => each === name);
  if (face !== undefined && /^zh(-[A-Za-z]+)*$/.test(language)) void load(face, language);
}
