import { describe, expect, it, vi } from 'vitest';
import { FlushBeforeClose, type CloseChoice } from '../../../main/window/flush-before-close';

function closing(choice: CloseChoice = 'stay', isAwake = true) {
  let timeUp: () => void = () => undefined;
  const parts = {
    isAwake: () => isAwake,
    askToFlush: vi.fn(),
    askPerson: vi.fn(() => Promise.resolve(choice)),
    closeForGood: vi.fn(),
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
  it('waits for the page to write, then closes for good', () => {
    const { guard, parts, close } = closing();
    expect(close()).toBe(false);
    expect(parts.askToFlush).toHaveBeenCalledTimes(1);
    expect(parts.closeForGood).not.toHaveBeenCalled();
    guard.flushed(true);
    expect(parts.closeForGood).toHaveBeenCalledTimes(1);
    expect(close()).toBe(true);
  });

  it('goes on at once where the page holds nothing yet', () => {
    const { parts, close } = closing('stay', false);
    expect(close()).toBe(true);
    expect(parts.askToFlush).not.toHaveBeenCalled();
  });

  it('asks the page only once, however often it is told to close', () => {
    const { parts, close } = closing();
    close();
    close();
    expect(parts.askToFlush).toHaveBeenCalledTimes(1);
  });

  it('leaves the choice to the person where something could not be kept', async () => {
    const { guard, parts, close } = closing('stay');
    close();
    guard.flushed(false);
    await vi.waitFor(() => {
      expect(parts.stay).toHaveBeenCalled();
    });
    expect(parts.closeForGood).not.toHaveBeenCalled();
    expect(close()).toBe(false);
    expect(parts.askToFlush).toHaveBeenCalledTimes(2);
  });

  it('closes all the same if the person says so', async () => {
    const { guard, parts, close } = closing('close');
    close();
    guard.flushed(false);
    await vi.waitFor(() => {
      expect(parts.closeForGood).toHaveBeenCalled();
    });
  });

  it('asks the person too where the page does not answer', async () => {
    const { parts, close, letTimePass } = closing('close');
    close();
    letTimePass();
    await vi.waitFor(() => {
      expect(parts.closeForGood).toHaveBeenCalled();
    });
  });

  it('takes no notice of an answer that nobody asked for', () => {
    const { guard, parts } = closing();
    guard.flushed(true);
    expect(parts.closeForGood).not.toHaveBeenCalled();
  });

  it('may close, stays after all because another window does, and is asked again the next time', () => {
    const { guard, parts, close } = closing();
    expect(guard.isFree).toBe(false);
    close();
    guard.flushed(true);
    expect(guard.isFree).toBe(true);
    guard.stayOpen();
    expect(guard.isFree).toBe(false);
    expect(close()).toBe(false);
    expect(parts.askToFlush).toHaveBeenCalledTimes(2);
  });
});
