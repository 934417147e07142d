import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { OWN_COLOURS } from '#core/annotation/annotation';
import { parsePalette } from '#core/annotation/palette';
import { markdown } from '#core/exchange/markdown/markdown';
import { FIRST_OPTIONS as OPTIONS } from '#core/exchange/format';
import type { ExportedText, NotesModel } from '#core/exchange/notes-model';
import { exportedText, idOf, markAt, marksOnLines, modelOf, modelOn, writtenText } from '../../../support/exported';
import { hostileModel, HOSTILE_ROLES } from '../../../support/hostile-marks';
import { HOSTILE_NOTES } from '../../../support/hostile-notes';
import { textOfLines } from '../../../support/kept-records';

/** A text with sections, whose notes stand before any, in two of them, and nowhere. */
async function sectioned(id: string, title: string): Promise<ExportedText> {
  const text = { ...textOfLines(id, 'ab'.repeat(32), ['甲', '乙', '丙', '丁']), title };
  const marks = [0, 2, 4, 6].map((start, index) => markAt(text, index + 1, start, start + 1, { note: `記${index}` }));
  const made = await exportedText(text, marks);
  const places = [undefined, '第一節', '第一節', undefined];
  return {
    ...made,
    notes: made.notes.map(({ annotation, displayed, source, label, paragraphs }, index) => ({
      ...{ annotation, displayed, source, label },
      ...(places[index] !== undefined && { section: places[index] }),
      ...(index < 3 && paragraphs !== undefined && { paragraphs }),
    })),
  };
}

/** A model as if its texts had no sections. */
const flat = (model: NotesModel): NotesModel => ({
  ...model,
  texts: model.texts.map((text) => ({ ...text, notes: text.notes.map(({ section, ...note }) => note) })),
});

