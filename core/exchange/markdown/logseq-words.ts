/** What is escaped already; else what begins a macro, HTML as Hiccup, or HTML to be passed on as it is. */
const ACTING = /\\[^]|\{(?=\{)|\[(?=:)|@(?=@)/g;

/** A bare address that is not of the web; Logseq makes a link of any. */
const ADDRESS = /[a-z][a-z\d+.-]*:(?=\/\/)/gi;

/** Words outside code of which Logseq fetches nothing, runs nothing and leads nowhere that the app would not lead. */
const still = (words: string): string =>
  words
    .replace(ACTING, (found) => (found.startsWith('\\') ? found : `${found}\\`))
    .replace(ADDRESS, (scheme) => (/^(?:https?|zhupi):$/i.test(scheme) ? scheme : `${scheme}\\`));

/**
 * A note's words outside code, as Markdown, for Logseq. Of brackets that are escaped the second is not: Logseq takes what
 * stands between two such for a formula.
 */
export const logseqNote = (words: string): string =>
  still(words.replace(/\\([^])/g, (escape, sign: string) => (sign === ']' || sign === ')' ? sign : escape)));

/**
 * A line of escaped words for Logseq, of which no line is a property, no brackets refer to a block, and none are a
 * formula: of a pair the first alone is escaped. Where a backslash stands before the second, only another sign can.
 */
export const logseqLine = (line: string): string =>
  still(line.replace(/\\([^])/g, (escape, sign: string) => (sign === ']' ? sign : escape)))
    .replace(/\\\\(?=[\])])/g, '＼')
    .replaceAll('::', ':\\:')
    .replace(/\)(?=\))/g, ')\\');
