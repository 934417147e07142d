import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { contentOf } from '#core/exchange/content';
import { checkTemplate } from '#core/exchange/markdown/markdown-template';
import { markdown } from '#core/exchange/markdown/markdown';
import { DEFAULT_TEMPLATE } from '#core/exchange/markdown/template-default';
import { FILTER_NAMES } from '#core/exchange/markdown/template-filters';
import { SAMPLE_SCOPE } from '#core/exchange/markdown/template-sample';
import { templateScope } from '#core/exchange/markdown/template-scope';
import { TEMPLATE_FILTERS, TEMPLATE_VARIABLES, templateSentence } from '#core/exchange/markdown/template-words';
import { FIRST_OPTIONS as ALL_OPTIONS } from '#core/exchange/format';
import { drained } from '#core/support/drained';
import { HOSTILE_NOTES } from '../../../support/hostile-notes';
import { idOf, marksOnLines, modelOn, writtenText } from '../../../support/exported';

const lines = ['學而時習之，不亦說乎？', '有朋自遠方來，不亦樂乎？'];
const { text, annotations } = marksOnLines(lines, (line) =>
  line === 0 ? { note: '**甲**\n<b>', tags: ['論語', 'two words'] } : {},
);
const madeBy = async (template: string, model = modelOn(text, annotations)) =>
  writtenText(markdown, await model, { layout: 'template', template });
const faultOf = (template: string) => {
  const checked = checkTemplate(template);
  return checked.ok ? undefined : checked.reason;
};

