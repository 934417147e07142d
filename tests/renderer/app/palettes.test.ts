import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { clampRgb, differenceCiede2000, oklch, parse, rgb, wcagContrast, type Rgb } from 'culori';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { COLOURS, STYLES } from '#core/annotation/annotation';
import { FIRST_PALETTE } from '#core/annotation/palette';
import { darkPaperColour, paperColour } from '#core/exchange/paper-colours';
import { APPEARANCES, DESKS, THEMES } from '#core/ipc/theme';
import { LANGUAGES } from '#core/ipc/language';
import { MARK_RULES, markName, ownColourRule } from '../../../renderer/page/mark-rules';
import { stringsOf } from '../../../renderer/strings/use-strings';
import { VISIONS } from '../../support/colour-vision';
import { coloursOf, over, readPalettes } from '../../support/palettes';

const palettes = readPalettes();

/** Contrast of words (WCAG 2.2, 1.4.6), and of what is not words (1.4.11). */
const WORDS = 7;
const SIGNS = 3;

/** CIEDE2000 between two washes, and two lines: 1 can just be seen side by side, 5 is seen at a glance. */
const WASHES_APART = 5.5;
const LINES_APART = 11;

/** The share of a wash in what lies behind the words of a style; 0 where there is no wash. */
const washShare = (style: (typeof STYLES)[number]): number =>
  Number(/var\(--yellow\) (\d+)%/.exec(MARK_RULES.get(markName('yellow', style))?.[0] ?? '')?.[1] ?? 0) / 100;

const washed = (wash: Rgb, ground: Rgb, share: number): Rgb => over({ ...wash, alpha: share }, ground);

/** Pairs of a list, each once. */
const pairs = <Item>(items: readonly Item[]): [Item, Item][] =>
  items.flatMap((one, at) => items.slice(at + 1).map((other): [Item, Item] => [one, other]));

describe('the names of themes', () => {
  it('are the same in the sheet, for main, and in every language', () => {
    expect([...palettes.keys()]).toEqual(APPEARANCES);
    for (const language of LANGUAGES) {
      expect(Object.keys(stringsOf(language).settings.themes)).toEqual(THEMES);
      expect(new Set(Object.values(stringsOf(language).settings.themes)).size).toBe(THEMES.length);
    }
    for (const appearance of APPEARANCES) {
      expect(DESKS[appearance], appearance).toMatch(/^#[0-9a-f]{6}$/);
      expect(coloursOf(palettes, appearance)('desk'), appearance).toEqual(rgb(parse(DESKS[appearance])));
      // A property that the light palette lacks would be nothing in it.
      expect([...(palettes.get(appearance)?.keys() ?? [])], appearance).toEqual([
        ...(palettes.get('light')?.keys() ?? []),
      ]);
    }
  });

  it('mean the same colours on paper as on the screen', () => {
    for (const [appearance, onPaper] of [
      ['light', paperColour],
      ['dark', darkPaperColour],
    ] as const) {
      for (const colour of COLOURS) {
        const { wash, ink } = onPaper(FIRST_PALETTE, colour);
        expect(rgb(parse(wash)), colour).toEqual(coloursOf(palettes, appearance)(colour));
        expect(rgb(parse(ink)), colour).toEqual(coloursOf(palettes, appearance)(`${colour}-ink`));
      }
    }
  });
});

describe('the papers of a reader', () => {
  const sheet = readFileSync(join(__dirname, '../../../renderer/app/papers.css'), 'utf8');
  const papers = [...sheet.matchAll(/data-theme='(light|dark)'\]\[data-paper='(\w+)'\] \{([^}]*)\}/g)].map(
    ([, theme = '', name = '', body = '']) => {
      const own = [...body.matchAll(/--([\w-]+):\s*([^;]+);/g)].map(
        ([, key = '', value = '']) => [key, value] as const,
      );
      const appearance: 'dark' | 'light' = theme === 'dark' ? 'dark' : 'light';
      return {
        name: `${name} in ${theme}`,
        appearance,
        palette: new Map([...(palettes.get(appearance) ?? []), ...own]),
      };
    },
  );

  it('keep words 7:1 from whatever they stand on', () => {
    expect(papers).toHaveLength(8);
    for (const { name, appearance, palette } of papers) {
      const colour = coloursOf(new Map([[appearance, palette]]), appearance);
      for (const ground of ['paper', 'desk', 'raised'].map(colour)) {
        for (const words of ['ink', 'soft', 'faint', 'vermilion'].map(colour)) {
          expect(wcagContrast(words, ground), name).toBeGreaterThanOrEqual(WORDS);
          expect(wcagContrast(words, over(colour('hover'), ground)), name).toBeGreaterThanOrEqual(WORDS);
        }
      }
    }
  });

  it('are told apart at a glance, also in Dark', () => {
    for (const theme of ['light', 'dark'] as const) {
      const own = papers.filter(({ appearance }) => appearance === theme);
      const colours = own.map(({ palette }) => coloursOf(new Map([[theme, palette]]), theme)('paper'));
      for (const [one, other] of pairs(colours)) {
        expect(differenceCiede2000()(one, other), theme).toBeGreaterThan(theme === 'dark' ? 5 : 1);
      }
    }
  });
});

