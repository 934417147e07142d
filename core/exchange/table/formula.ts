/**
 * What a spreadsheet may take for a formula (OWASP, CSV Injection): =, +, - and @ of either width and in their small
 * forms, also after spaces and signs that are not seen; or a tab or the end of a line at the very beginning. An
 * apostrophe before it counts along, so that guarding can be undone exactly.
 */
const FORMULA = /^'*(?:[\t\r\n]|[\s\p{Cf}\p{Cc}]*[=+\-@＝＋－＠﹦﹢﹣﹫])/u;

/** Words that no spreadsheet computes: an apostrophe stands before what looks like a formula. */
export const guarded = (words: string): string => (FORMULA.test(words) ? `'${words}` : words);

/** Undoes `guarded`, exactly; other words stay as they are. */
export const unguarded = (words: string): string =>
  words.startsWith("'") && FORMULA.test(words) ? words.slice(1) : words;

/** Words as a quoted field of CSV (RFC 4180) that no spreadsheet computes. */
export const csvField = (words: string): string => `"${guarded(words).replaceAll('"', '""')}"`;
