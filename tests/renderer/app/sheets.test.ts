import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const RENDERER = join(import.meta.dirname, '../../../renderer');

/** What stands at the root or around the text: where one of them has `:has()`, every element of the text is looked at again. */
const AROUND_TEXT =
  /(:root|html|body|main|\.(shell|frame|page|columns|column|scroller|sheet|page-text|blocks))[^\s,{>+~]*:has\(/;

it('no sheet asks by :has() about what lies around the text', () => {
  const sheets = readdirSync(RENDERER, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.css'));
  const rules = sheets.flatMap((sheet) =>
    readFileSync(join(RENDERER, sheet), 'utf8')
      .replaceAll(/\/\*.*?\*\//gs, '')
      .split('\n')
      .filter((line) => line.includes(':has(')),
  );
  expect(rules.length).toBeGreaterThan(20);
  expect(rules.filter((rule) => AROUND_TEXT.test(rule))).toEqual([]);
});
