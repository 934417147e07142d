import type { Colour } from '../../annotation/annotation';
import type { Palette } from '../../annotation/palette';
import type { Layout } from '../../text/layout';
import { darkPaperColour, paperColour } from '../paper-colours';
import { VERTICAL } from './vertical-style';

// A page of paper: 38 characters wide, with a margin for notes where the window has room for both.
const BASE = `
:root {
  color-scheme: light dark;
  --paper: #fbf8f1; --ink: #221e19; --soft: #4a443e; --faint: #5a524b; --line: #e3dbcc; --vermilion: #96281b;
  --hover: #efe9dc;
  --serif: 'Noto Serif TC Punctuation', 'Noto Serif TC Variable', 'Noto Serif SC Variable', 'Songti TC',
    'Noto Serif CJK TC', 'Source Han Serif TC', 'Noto Serif TC', PMingLiU, serif;
  --sans: system-ui, 'PingFang TC', 'PingFang SC', 'Microsoft JhengHei', 'Microsoft YaHei', 'Noto Sans CJK TC', sans-serif;
}
:lang(zh-Hans) {
  --serif: 'Noto Serif SC Punctuation', 'Noto Serif SC Variable', 'Noto Serif TC Variable', 'Songti SC',
    'Noto Serif CJK SC', 'Source Han Serif SC', 'Noto Serif SC', SimSun, serif;
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 15px/1.65 var(--sans); }
a { color: inherit; }
a:focus-visible { outline: 2px solid var(--vermilion); outline-offset: 2px; }
.sheet { max-width: calc(38 * 20px + 4rem); margin: 0 auto; padding: 4rem 2rem 5rem; }
.head { margin-block-end: 2.5rem; }
h1 { margin: 0; font: 600 2rem/1.4 var(--serif); text-wrap: balance; }
h2 { margin-block: 2.4rem 1rem; margin-inline: 0; font: 600 1.2rem/1.6 var(--serif); }
.about { margin-block: .6rem 0; margin-inline: 0; color: var(--faint); font-size: .85rem; }
.legend { display: flex; flex-wrap: wrap; gap: .3rem 1.2rem; margin-block: .9rem 0; margin-inline: 0;
  padding: 0; list-style: none; color: var(--soft); font-size: .85rem; }
.legend i { display: inline-block; inline-size: 1.5em; block-size: .8em; margin-inline-end: .4em;
  border-block-end: 2px solid var(--mark-ink); background: var(--mark-wash); vertical-align: -.05em; }
.words { font: 400 20px/1.9 var(--serif); }
.group > p, .title { margin: 0; line-break: strict; overflow-wrap: anywhere; white-space: pre-wrap;
  text-autospace: normal; }
.group > p { text-align: justify; text-indent: 2em; text-justify: inter-character; }
.title { margin-block: 1.2em .6em; margin-inline: 0; font-size: 1.2em; line-height: 1.6; }
.with-readings { line-height: 2.35; }
ruby { ruby-align: center; ruby-overhang: none; }
rt { color: var(--faint); font: 400 .44em/1 var(--sans); letter-spacing: 0; user-select: none; }
mark { color: inherit; background: none; box-decoration-break: clone; -webkit-box-decoration-break: clone; }
mark.highlight { background: var(--mark-wash); }
mark.underline { text-decoration: underline 2.5px var(--mark-ink); }
mark.wavy { text-decoration: underline wavy 1.5px var(--mark-ink); }
mark.outline { background: color-mix(in srgb, var(--mark-wash) 30%, transparent);
  text-decoration: underline overline 1.5px var(--mark-ink); }
/* The line would hide a 一. */
mark.strikethrough { text-decoration: line-through 1.5px color-mix(in srgb, var(--mark-ink) 70%, transparent); }
/* The upper line of a frame makes way for readings: it would run through them. */
.with-readings mark.outline { text-decoration: underline double 1.5px var(--mark-ink); }
mark { text-decoration-skip-ink: none; text-underline-offset: .18em; }
mark mark { text-underline-offset: .3em; }
/* A number never begins a line: it belongs to the words before it. */
.reference::before { content: '\\2060'; }
.reference { padding: 0 .15em; color: var(--vermilion); font: 500 .55em/1 var(--sans);
  text-decoration: none; text-indent: 0; vertical-align: .75em; }
.reference:target, .note:target .number { background: var(--vermilion); color: var(--paper); border-radius: 3px; }
.notes { margin-block: .6rem 1.6rem; margin-inline: 0; font-family: var(--sans); text-align: start; padding: 0; list-style: none; }
.note { padding-block: .1rem; padding-inline: .9rem 0; border-inline-start: 3px solid var(--mark-ink); font-size: .87rem;
  line-height: 1.6; overflow-wrap: anywhere; }
.note + .note { margin-block-start: 1rem; }
.note > * { margin: 0; }
.note > * + * { margin-block-start: .3rem; }
.about-mark { display: flex; flex-wrap: wrap; align-items: baseline; gap: 0 .7em; color: var(--faint); font-size: .8rem; }
.number { min-inline-size: 1.2em; color: var(--vermilion); font-weight: 600; text-decoration: none; text-align: center; }
.quote { color: var(--soft); font: .95rem/1.6 var(--serif); white-space: pre-wrap; unicode-bidi: isolate; }
.quote p { margin: 0; }
.words .quote.repeated { display: -webkit-box; overflow: hidden; -webkit-box-orient: vertical; -webkit-line-clamp: 3; }
.note > .script { margin: 0; color: var(--faint); font-size: .75rem; }
.said { unicode-bidi: isolate; }
.said > * { margin: 0; }
.said > * + * { margin-block-start: .4rem; }
.said ul, .said ol { padding-inline-start: 1.4em; }
.said blockquote { padding-inline-start: .7em; border-inline-start: 2px solid var(--line); color: var(--soft); }
.said blockquote p { margin: 0; }
.said hr { border: 0; border-block-start: 1px solid var(--line); }
.said table { border-collapse: collapse; }
.said td { padding: .1em .5em; border: 1px solid var(--line); }
.said code { padding: .05em .25em; border-radius: 3px; background: var(--hover);
  font: .9em/1.5 ui-monospace, Menlo, Consolas, 'Noto Sans Mono CJK TC', monospace; }
.said pre { padding: .4em .6em; background: var(--hover); white-space: pre-wrap; }
.said pre code { padding: 0; background: none; }
.dotted { font-style: normal; text-emphasis: dot; text-emphasis-position: under; }
.tags { display: flex; flex-wrap: wrap; gap: 0 .8em; padding: 0; color: var(--soft); font-size: .8rem; list-style: none; }
.citation { color: var(--faint); font-size: .8rem; }
.unseen::before { content: attr(title); margin: 0 .15em; padding: 0 .25em; border: 1px solid var(--line); border-radius: 3px;
  color: var(--faint); font: .6em var(--sans); vertical-align: .15em; }
.apart { margin-block-start: 3.5rem; padding-block-start: .4rem; border-block-start: 1px solid var(--line); }
.foot { margin-block-start: 4rem; color: var(--faint); font-size: .75rem; }
.hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
`;

