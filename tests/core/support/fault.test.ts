import { describe, expect, it } from 'vitest';
import { faultInWords, faultOf, LONGEST_STACK } from '#core/support/fault';

const SECRET = '秘密的筆記';

function thrownBy(run: () => unknown): unknown {
  try {
    run();
  } catch (error) {
    return error;
  }
  throw new Error('nothing was thrown');
}

describe('what is kept of an error', () => {
  it('is its name and its frames, in one line', () => {
    const fault = faultOf(thrownBy(() => new URL('')));
    expect(fault.name).toBe('TypeError ERR_INVALID_URL');
    expect(fault.stack).toMatch(/^at .*:\d+:\d+\)?(\nat .*)*$/);
    expect(faultInWords(fault)).not.toContain('\n');
  });

  it.each([
    ['a message that quotes', thrownBy(() => JSON.parse(`${SECRET}, {`) as unknown)],
    ['a message of several lines', new Error(`one\n    at ${SECRET} (${SECRET}:1:2)\n${SECRET}`)],
    ['a message that was changed since', Object.assign(new Error(SECRET), { message: 'another' })],
    ['a name that is a sentence', Object.assign(new Error('x'), { name: `${SECRET} ${SECRET}` })],
    ['a code that is a sentence', Object.assign(new Error('x'), { code: `see ${SECRET}` })],
    ['a string', SECRET],
    ['an object', { note: SECRET }],
  ])('has no word of what a person wrote: %s', (_what, thrown) => {
    expect(faultInWords(faultOf(thrown))).not.toContain('秘密');
  });

  it('is short, however deep the fault lies', () => {
    const deep = new Error('x');
    deep.stack = `Error: x\n${'    at f (app://bundle/index.js:1:2)\n'.repeat(10_000)}`;
    expect(faultOf(deep).stack.length).toBeLessThanOrEqual(LONGEST_STACK);
    expect(faultOf(undefined)).toEqual({ name: 'thrown undefined', stack: '' });
  });
});
