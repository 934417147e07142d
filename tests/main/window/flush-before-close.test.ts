import { describe, expect, it, vi } from 'vitest';
import { FlushBeforeClose, type CloseChoice } from '../../../main/window/flush-before-close';

function closing(choice: CloseChoice = 'stay', isAwake = true) {
  let timeUp: () => void = () => undefined;
  const parts = {
    isAwake: () => isAwake,
    askToFlush: vi.fn(),
    askToSeal: vi.fn(),
    unseal: vi.fn(),
    askPerson: vi.fn<(signal: AbortSignal) => Promise<CloseChoice>>(() => Promise.resolve(choice)),
    onReady: vi.fn(),
    onFree: vi.fn(),
    stay: vi.fn(),
    wait: (_delayMs: number, then: () => void) => {
      timeUp = then;
      return () => {
        timeUp = () => undefined;
      };
    },
  };
  const guard = new FlushBeforeClose(parts);
  const close = (): boolean => {
    const event = { preventDefault: vi.fn() };
    guard.closing(event);
    return event.preventDefault.mock.calls.length === 0;
  };
  return {
    guard,
    parts,
    close,
    letTimePass: () => {
      timeUp();
    },
  };
}

describe('closing a window', () => {
  it('waits for the page to write, then for what came since with the page sealed, then closes for good', () => {
    const { guard, parts, close } = closing();
    expect(close()).toBe(false);
    expect(parts.askToFlush).toHaveBeenCalledTimes(1);
    guard.flushed(true);
    expect(parts.onReady).toHaveBeenCalledTimes(1);
    expect([guard.isReady, guard.isFree]).toEqual([true, false]);
    expect(parts.askToSeal).not.toHaveBeenCalled();
    guard.seal();
    expect(parts.askToSeal).toHaveBeenCalledTimes(1);
    expect(parts.onFree).not.toHaveBeenCalled();
    guard.flushed(true);
    expect(parts.onFree).toHaveBeenCalledTimes(1);
    expect(close()).toBe(true);
    expect(parts.unseal).not.toHaveBeenCalled();
  });

  it('goes on at once where the page holds nothing yet', () => {
    const { parts, close } = closing('stay', false);
    expect(close()).toBe(true);
    expect(parts.askToFlush).not.toHaveBeenCalled();
  });

  it('asks the page only once, however often it is told to close', () => {
    const { guard, parts, close } = closing();
    close();
    close();
    expect(parts.askToFlush).toHaveBeenCalledTimes(1);
    guard.flushed(true);
    expect(close()).toBe(false);
    guard.seal();
    guard.seal();
    expect(close()).toBe(false);
    expect(parts.askToFlush).toHaveBeenCalledTimes(1);
    expect(parts.askToSeal).toHaveBeenCalledTimes(1);
  });

  it('leaves the choice to the person where something could not be kept', async () => {
    const { guard, parts, close } = closing('stay');
    close();
    guard.flushed(false);
    await vi.waitFor(() => {
      expect(parts.stay).toHaveBeenCalled();
    });
    expect(parts.onReady).not.toHaveBeenCalled();
    expect(close()).toBe(false);
    expect(parts.askToFlush).toHaveBeenCalledTimes(2);
  });

  it('takes input again if the last words cannot be kept and the person stays', async () => {
    const { guard, parts, close } = closing('stay');
    close();
    guard.flushed(true);
    guard.seal();
    guard.flushed(false);
    await vi.waitFor(() => {
      expect(parts.stay).toHaveBeenCalled();
    });
    expect(parts.unseal).toHaveBeenCalledTimes(1);
    expect(parts.onFree).not.toHaveBeenCalled();
    expect(guard.isOpen).toBe(true);
  });

  it('closes all the same if the person says so, and takes no more input till then', async () => {
    const { guard, parts, close } = closing('close');
    close();
    guard.flushed(false);
    await vi.waitFor(() => {
      expect(parts.onFree).toHaveBeenCalled();
    });
    expect(parts.askToSeal).toHaveBeenCalledTimes(1);
    expect(close()).toBe(true);
    // What the page answers to that changes nothing, nor does another window that asks.
    guard.flushed(false);
    guard.unseal();
    expect(guard.isFree).toBe(true);
    expect(parts.askPerson).toHaveBeenCalledTimes(1);
  });

  it.each(['flushing', 'sealing'])('asks the person too where the page does not answer while %s', async (when) => {
    const { guard, parts, close, letTimePass } = closing('close');
    close();
    if (when === 'sealing') {
      guard.flushed(true);
      guard.seal();
    }
    letTimePass();
    await vi.waitFor(() => {
      expect(parts.onFree).toHaveBeenCalled();
    });
  });

  it.each([
    ['flushing', 'onReady'],
    ['sealing', 'onFree'],
  ] as const)('withdraws the question and goes on where the page was only slow while %s', async (when, goesOn) => {
    const { guard, parts, close, letTimePass } = closing();
    const questions: AbortSignal[] = [];
    // A dialog that is withdrawn answers as if it was left.
    const dialog = (signal: AbortSignal): Promise<CloseChoice> =>
      new Promise((resolve) => {
        questions.push(signal);
        signal.addEventListener('abort', () => {
          resolve('stay');
        });
      });
    parts.askPerson.mockImplementation(dialog);
    close();
    if (when === 'sealing') {
      guard.flushed(true);
      guard.seal();
    }
    letTimePass();
    expect(questions[0]?.aborted).toBe(false);
    // That something cannot be kept leaves the question as it stands.
    guard.flushed(false);
    expect(questions[0]?.aborted).toBe(false);
    parts.onReady.mockClear();
    guard.flushed(true);
    expect(questions[0]?.aborted).toBe(true);
    expect(parts[goesOn]).toHaveBeenCalledTimes(1);
    await Promise.resolve();
    await Promise.resolve();
    expect(parts.stay).not.toHaveBeenCalled();
    expect(parts.askPerson).toHaveBeenCalledTimes(1);
    if (when === 'flushing') {
      guard.seal();
      guard.flushed(true);
    }
    expect(close()).toBe(true);
  });

  it('takes no notice of an answer that nobody asked for', () => {
    const { guard, parts } = closing();
    guard.flushed(true);
    guard.seal();
    expect(parts.onReady).not.toHaveBeenCalled();
    expect(parts.askToSeal).not.toHaveBeenCalled();
  });

  it.each(['flushing', 'ready', 'sealing', 'sealed'])(
    'stays after all while %s because another window does, takes input, and is asked again the next time',
    async (when) => {
      const { guard, parts, close, letTimePass } = closing();
      close();
      if (when !== 'flushing') guard.flushed(true);
      if (when === 'sealing' || when === 'sealed') guard.seal();
      if (when === 'sealed') guard.flushed(true);
      guard.stayOpen();
      expect([guard.isReady, guard.isFree, guard.isOpen]).toEqual([false, false, true]);
      expect(parts.unseal).toHaveBeenCalledTimes(1);
      // An answer that comes late closes nothing, and nobody is asked about one that does not come.
      const calls = parts.onReady.mock.calls.length + parts.onFree.mock.calls.length;
      guard.flushed(true);
      letTimePass();
      await Promise.resolve();
      expect(parts.onReady.mock.calls.length + parts.onFree.mock.calls.length).toBe(calls);
      expect(parts.askPerson).not.toHaveBeenCalled();
      expect(close()).toBe(false);
      expect(parts.askToFlush).toHaveBeenCalledTimes(2);
    },
  );

  it('takes input again while the person is asked about another window, and is sealed anew', () => {
    const { guard, parts, close } = closing();
    close();
    guard.flushed(true);
    guard.seal();
    guard.flushed(true);
    guard.unseal();
    expect(parts.unseal).toHaveBeenCalledTimes(1);
    expect([guard.isReady, guard.isFree]).toEqual([true, false]);
    guard.seal();
    expect(parts.askToSeal).toHaveBeenCalledTimes(2);
    guard.flushed(true);
    expect(guard.isFree).toBe(true);
  });
});
