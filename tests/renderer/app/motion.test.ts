import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const RENDERER = join(__dirname, '../../../renderer');

/** No motion of the interface takes longer, in milliseconds. */
const LONGEST = 150;

const files = (ending: RegExp): string[] =>
  readdirSync(RENDERER, { recursive: true, encoding: 'utf8' }).filter((name) => ending.test(name));

const read = (name: string): string => readFileSync(join(RENDERER, name), 'utf8');

describe('motion', () => {
  const sheets = files(/\.css$/);

  it('is short in every sheet', () => {
    expect(sheets.length).toBeGreaterThan(20);
    const moves = sheets.flatMap((name) =>
      [...read(name).matchAll(/\b(?:transition|animation)(?:-duration)?:\s*([^;]+);/g)].map(([, value = '']) => {
        // Of an animation the first time is how long it takes; what comes after it is how long it waits.
        const times = value.split(',').map((each) => /([\d.]+)(m?s)\b/.exec(each));
        const longest = Math.max(...times.map((time) => Number(time?.[1] ?? 0) * (time?.[2] === 's' ? 1000 : 1)));
        return { name, longest };
      }),
    );
    expect(moves.length).toBeGreaterThan(0);
    expect(moves.filter(({ longest }) => longest >= LONGEST)).toEqual([]);
  });

  it('stands only where the computer does not ask for less, and nothing scrolls smoothly', () => {
    for (const name of sheets) {
      const calm = read(name).replaceAll(/@media \(prefers-reduced-motion: no-preference\) \{[^]*?\n\}/g, '');
      expect(calm, name).not.toMatch(/\btransition(-duration)?:|scroll-behavior: smooth/);
      // An animation without length is a delay.
      for (const [, value = ''] of calm.matchAll(/\banimation:\s*([^;]+);/g)) expect(value, name).toMatch(/\b0s\b/);
    }
    for (const name of files(/\.tsx?$/)) expect(read(name), name).not.toMatch(/behavior: 'smooth'|\.animate\(/);
  });
});
