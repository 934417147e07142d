import { describe, expect, it } from 'vitest';
import { loadLast, remembering } from '../../../renderer/fonts/last-face';

const memoryOf = (kept: Record<string, string> = {}) => ({
  getItem: (key: string) => kept[key] ?? null,
  setItem: (key: string, value: string) => {
    kept[key] = value;
  },
});

describe('what a text was set in last', () => {
  it('is loaded at the next start, before a text is known', async () => {
    const memory = memoryOf();
    const asked: string[] = [];
    const load = (face: string, language: string): Promise<void> => {
      asked.push(`${face} ${language}`);
      return Promise.resolve();
    };
    loadLast(memory, load);
    expect(asked).toEqual([]);
    await remembering(memory, load)('kai', 'zh-Hant-TW');
    loadLast(memory, load);
    expect(asked).toEqual(['kai zh-Hant-TW', 'kai zh-Hant-TW']);
  });

  it.each(['', 'serif', 'papyrus zh-Hans', 'serif en"; x', 'serif zh-Hans; x'])(
    'is not loaded where it is “%s”',
    (kept) => {
      loadLast(memoryOf({ 'last-face': kept }), () => {
        throw new Error('nothing is to be loaded');
      });
    },
  );

  it('is done without where nothing can be kept', async () => {
    const forbidden = {
      getItem: (): string => {
        throw new Error('forbidden');
      },
      setItem: (): void => {
        throw new Error('forbidden');
      },
    };
    const load = (): Promise<void> => Promise.resolve();
    loadLast(forbidden, load);
    await remembering(forbidden, load)('serif', 'zh-Hans');
  });
});