describe("a person's own template", () => {
  it('knows every variable that is told of, in the sample as in an export', async () => {
    const each = (names: readonly string[], prefix: string) => names.map((name) => prefix + name);
    const scope = templateScope(await modelOn(text, annotations), { quotes: 'displayed' });
    let next = scope.next();
    while (next.done !== true) next = scope.next();
    for (const known of [SAMPLE_SCOPE, next.value as typeof SAMPLE_SCOPE]) {
      const [first] = known.texts;
      expect(
        [
          ...each(Object.keys(known), ''),
          ...each(Object.keys(first ?? {}), 'text.'),
          ...each(Object.keys(first?.notes[0] ?? {}), 'note.'),
        ].sort(),
      ).toEqual(TEMPLATE_VARIABLES.map(({ name }) => name).sort());
    }
    expect(TEMPLATE_FILTERS.map(({ name }) => name).sort()).toEqual([...FILTER_NAMES, 'date', 'json'].sort());
  });

  it('gives quotes, notes, links and times', async () => {
    const made = await madeBy(
      '{% for text in texts %}{% for note in text.notes %}{{ note.quote }}|{{ note.tags | join: "+" }}|{{ note.paragraph }}|{{ note.created | date: "%Y-%m-%d" }}|{{ note.link }}\n{% endfor %}{% endfor %}',
    );
    expect(made.split('\n').slice(0, 2)).toEqual([
      `學而時習之，不亦說乎？|論語+two words|1|2026-11-01|zhupi://mark/${idOf(1)}?text=lines&quote=${encodeURIComponent(lines[0] ?? '')}`,
      `有朋自遠方來，不亦樂乎？||2|2026-11-01|zhupi://mark/${idOf(2)}?text=lines&quote=${encodeURIComponent(lines[1] ?? '')}`,
    ]);
  });

  it('has filters that make words safe where they are put', async () => {
    const { text: hostileText, annotations: marks } = marksOnLines(['引'], () => ({ note: '=1+"1"\n# <b>' }));
    const made = await madeBy(
      '{% assign n = texts[0].notes[0].note %}{{ n | markdown }}§{{ n | note }}§{{ n | quote }}§{{ n | indent: 3 }}§{{ n | one_line }}§{{ n | html }}§{{ n | csv }}§{{ n | json }}§{{ n | yaml }}§{{ "a b!" | tag }}',
      modelOn(hostileText, marks),
    );
    const [inMarkdown, note, quote, indent, oneLine, html, csv, json, yaml, tag] = made.split('§');
    expect([inMarkdown, note, quote]).toEqual(['\\=1+"1"\n\\# \\<b\\>', '=1+"1"  \n\\# \\<b>', '> =1+"1"\n> # <b>']);
    expect([indent, oneLine, tag]).toEqual(['   =1+"1"\n   # <b>', '=1+"1" # <b>', 'a-b']);
    expect([html, csv]).toEqual(['=1+&quot;1&quot;\n# &lt;b&gt;', '"\'=1+""1""\n# <b>"']);
    expect([JSON.parse(json ?? ''), parse(yaml ?? '')]).toEqual(['=1+"1"\n# <b>', '=1+"1"\n# <b>']);
  });

  it('begins as about the plain layout', async () => {
    expect(faultOf(DEFAULT_TEMPLATE)).toBeUndefined();
    const plain = writtenText(markdown, await modelOn(text, annotations), { layout: 'plain', citation: true });
    const withoutScripts = plain.replace(/\n>\n> \*Original\*/g, '');
    expect((await madeBy('')).trim()).toBe(withoutScripts.trim());
  });

  it.each([
    ['{{ title', { line: 1, column: 1, kind: 'unclosed', name: '"{{ title"' }],
    ['\n {% for a in texts %}', { line: 2, column: 2, kind: 'unclosed', name: '{% for a in texts %}' }],
    ['{{ title | nope }}', { line: 1, column: 1, kind: 'unknown-filter', name: 'nope' }],
    ['{% nope %}', { line: 1, column: 1, kind: 'unknown-tag', name: 'nope' }],
    ['甲\n{{ texts[0].nope }}', { line: 2, column: 4, kind: 'unknown-variable', name: 'texts.0.nope' }],
    ['{{ texts.constructor }}', { line: 1, column: 4, kind: 'unknown-variable', name: 'texts.constructor' }],
    ['{% for %}', { line: 1, column: 1, kind: 'syntax', name: '' }],
    ['{% include "a" %}', { line: 1, column: 1, kind: 'files', name: '' }],
    ['{% render "a" %}', { line: 1, column: 1, kind: 'files', name: '' }],
    ['{% layout "a" %}', { line: 1, column: 1, kind: 'files', name: '' }],
    ['{% block a %}{% endblock %}', { line: 1, column: 1, kind: 'files', name: '' }],
    ['a'.repeat(50_001), { line: 1, column: 1, kind: 'too-long', name: '' }],
  ])('%j is refused, and where it is faulty is said', (template, fault) => {
    expect(faultOf(template)).toEqual(fault);
  });

  it('has no fault where it comes to its end', async () => {
    const written = markdown.write(await modelOn(text, annotations), { ...ALL_OPTIONS, layout: 'template' });
    expect(drained(contentOf(written))).not.toHaveProperty('fault');
  });

  it.each([
    ['loops in loops', '{% for a in (1..100000) %}{% for b in (1..100000) %}{{ b }}{% endfor %}{% endfor %}'],
    ['loops that write nothing', '{% for a in (1..100000) %}{% for b in (1..100000) %}{% endfor %}{% endfor %}'],
    ['a range beyond memory', '{% for a in (1..9999999999) %}{% endfor %}'],
    ['words that double', '{% assign a = "甲" %}{% for b in (1..99) %}{% assign a = a | append: a %}{% endfor %}'],
    [
      'captures that double',
      '{% assign a = "甲" %}{% for b in (1..99) %}{% capture a %}{{ a }}{{ a }}{% endcapture %}{% endfor %}',
    ],
    ['a pad beyond measure', '{{ exported | date: "%9999999999Y" }}'],
  ])('ends, with a sentence, for %s', async (_name, template) => {
    const fault = faultOf(template);
    if (fault === undefined) throw new Error('the template was taken');
    expect(fault.kind).toBe('too-much');
    for (const language of ['en', 'zh-Hant', 'zh-Hans'] as const) {
      const model = await modelOn(text, annotations, { language });
      const made = drained(contentOf(markdown.write(model, { ...ALL_OPTIONS, layout: 'template', template })));
      expect(made.fault?.kind).toBe(fault.kind);
      expect(JSON.stringify(made.content)).not.toContain(templateSentence(fault, language));
    }
  });

  it.each([
    ['words in words that doubled', '{% if a contains "xxxxxxxxz" %}{% endif %}'],
    ['words with words that doubled', '{% assign b = a | append: "" %}{% if a == b %}{% endif %}'],
    ['members in lists that doubled', '{% if l contains "z" %}{% endif %}'],
    ['signs in words that doubled, by a filter', '{% assign b = a | replace: "xxxxxxxxz", "" | size %}'],
  ])('ends soon where it looks for %s, again and again', async (_name, looking) => {
    for (const doublings of [12, 16, 18, 21]) {
      const template =
        `{% assign a = "x" %}{% for i in (1..${doublings}) %}{% assign a = a | append: a %}{% endfor %}` +
        `{% assign l = a | split: "" %}{% for i in (1..2000) %}${looking}{% endfor %}`;
      expect(faultOf(template)?.kind).toBe('too-much');
      const written = markdown.write(await modelOn(text, annotations), {
        ...ALL_OPTIONS,
        layout: 'template',
        template,
      });
      expect(drained(contentOf(written)).fault?.kind).toBe('too-much');
    }
  });

  it('ends where it is nested too deeply for the stack, whose depth nobody knows', async () => {
    const template = '{% if title %}'.repeat(1_850) + '甲' + '{% endif %}'.repeat(1_850);
    const fault = faultOf(template);
    expect([undefined, 'too-much']).toContain(fault?.kind);
    expect(await madeBy(template)).toMatch(/^甲?$/);
  });

  it('can be stopped between parts that are not far apart', async () => {
    const template = '{% for a in (1..100000) %}{% for b in (1..100000) %}{{ b }}{% endfor %}{% endfor %}';
    const written = markdown.write(await modelOn(text, annotations), { ...ALL_OPTIONS, layout: 'template', template });
    if (written.kind !== 'text') throw new Error('Markdown is text');
    let parts = 0;
    for (const part of written.parts) {
      expect(part.length).toBeLessThan(10_000);
      parts += 1;
      if (parts === 20) break;
    }
    expect(parts).toBe(20);
  });

  it('takes words of notes for words, whatever they are', async () => {
    const hostile = Object.values(HOSTILE_NOTES);
    const model = marksOnLines(
      hostile.map((_each, index) => `引${index}`),
      (line) => ({ note: hostile[line] ?? '' }),
    );
    const made = await madeBy(
      '{% for note in texts[0].notes %}{{ note.note | json }}\n{% endfor %}',
      modelOn(model.text, model.annotations),
    );
    expect(
      made
        .trimEnd()
        .split('\n')
        .map((line): unknown => JSON.parse(line)),
    ).toEqual(hostile);
  });

  it('gives nothing for a variable that is none, where it is only used', async () => {
    expect(await madeBy('a{{ nope }}b{{ texts.nope.nope }}c')).toBe('abc');
  });
});