describe.each(APPEARANCES)('the palette %s', (appearance) => {
  const colour = coloursOf(palettes, appearance);
  const grounds = ['paper', 'desk', 'raised'].flatMap((name) => [
    { name, ground: colour(name) },
    { name: `${name} under the mouse`, ground: over(colour('hover'), colour(name)) },
  ]);

  it('keeps words 7:1 from whatever they stand on', () => {
    for (const words of ['ink', 'soft', 'faint', 'vermilion']) {
      for (const { name, ground } of grounds) {
        expect(wcagContrast(colour(words), ground), `${words} on ${name}`).toBeGreaterThanOrEqual(WORDS);
      }
    }
    // What is chosen of a few is in ink.
    expect(wcagContrast(colour('ink'), colour('chosen'))).toBeGreaterThanOrEqual(WORDS);
    expect(wcagContrast(colour('on-vermilion'), colour('vermilion'))).toBeGreaterThanOrEqual(WORDS);
  });

  it('keeps the words of the text 7:1 from marks, hits and the selection', () => {
    const under: [string, Rgb][] = [
      ...COLOURS.flatMap((name) =>
        STYLES.map((style): [string, Rgb] => [
          `${name} ${style}`,
          washed(colour(name), colour('paper'), washShare(style)),
        ]),
      ),
      ...COLOURS.map((name): [string, Rgb] => [`the sample of ${name}`, colour(name)]),
      ['a hit', colour('found')],
      ['the current hit', colour('found-now')],
      ['the selection', over(colour('selected'), colour('paper'))],
    ];
    for (const [name, ground] of under) {
      expect(wcagContrast(colour('ink'), ground), name).toBeGreaterThanOrEqual(WORDS);
    }
  });

  it('keeps words 7:1 from the paper also where they step back, and 5.5:1 from what they are marked with', () => {
    const fade = Number(palettes.get(appearance)?.get('focus-fade'));
    const faded = (top: Rgb, ground: Rgb): Rgb => over({ ...top, alpha: fade }, ground);
    const paper = colour('paper');
    expect(fade).toBeLessThan(0.85);
    expect(wcagContrast(faded(colour('ink'), paper), paper)).toBeGreaterThanOrEqual(WORDS);
    for (const name of COLOURS) {
      const wash = washed(colour(name), paper, washShare('highlight'));
      expect(wcagContrast(faded(colour('ink'), paper), faded(wash, paper)), name).toBeGreaterThanOrEqual(5.5);
    }
  });

  it('keeps the selection a neutral blue-grey, apart from every mark and from hits', () => {
    const apart = differenceCiede2000();
    const selected = over(colour('selected'), colour('paper'));
    const { r, g, b } = selected;
    if (appearance !== 'sepia') expect(b).toBeGreaterThan(Math.max(r, g));
    for (const name of COLOURS) {
      const wash = washed(colour(name), colour('paper'), washShare('highlight'));
      expect(apart(selected, wash), name).toBeGreaterThanOrEqual(WASHES_APART);
    }
    for (const hit of ['found', 'found-now', 'paper']) {
      expect(apart(selected, colour(hit)), hit).toBeGreaterThanOrEqual(WASHES_APART);
    }
  });

  it('keeps lines of marks, edges of fields and signs 3:1 from what is around them', () => {
    for (const name of ['paper', 'desk', 'raised']) {
      for (const sign of [...COLOURS.map((each) => `${each}-ink`), 'field-line', 'found-line']) {
        expect(wcagContrast(colour(sign), colour(name)), `${sign} on ${name}`).toBeGreaterThanOrEqual(SIGNS);
      }
    }
    for (const name of COLOURS) {
      const wash = washed(colour(name), colour('paper'), washShare('highlight'));
      expect(wcagContrast(colour(`${name}-ink`), wash), `${name} at its own edge`).toBeGreaterThanOrEqual(SIGNS);
    }
    // A hit is told from a yellow mark by its dashes, not by its wash.
    for (const hit of ['found', 'found-now']) {
      expect(wcagContrast(colour('found-line'), colour(hit)), hit).toBeGreaterThanOrEqual(SIGNS);
    }
  });

  it.each(Object.entries(VISIONS))('tells the five colours apart, and from the paper, with %s', (_name, seen) => {
    const apart = differenceCiede2000();
    const paper = seen(colour('paper'));
    const washes = COLOURS.map((name) => seen(washed(colour(name), colour('paper'), washShare('highlight'))));
    const lines = COLOURS.map((name) => seen(colour(`${name}-ink`)));
    for (const wash of washes) expect(apart(wash, paper)).toBeGreaterThanOrEqual(WASHES_APART);
    for (const [one, other] of pairs(COLOURS.map((name, at) => ({ name, at })))) {
      const [wash, otherWash, ink, otherInk] = [washes[one.at], washes[other.at], lines[one.at], lines[other.at]];
      if (!wash || !otherWash || !ink || !otherInk) throw new Error('a colour is missing');
      expect(apart(wash, otherWash), `washes of ${one.name} and ${other.name}`).toBeGreaterThanOrEqual(WASHES_APART);
      expect(apart(ink, otherInk), `lines of ${one.name} and ${other.name}`).toBeGreaterThanOrEqual(LINES_APART);
    }
  });

  it('keeps any colour of a person’s own as readable as the named ones', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 0xffffff }), (number) => {
        const hex = `#${number.toString(16).padStart(6, '0')}`;
        const { wash, ink } = ownColour(hex, palettes.get(appearance) ?? new Map());
        const behind = washed(wash, colour('paper'), washShare('highlight'));
        expect(wcagContrast(colour('ink'), behind), `words on ${hex}`).toBeGreaterThanOrEqual(WORDS);
        expect(wcagContrast(colour('ink'), wash), `words on a sample of ${hex}`).toBeGreaterThanOrEqual(WORDS);
        for (const ground of ['paper', 'desk', 'raised']) {
          expect(wcagContrast(ink, colour(ground)), `a line of ${hex} on ${ground}`).toBeGreaterThanOrEqual(SIGNS);
        }
      }),
      { numRuns: 2000 },
    );
  });
});

