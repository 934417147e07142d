import { parse } from 'csv-parse/sync';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { anki } from '#core/exchange/table/anki';
import { clippings } from '#core/exchange/table/clippings';
import { MARKDOWN_LAYOUTS, type MarkdownLayout } from '#core/exchange/format';
import { markdown } from '#core/exchange/markdown/markdown';
import { noteCount, type NotesModel } from '#core/exchange/notes-model';
import { readwise } from '#core/exchange/table/readwise';
import { marksOnLines, modelOn, writtenText } from '../support/exported';
import {
  calmQuote,
  hostileFor,
  hostileIds,
  hostileModel,
  HOSTILE_ROLES,
  itCarriesHostileWords,
  onOneLine,
  throughFile,
  withoutControls,
  type FoundNote,
  type HostileRole,
} from '../support/hostile-marks';
import { ofType, pandocBlocks, wordsOf, type PandocElement } from '../support/pandoc-words';
import { convertedByOffice, isHere, run } from './programs';

/** A file of this name that is there while something reads it. */
function withFile<Value>(name: string, text: string, use: (file: string) => Value): Value {
  const folder = mkdtempSync(join(tmpdir(), 'zhupi-read-'));
  try {
    const file = join(folder, name);
    writeFileSync(file, text);
    return use(file);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What a spreadsheet computes, by OWASP's list: each of these with an apostrophe before it is but words. */
const COMPUTED = /^[\s\u200b\ufeff]*[=+\-@＝＋－＠]|^[\t\r\n]/;
const asCell = (words: string): string => (COMPUTED.test(words) ? `'${words}` : words);

describe('a reader of CSV with the settings of Excel and Readwise', () => {
  itCarriesHostileWords({
    format: readwise,
    find: (file) =>
      parse<Record<string, string>>(file, { columns: true, bom: true }).map((row): FoundNote => {
        for (const cell of Object.values(row)) expect(cell).not.toMatch(COMPUTED);
        const [, tags = '', note = ''] = /^((?:\.\S+ ?)*)\n?([^]*)$/.exec(row['Note'] ?? '') ?? [];
        return {
          quote: row['Highlight'] ?? '',
          title: row['Title'] ?? '',
          note,
          tags: tags.split(/ (?=\.)/).map((tag) => tag.slice(1)),
        };
      }),
    leaves: {
      note: (words) => asCell(withoutControls(words)),
      quote: (words) => asCell(withoutControls(words)),
      tag: (words) => withoutControls(words).trim().replace(/\s+/g, '_'),
      title: (words) => asCell(onOneLine(words)),
    },
  });
});

/** What a program that shows HTML shows of a field. */
const shown = (field: string): string =>
  field
    .replaceAll('<br>', '\n')
    .replace(/<\/?(?:div|small|ruby|rt|a|span)(?: [^<>]*)?>/g, '')
    .replace(
      /&(lt|gt|amp|quot|#91);/g,
      (_all, name: string) => ({ lt: '<', gt: '>', amp: '&', quot: '"' })[name] ?? '[',
    );

const asLines = (words: string): string => withoutControls(words).replace(/[\u2028\u2029]/g, '\n');

describe('a reader of CSV with the settings of Anki', () => {
  itCarriesHostileWords({
    format: anki,
    find: (file, model) => {
      const lines = file.split('\n');
      expect(lines.slice(0, 6).map((line) => /^#([a-z ]+):/.exec(line)?.[1])).toEqual([
        ...['separator', 'html', 'notetype', 'deck', 'tags column', 'guid column'],
      ]);
      const rows = parse(file, { delimiter: '\t', comment: '#', comment_no_infix: true });
      const ids = model.texts.flatMap(({ notes }) => notes.map(({ annotation }) => annotation.id));
      expect(rows.map(([, , , id]) => id)).toEqual(ids);
      return rows.map(([front = '', back = '', tags = ''], index): FoundNote => {
        // MathJax makes a formula of what stands in one text of the page, whatever it is written as.
        expect(shown(`${front}${back}`.replaceAll('<span>', '§'))).not.toMatch(/\\[([]/);
        // No sign of HTML but our own.
        expect(front.replace(/<\/?(?:div|br|small|span)(?: lang="[\w-]+")?>/g, '')).not.toMatch(/[<>]/);
        expect(back.replace(/<\/?(?:br|small|span)>/g, '')).not.toMatch(/[<>]/);
        const label = model.texts.flatMap(({ notes }) => notes)[index]?.label ?? '';
        const [note = '', about = ''] = label === '' ? [back] : back.split('<br><br><small>');
        return {
          quote: shown(front),
          note: shown(note),
          label: shown(about.replace('</small>', '')),
          tags: tags === '' ? [''] : tags.split(' '),
        };
      });
    },
    leaves: {
      note: (words) => asLines(words.trim()),
      quote: asLines,
      tag: (words) => onOneLine(words).replaceAll(' ', '_'),
      label: asLines,
    },
  });
});

describe.skipIf(!isHere('LibreOffice Calc'))('LibreOffice', () => {
  it('finds no formula in the CSV, whatever of a note is hostile', async () => {
    const [first, ...others] = await Promise.all(HOSTILE_ROLES.map((role) => hostileModel(role)));
    if (first === undefined) throw new Error('nothing is hostile');
    const model = { ...first, texts: [first, ...others].flatMap(({ texts }) => texts) };
    const sheet = withFile('notes.csv', throughFile(writtenText(readwise, model)), (file) =>
      convertedByOffice(file, 'fods', 'CSV:44,34,76'),
    );
    expect(sheet).not.toContain('table:formula');
    // A row for each note beside the header; rows that are alike are written once, with their number.
    const rows = [...sheet.matchAll(/<table:table-row(?=[\s>])[^>]*>([^]*?)<\/table:table-row>/g)].filter(([row]) =>
      row.includes('<text:p>'),
    );
    expect(rows).toHaveLength(1 + noteCount(model));
  });
});

describe.skipIf(!isHere('LuaJIT'))('a parser of clippings in Lua', () => {
  const parsed = (file: string): FoundNote[] => {
    const lines = withFile('My Clippings.txt', file, (path) =>
      run('luajit', [join(__dirname, 'clippings.lua'), path]),
    ).split('\n');
    const notes: FoundNote[] = [];
    for (let at = 0; at + 3 < lines.length; at += 4) {
      const [title = '', kind, , words = ''] = lines.slice(at, at + 4);
      const unfolded = words.replaceAll('\u001f', '\n');
      const before = notes.at(-1);
      if (kind === 'Highlight') notes.push({ title: title.replace(/ \(Unknown\)$/, ''), quote: unfolded, note: '' });
      else if (kind === 'Note' && before !== undefined) notes.splice(-1, 1, { ...before, note: unfolded });
    }
    return notes;
  };
  const unlikeAnEnd = (words: string): string => words.replaceAll('==========', '＝＝＝＝＝＝＝＝＝＝');
  const lineOf = (words: string): string => unlikeAnEnd(onOneLine(words));

  itCarriesHostileWords({
    format: clippings,
    find: parsed,
    leaves: {
      note: (words) => unlikeAnEnd(asLines(words).trim()),
      quote: lineOf,
      // What a Kindle writes where there is no author.
      title: (words) => lineOf(words) || '(Unknown)',
    },
  });
});

/** Words without spaces, which Markdown counts for little. */
const bare = (words: string): string => withoutControls(words).replace(/\s/g, '');

/** Where a link leads, and its title. */
const TARGET = z.tuple([z.string(), z.string()]);

/** Readers of Markdown: pandoc's own kind of it, that of GitHub, and CommonMark alone. */
const READINGS: readonly (readonly [MarkdownLayout, string])[] = [
  ['obsidian', 'markdown-smart'],
  ['obsidian', 'gfm'],
  ['plain', 'markdown-smart'],
  ['plain', 'gfm'],
  ['plain', 'commonmark'],
  ['template', 'commonmark'],
];

const asRead = (file: string, from: string): PandocElement[] =>
  pandocBlocks(run('pandoc', [`--from=${from}`, '--to=json'], file));

/** What stands in a quote beside the words that are marked: the head of a callout. */
const CALLOUT = /^\[!quote\]¶\d+(?:·[^\n]*)?$/;

function quotesIn(blocks: readonly PandocElement[], layout: MarkdownLayout): string[] {
  return ofType(blocks, 'BlockQuote').map((quote) => {
    const [head = '', ...lines] = wordsOf([quote]).split('\n');
    if (layout !== 'obsidian') return bare([head, ...lines].join(''));
    expect(head.replace(/\s/g, '')).toMatch(CALLOUT);
    return bare(lines.join(''));
  });
}

/** A heading for each text and each section: in a text of short lines each may be one. */
const headingsIn = ({ texts }: NotesModel): number =>
  texts.reduce(
    (sum, { notes }) =>
      sum +
      1 +
      notes.filter(({ section }, index) => section !== undefined && section !== notes[index - 1]?.section).length,
    0,
  );

const hostileQuotes = (role: HostileRole): string[] =>
  hostileFor(role).map(([, words], index) => bare(role === 'quote' ? words : calmQuote(index)));

describe.skipIf(!isHere('pandoc'))('pandoc', () => {
  describe.each(READINGS)('reads the layout %s as %s', (layout, from) => {
    it.each(HOSTILE_ROLES)('and finds every quote, and no HTML, where a %s is hostile', async (role) => {
      const model = await hostileModel(role);
      const file = throughFile(writtenText(markdown, model, { layout }));
      const blocks = asRead(layout === 'obsidian' ? file.replace(/^---\n[^]*?\n---\n/, '') : file, from);
      expect(quotesIn(blocks, layout)).toEqual(hostileQuotes(role));
      // A command of TeX in the person's own note is theirs: in a formula it must stay.
      const isTex = ({ c }: PandocElement): boolean => role === 'note' && Array.isArray(c) && c[0] === 'tex';
      const raw = ofType(blocks, 'RawBlock', 'RawInline', 'Image', 'HorizontalRule');
      expect(raw.filter((each) => !isTex(each))).toEqual([]);
      expect(ofType(blocks, 'Header')).toHaveLength(headingsIn(model));
    });
  });

  it.each(HOSTILE_ROLES)(
    'reads the layout for Logseq, and finds every mark and note, where a %s is hostile',
    async (role) => {
      const model = await hostileModel(role);
      const file = throughFile(writtenText(markdown, model, { layout: 'logseq' }));
      const [, body = ''] = /^(?:[a-z]+:: .*\n)+\n([^]*)$/.exec(file) ?? [];
      const blocks = asRead(body.replace(/\t/g, '    '), 'commonmark');
      expect(ofType(blocks, 'RawBlock', 'RawInline', 'Image', 'BlockQuote', 'HorizontalRule')).toEqual([]);
      const words = wordsOf(blocks);
      expect([...words.matchAll(/^id:: ([0-9a-f-]+)$/gm)].map(([, id]) => id)).toEqual(hostileIds(role));
      expect(words.match(/^ls-type:: annotation$/gm)).toHaveLength(noteCount(model));
      // Each mark's words stand right before its first property; a quote of several lines has the others after them.
      const heads = words.split(/\nls-type:: annotation\n/).slice(0, -1);
      for (const [index, [, quote]] of hostileFor(role).entries()) {
        const words = withoutControls(role === 'quote' ? quote : calmQuote(index));
        // A backslash before a bracket that closes would make a formula.
        const [line = ''] = words.replace(/\\(?=[\])])/g, '＼').split('\n');
        expect(bare(heads[index] ?? '').endsWith(bare(line))).toBe(true);
      }
    },
  );

  it('leads the links of two notes, whose definitions have one name, to where each leads, and counts no footnotes', async () => {
    const { text, annotations } = marksOnLines(['甲', '乙'], (line) => ({
      note: `[連${line}][1] 註[^1]\n\n[1]: https://${line}.example\n[^1]: 註${line}`,
    }));
    const model = await modelOn(text, annotations);
    for (const [layout, from] of READINGS) {
      const file = writtenText(markdown, model, { layout }).replace(/^---\n[^]*?\n---\n/, '');
      const found = asRead(file, from);
      // A bare address is one by itself in GitHub's kind.
      const links = ofType(found, 'Link').filter((each) => !wordsOf([each]).startsWith('http'));
      expect(
        links.map((each) => [wordsOf([each]), z.tuple([z.unknown(), z.unknown(), TARGET]).parse(each.c)[2][0]]),
      ).toEqual([
        ['連0', 'https://0.example'],
        ['連1', 'https://1.example'],
      ]);
      expect(ofType(found, 'Note')).toEqual([]);
    }
  });

  it('is asked of every layout', () => {
    expect(new Set([...READINGS.map(([layout]) => layout), 'logseq'])).toEqual(new Set(MARKDOWN_LAYOUTS));
  });
});
