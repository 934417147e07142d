// Their own types ask for those of Node, which core must not see; csv-packages.d.ts says what is used of them. These are
// the builds that bring all they need along, so that a page can run them.
export { stringify } from 'csv-stringify/browser/esm/sync';
export { parse } from 'csv-parse/browser/esm/sync';
