import { createRequire } from 'node:module';
import { z } from 'zod';

// Logseq's own parser, which has no types.

const mldoc = z
  .object({ Mldoc: z.object({ parseJson: z.custom<(text: string, config: string) => string>() }) })
  .parse(createRequire(import.meta.url)('mldoc')).Mldoc;

/** As Logseq calls it for a page of Markdown. */
const CONFIG = JSON.stringify({
  ...{ toc: false, parse_outline_only: false, heading_number: false, keep_line_break: true, format: 'Markdown' },
  ...{ heading_to_list: false, exporting_keep_properties: false, inline_type_with_pos: false },
  ...{ export_md_remove_options: [], hiccup_in_block: true },
});

/** What Logseq makes of a page: nested lists, in which each element begins with its name. */
export const logseqPage = (text: string): unknown => JSON.parse(mldoc.parseJson(text, CONFIG));

/** All elements of these names within what Logseq makes of a page, however deep. */
export function logseqElements(page: unknown, ...names: readonly string[]): unknown[] {
  if (Array.isArray(page)) {
    const [name] = page as unknown[];
    const own = typeof name === 'string' && names.includes(name) ? [page] : [];
    return [...own, ...page.flatMap((each) => logseqElements(each, ...names))];
  }
  return typeof page === 'object' && page !== null
    ? Object.values(page).flatMap((each) => logseqElements(each, ...names))
    : [];
}