const headingsOf = (file: string): string[] => [...file.matchAll(/^(?:\t*- )?(#+ .*)$/gm)].map(([, line = '']) => line);

describe('Markdown of several texts', () => {
  it('has a heading for each text, for each section, and for what has no place', async () => {
    const model = modelOf([await sectioned('a', '《甲》'), await sectioned('b', '乙')], { language: 'zh-Hant' });
    const headings = ['# 《甲》', '## 第一節', '## 未定位', '# 乙', '## 第一節', '## 未定位'];
    for (const layout of ['obsidian', 'plain', 'logseq', 'template'] as const) {
      const found = headingsOf(writtenText(markdown, model, { layout }));
      // A template knows of sections what the notes have.
      expect(found).toEqual(
        layout === 'template' ? headings.filter((heading) => !heading.includes('未定位')) : headings,
      );
    }
  });

  it.each(HOSTILE_ROLES)(
    'holds nothing for Obsidian that its plugins would run, where a %s is hostile',
    async (role) => {
      const file = writtenText(markdown, await hostileModel(role));
      expect(file).not.toContain('<%');
      // Front matter embeds nothing.
      expect(file.slice(file.indexOf('\n---\n'))).not.toMatch(/(?<!\\)!\[\[/);
      const { title } = parse(file.slice(4, file.indexOf('\n---\n'))) as { title: string };
      if (role === 'title') expect(title).toContain(HOSTILE_NOTES['code of a template']);
    },
  );

  it('has one front matter for Obsidian, with what texts share once, and else a list', async () => {
    const [one, other] = [await sectioned('a', '甲'), await sectioned('b', '乙')];
    const model = modelOf([one, { ...other, sourceHash: 'cd'.repeat(32) }]);
    const file = writtenText(markdown, model);
    expect(file.match(/^---$/gm)).toHaveLength(2);
    expect(parse(file.slice(4, file.indexOf('\n---\n')))).toEqual({
      title: '甲, 乙',
      language: 'zh-Hant',
      source: [`urn:sha256:${'ab'.repeat(32)}`, `urn:sha256:${'cd'.repeat(32)}`],
      exported: '1970-01-01T00:00:00.000Z',
      notes: 8,
    });
  });

  it('comes in about one part for each note, so that whoever waits can pause', async () => {
    const { text, annotations } = marksOnLines(Array.from({ length: 50 }, (_each, index) => `引文${index}。`));
    const model = await modelOn(text, annotations);
    for (const layout of ['obsidian', 'plain', 'logseq'] as const) {
      const written = markdown.write(model, { ...OPTIONS, layout });
      if (written.kind !== 'text') throw new Error('Markdown is text');
      expect([...written.parts].length).toBeGreaterThan(50);
    }
  });
});

describe('Markdown for Logseq', () => {
  it('has properties of the page first, then a block for each mark and its note below it', async () => {
    const text = { ...textOfLines('t', 'ab'.repeat(32), ['甲。', '乙。']), title: '[[題]] #1' };
    const marks = [
      markAt(text, 1, 0, 2, { colour: OWN_COLOURS[0], tags: ['翻譯', 'two words', 'a,b'], note: '**記**\n- 一\n- 二' }),
      markAt(text, 2, 0, 5, { colour: 'red' }),
    ];
    const palette = parsePalette({ labels: {}, own: [{ id: OWN_COLOURS[0], label: '書證', hex: '#1f9e89' }] });
    const model = flat(await modelOn(text, marks, { palette }));
    expect(writtenText(markdown, model, { layout: 'logseq' })).toBe(
      [
        'title:: ［［題］］ ＃1',
        'language:: zh-Hant',
        `source:: urn:sha256:${'ab'.repeat(32)}`,
        'exported:: 1970-01-01T00:00:00.000Z',
        '',
        '- 甲。',
        '  ls-type:: annotation',
        '  hl-page:: 1',
        '  hl-color:: red',
        `  id:: ${idOf(2)}`,
        '  乙。',
        '- 甲。',
        '  ls-type:: annotation',
        '  hl-page:: 1',
        '  hl-color:: blue',
        `  id:: ${idOf(1)}`,
        '  label:: 書證',
        '  tags:: 翻譯, two words, a，b',
        '\t- **記**',
        '\t  * 一',
        '\t  * 二',
        '',
      ].join('\n'),
    );
  });

  it('takes no line of a quote for a property or a reference', async () => {
    const { text, annotations } = marksOnLines(['id:: 甲', '((0190a1b2-0000-7000-8000-000000000001))']);
    const file = writtenText(markdown, await modelOn(text, annotations), { layout: 'logseq' });
    expect(file.match(/^\s*(?:- )?id:: /gm)).toHaveLength(2);
    expect(file).toContain('id:\\: 甲');
    expect(file).not.toMatch(/\)\)/);
  });
});

describe('plain Markdown', () => {
  it('has the note below its quote, then place, meaning and tags as words', async () => {
    const { text, annotations } = marksOnLines(['題。', '甲。'], () => ({ note: '一\n二', tags: ['翻譯', '#號'] }));
    const palette = parsePalette({ labels: { yellow: '要點', red: '', green: '', blue: '', purple: '' } });
    const model = flat(await modelOn(text, annotations.slice(1), { palette }));
    expect(writtenText(markdown, model, { layout: 'plain' })).toBe(
      '# 《lines》\n\n> 甲。\n\n一  \n二\n\n— ¶ 2 · 要點 · 翻譯 · \\#號\n',
    );
  });

  it('keeps paragraphs of a quote apart, and says where a mark stands that has no place', async () => {
    const text = textOfLines('t', 'ab'.repeat(32), ['甲', '乙']);
    const made = await exportedText(text, [markAt(text, 1, 0, 3), markAt(text, 2, 0, 1, { textHash: 'other' })]);
    expect(writtenText(markdown, flat(modelOf([made])), { layout: 'plain' })).toBe(
      '# 《t》\n\n> 甲\n>\n> 乙\n\n— ¶ 1\n\n> 甲\n\n— 《《t》》, no place in this edition\n',
    );
  });
});
