import { describe, expect, it, vi } from 'vitest';
import { quitTogether, type Leaving } from '../../../main/window/quit-together';

type State = 'open' | 'flushing' | 'ready' | 'free' | 'asleep';

const windowIn = (state: State): Leaving & { readonly seal: ReturnType<typeof vi.fn<() => void>> } => ({
  isOpen: state === 'open' || state === 'asleep',
  isFree: state === 'free' || state === 'asleep',
  isReady: state !== 'open' && state !== 'flushing',
  seal: vi.fn<() => void>(),
});

describe('windows that are to go together', () => {
  it.each<[string, readonly State[], { readonly seals: boolean; readonly quits: boolean }]>([
    ['wait for one that is still writing', ['ready', 'flushing'], { seals: false, quits: false }],
    ['are sealed when all have written', ['ready', 'ready'], { seals: true, quits: false }],
    ['are sealed beside one that the person lets go', ['ready', 'free'], { seals: true, quits: false }],
    ['are sealed beside one that holds nothing', ['ready', 'asleep'], { seals: true, quits: false }],
    ['go when nothing keeps any of them', ['free', 'free', 'asleep'], { seals: false, quits: true }],
    ['have one that was opened meanwhile asked too', ['ready', 'open'], { seals: false, quits: true }],
    ['ask it also while another is still writing', ['flushing', 'open'], { seals: false, quits: true }],
  ])('%s', (_what, states, { seals, quits }) => {
    const windows = states.map(windowIn);
    const quit = vi.fn();
    quitTogether(windows, quit);
    expect(quit).toHaveBeenCalledTimes(quits ? 1 : 0);
    for (const window of windows) expect(window.seal).toHaveBeenCalledTimes(seals ? 1 : 0);
  });
});