const DARK = `--paper: #16191f; --ink: #e7e1d6; --soft: #beb7ab; --faint: #aaa398; --line: #2b313b; --vermilion: #f08f79;
  --hover: #1f242c;`;

/**
 * Notes in the margin, beside the paragraph that they are on. Words float to one side and notes to the other: notes that
 * are higher than their paragraph stand beside the next ones too, and since no float stands above one that comes before
 * it, no paragraph begins before the notes of the one before it do.
 */
const WIDE = `
.with-notes .sheet { max-width: calc(38 * 20px + 24rem); }
.with-notes .head, .with-notes .apart { max-width: calc(38 * 20px); }
.with-notes .group { display: flow-root; }
.with-notes .group > * { float: left; clear: left; width: min(38 * 20px, 100% - 19rem); }
.with-notes .group > .notes { float: right; clear: right; width: 17rem; margin: .55rem 0 1.2rem; }
/* A whole paragraph as in the source would push all after it away from their notes. */
.with-notes .group .quote:not(.repeated) { max-height: 12rem; overflow-y: auto; }
`;

const PRINT = `
@page { size: A4; margin: 22mm 25mm 24mm; @bottom-center { content: counter(page) ' / ' counter(pages); color: #5a524b;
  font: 9pt 'Noto Serif TC Variable', serif; } }
@media print {
  :root { color-scheme: light; --paper: #fff; }
  .sheet { max-width: none; padding: 0; }
  html { font-size: 11pt; }
  body { font-size: 10pt; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  .words { font-size: 11.5pt; }
  h1 { font-size: 19pt; }
  .group > p { orphans: 2; widows: 2; }
  h1, h2, h3 { break-after: avoid; }
  .note { break-inside: avoid; font-size: 9pt; line-height: 1.5; }
  .note + .note { margin-block-start: .6rem; }
  .note > * + * { margin-block-start: .1rem; }
  .quote { font-size: 9.5pt; line-height: 1.5; }
  .about-mark, .note > .script, .tags, .citation { font-size: 8pt; }
  rt { font-size: .48em; }
  .notes { margin-block: .4rem 1rem; margin-inline: 2em 0; }
  .notes, .legend { break-before: avoid; }
}
`;

function colourRules(palette: Palette, colours: readonly Colour[], colourOf: typeof paperColour): string {
  const rules = colours.map((colour) => {
    const { wash, ink } = colourOf(palette, colour);
    return `.${colour} { --mark-wash: ${wash}; --mark-ink: ${ink}; }`;
  });
  return rules.join('\n');
}

/**
 * The style sheet of a text with its notes, with rules for these colours, and for lines that run so. It asks for nothing
 * that is not in it.
 */
export function htmlStyle(palette: Palette, colours: readonly Colour[], lines: Layout): string {
  return `${BASE}${colourRules(palette, colours, paperColour)}
@media screen and (prefers-color-scheme: dark) {
:root { ${DARK} }
${colourRules(palette, colours, darkPaperColour)}
}
@media screen and (min-width: 72rem) {${WIDE}}
${PRINT}${lines === 'vertical' ? VERTICAL : ''}`;
}