it('a highlight is told from paper by the line at its base, not by its wash alone', () => {
  for (const colour of COLOURS) {
    const [rule = ''] = MARK_RULES.get(markName(colour, 'highlight')) ?? [];
    expect(rule).toContain(`underline 1.5px var(--${colour}-ink)`);
  }
});

/** What the rule for a colour of a person's own comes to in a palette, clipped as a screen clips it. */
function ownColour(hex: string, palette: ReadonlyMap<string, string>): { wash: Rgb; ink: Rgb } {
  const rule = ownColourRule([{ id: 'own-1', hex }]);
  const { l, c, h } = oklch(rgb(parse(hex))) ?? { l: 0, c: 0, h: undefined };
  const worked = (name: string): Rgb => {
    const terms = new RegExp(
      `--${name}: oklch\\(from ${hex} calc\\(var\\(--([\\w-]+)\\) \\+ l \\* ([\\d.]+)\\) min\\(c, var\\(--([\\w-]+)\\)\\) h\\)`,
    ).exec(rule);
    const [light, share, chroma] = [palette.get(terms?.[1] ?? ''), terms?.[2], palette.get(terms?.[3] ?? '')].map(
      Number,
    );
    if (light === undefined || share === undefined || chroma === undefined) throw new Error(`no rule: ${rule}`);
    return clampRgb(
      rgb({ mode: 'oklch', l: light + l * share, c: Math.min(c, chroma), ...(h !== undefined && { h }) }),
    );
  };
  return { wash: worked('own-1'), ink: worked('own-1-ink') };
}
