/** What is kept of an error for the log: never its message, which may quote what a person wrote. */
export interface Fault {
  /** The error's class, as TypeError, and its code where it has one, as ENOSPC. */
  readonly name: string;
  /** Where in the program it came up, one frame to a line; empty where that is not known. */
  readonly stack: string;
}

/** Most characters of a name and of a stack. */
export const LONGEST_NAME = 100;
export const LONGEST_STACK = 4_000;

/** A frame of a stack in V8's words: `at`, and an address with line and column. */
const FRAME = /^\s*at .*:\d+:\d+\)?$/;

/** A name or a code is one word; anything longer is a sentence, and may quote. */
const wordOf = (value: unknown): string =>
  typeof value === 'string' && /^[\w.-]+$/.test(value) ? value.slice(0, LONGEST_NAME) : '';

/** The frames of a stack. V8 puts the message before them; of one that has several lines none passes for a frame unseen. */
function framesOf({ stack = '', message }: Error): string {
  // The message is taken out whole first: its own lines may look like frames.
  const frames = stack.replace(message, '').split('\n');
  const kept = frames.filter((line) => FRAME.test(line)).map((line) => line.trim());
  return kept.join('\n').slice(0, LONGEST_STACK);
}

/** What is kept of anything that was thrown. */
export function faultOf(thrown: unknown): Fault {
  if (!(thrown instanceof Error)) return { name: `thrown ${typeof thrown}`, stack: '' };
  const code = 'code' in thrown ? wordOf(thrown.code) : '';
  const name = wordOf(thrown.name) || 'Error';
  return { name: (code === '' ? name : `${name} ${code}`).slice(0, LONGEST_NAME), stack: framesOf(thrown) };
}

/** A fault in one line. */
export const faultInWords = ({ name, stack }: Fault): string =>
  stack === '' ? name : `${name} ${stack.split('\n').join(' < ')}`;
