import { expect, it } from 'vitest';
import { markdown } from '#core/exchange/markdown/markdown';
import { writtenText } from '../support/exported';
import { hostileFor, hostileModel, HOSTILE_ROLES, throughFile, withoutControls } from '../support/hostile-marks';
import { logseqElements, logseqPage } from './mldoc';

const pageOf = async (role: (typeof HOSTILE_ROLES)[number]): Promise<unknown> =>
  logseqPage(throughFile(writtenText(markdown, await hostileModel(role), { layout: 'logseq' })));

/** What acts: fetches, runs, hides, or passes HTML on. */
const ACTING = [
  ...['Macro', 'Inline_Hiccup', 'Hiccup', 'Export_Snippet', 'Inline_Html', 'Raw_Html', 'Drawer', 'Footnote_Reference'],
  ...['Footnote_Definition', 'Export', 'Displayed_Math'],
];

it.each(HOSTILE_ROLES)(
  "finds nothing that acts where a %s is hostile, as Logseq's own parser reads it",
  async (role) => {
    const page = await pageOf(role);
    expect(logseqElements(page, ...ACTING)).toEqual([]);
    // What a person writes to refer to a block, or as a formula, is theirs; in words of a text it is but words.
    if (role !== 'note') expect(logseqElements(page, 'Block_ref', 'Latex_Fragment')).toEqual([]);
    const protocols = logseqElements(page, 'Complex').map(
      (link) => /"protocol":"([^"]*)"/.exec(JSON.stringify(link))?.[1],
    );
    expect(new Set(protocols)).toEqual(new Set(protocols.filter((each) => each === 'https' || each === 'http')));
    expect(JSON.stringify(logseqElements(page, 'Search'))).not.toContain('javascript');
  },
);

/** The words of an element: Logseq's plain ones, and the text of links that it makes of bare addresses. */
const plainIn = (element: unknown): string =>
  logseqElements(element, 'Plain')
    .map((each) => (Array.isArray(each) ? String(each[1]) : ''))
    .join('');

it("finds the words of every quote, as Logseq's own parser reads them", async () => {
  const headings = logseqElements(await pageOf('quote'), 'Heading').map((each) => plainIn(each).trim());
  for (const [name, quote] of hostileFor('quote')) {
    // A backslash before a bracket that closes is the one sign that becomes another.
    const [line = ''] = withoutControls(quote)
      .replace(/\\(?=[\])])/g, '＼')
      .split('\n');
    expect([name, headings]).toEqual([name, expect.arrayContaining([line.trim()])]);
  }
});
