import { describe, expect, it } from 'vitest';
import { COLOURS, OWN_COLOURS, STYLES } from '#core/annotation/annotation';
import { MARK_RULES, markName, ownColourRule } from '../../../renderer/page/mark-rules';

const all = [...COLOURS, ...OWN_COLOURS].flatMap((colour) =>
  STYLES.map((style) => ({ colour, style, name: markName(colour, style) })),
);
const markRules = (): string[] => [...MARK_RULES.values()].flat();
const rulesOf = (selector: string): string[] => markRules().filter((rule) => rule.startsWith(`${selector} {`));

describe('the rules for marks', () => {
  it('name each colour in each style once, and a wash by the colour alone', () => {
    expect(new Set(all.map(({ name }) => name)).size).toBe(13 * 5);
    expect([...MARK_RULES.keys()]).toEqual(all.map(({ name }) => name));
    for (const { name } of all) expect(name).toMatch(/^mark-[a-z0-9-]+$/);
    expect(markName('yellow', 'highlight')).toBe('mark-yellow');
    expect(markName('own-3', 'wavy')).toBe('mark-own-3-wavy');
  });

  it.each(all)('draw $name once, in its colour, and keep it off readings', ({ colour, style, name }) => {
    const [rule = '', ...more] = rulesOf(`::highlight(${name})`);
    expect(more).toEqual([]);
    expect(rule).toContain(`var(--${colour}${style === 'highlight' ? '' : '-ink'})`);
    expect(rulesOf(`rt::highlight(${name})`)).toEqual([
      `rt::highlight(${name}) { background-color: transparent; text-decoration: none; }`,
    ]);
  });

  it('never take the words’ own colour away, nor lie over them as a wash that cannot be seen through', () => {
    // Where the system forces its colours it has one for words on a mark.
    for (const rule of markRules().filter((each) => !each.startsWith('@media (forced-colors: active)'))) {
      expect(rule).not.toMatch(/[{;] *color:/);
      if (rule.includes('background-color')) expect(rule).toMatch(/background-color: (transparent|color-mix)/);
    }
  });
});

describe('the colours of a person’s own', () => {
  it('are a wash and an ink for each, at the lightness of the theme', () => {
    const rule = ownColourRule([{ id: 'own-2', hex: '#00aa88' }]);
    expect(rule).toContain('--own-2: oklch(from #00aa88 calc(var(--wash-light)');
    expect(rule).toContain('--own-2-ink: oklch(from #00aa88 calc(var(--line-light)');
  });

  it('look like the first colour where they are not known, so that a mark that has one is seen', () => {
    const rule = ownColourRule([{ id: 'own-2', hex: '#00aa88' }]);
    for (const id of OWN_COLOURS.filter((each) => each !== 'own-2')) {
      expect(rule).toContain(`--${id}: var(--yellow); --${id}-ink: var(--yellow-ink);`);
    }
    expect(rule).not.toContain('--own-2: var(');
  });
});
