import { describe, expect, it, vi } from 'vitest';
import { PageRecovery, type RecoveryParts } from '../../../main/window/page-recovery';

function recovering(answers: { crashes?: 'reload' | 'quit'; hung?: 'wait' | 'reload' } = {}) {
  const state = { now: 0 };
  const parts = {
    now: () => state.now,
    reload: vi.fn(),
    crash: vi.fn(),
    askAfterCrashes: vi.fn(() => Promise.resolve(answers.crashes ?? 'reload')),
    askWhileHung: vi.fn<RecoveryParts['askWhileHung']>(() => Promise.resolve(answers.hung ?? 'wait')),
    quit: vi.fn(),
    log: vi.fn(),
  };
  return { state, parts, recovery: new PageRecovery(parts) };
}

/** Lets what was answered be heard. */
const heard = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

describe('a page whose process died', () => {
  it('is loaded anew at once, three times within a minute, and then the person is asked', async () => {
    const { parts, recovery } = recovering();
    for (let death = 1; death <= 3; death++) {
      recovery.gone('crashed');
      expect(parts.reload).toHaveBeenCalledTimes(death);
    }
    recovery.gone('oom');
    expect(parts.reload).toHaveBeenCalledTimes(3);
    expect(parts.askAfterCrashes).toHaveBeenCalledTimes(1);
    await heard();
    expect(parts.reload).toHaveBeenCalledTimes(4);
    expect(parts.quit).not.toHaveBeenCalled();
  });

  it('is loaded anew for as long as it dies seldom', () => {
    const { state, parts, recovery } = recovering();
    for (let death = 1; death <= 20; death++) {
      recovery.gone('crashed');
      state.now += 25_000;
    }
    expect(parts.reload).toHaveBeenCalledTimes(20);
    expect(parts.askAfterCrashes).not.toHaveBeenCalled();
  });

  it('is left where the person chooses to quit', async () => {
    const { parts, recovery } = recovering({ crashes: 'quit' });
    for (let death = 1; death <= 4; death++) recovery.gone('crashed');
    await heard();
    expect(parts.quit).toHaveBeenCalledTimes(1);
    expect(parts.reload).toHaveBeenCalledTimes(3);
  });

  it('is not brought back where it ended as it should', () => {
    const { parts, recovery } = recovering();
    recovery.gone('clean-exit');
    expect(parts.reload).not.toHaveBeenCalled();
    expect(parts.log).not.toHaveBeenCalled();
  });
});

describe('a page that does not answer', () => {
  it('is asked about once, and ended where the person will not wait', async () => {
    const { parts, recovery } = recovering({ hung: 'reload' });
    recovery.unresponsive();
    recovery.unresponsive();
    expect(parts.askWhileHung).toHaveBeenCalledTimes(1);
    await heard();
    expect(parts.crash).toHaveBeenCalledTimes(1);
  });

  it('is left alone where the person waits, and asked about again when it hangs again', async () => {
    const { parts, recovery } = recovering();
    recovery.unresponsive();
    await heard();
    recovery.unresponsive();
    await heard();
    expect(parts.askWhileHung).toHaveBeenCalledTimes(2);
    expect(parts.crash).not.toHaveBeenCalled();
  });

  it('that answers again takes the question away, whatever is answered then', async () => {
    const { parts, recovery } = recovering({ hung: 'reload' });
    recovery.unresponsive();
    recovery.responsive();
    expect(parts.askWhileHung.mock.calls[0]?.[0].aborted).toBe(true);
    await heard();
    expect(parts.crash).not.toHaveBeenCalled();
  });
});
