import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/** What is judged: WCAG 2.2 at levels A and AA, and what axe holds to be good practice. */
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

// Neither Electron nor the host can open the further page that axe would want for frames.
const axe = (page: Page): AxeBuilder => new AxeBuilder({ page }).setLegacyMode(true);

async function found(builder: AxeBuilder): Promise<string[]> {
  const { violations: all } = await builder.analyze();
  return all.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`));
}

/** What axe finds to mend on the page as it is, or within what a selector names. */
export const violations = (page: Page, selector = 'html'): Promise<string[]> =>
  found(axe(page).include(selector).withTags(TAGS));

/** axe as it lies in a page that was looked at before. */
interface AxeOnPage {
  run: (
    within: string,
    options: { runOnly: string[]; resultTypes: string[] },
  ) => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
}

/**
 * What axe finds too faint within what a selector names, in each of some themes: words less than 4.5:1, or 3:1 where
 * large; the text itself less than 7:1. `violations` must have looked before. The theme that is worn is worn again.
 */
export const faintIn = (page: Page, selector: string, themes: readonly string[]): Promise<string[]> =>
  page.evaluate(
    async ([within, all]) => {
      const { axe: there } = globalThis as unknown as { axe: AxeOnPage };
      const { dataset } = document.documentElement;
      const worn = dataset['theme'] ?? '';
      const faint: string[] = [];
      for (const theme of all) {
        dataset['theme'] = theme;
        for (const [part, rule] of [
          [within, 'color-contrast'],
          ['[data-block="1"]', 'color-contrast-enhanced'],
        ] as const) {
          const { violations: seen } = await there.run(part, { runOnly: [rule], resultTypes: ['violations'] });
          for (const { id, nodes } of seen) {
            for (const { html } of nodes) faint.push(`${theme}, ${id}: ${html.slice(0, 200)}`);
          }
        }
      }
      dataset['theme'] = worn;
      return faint;
    },
    [selector, themes] as const,
  );
