import { mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { edited } from '#core/annotation/annotation';
import { toBackup } from '#core/backup/backup-file';
import { FIRST_OPTIONS } from '#core/exchange/format';
import { zhupiNotes } from '#core/exchange/json/zhupi-notes';
import { markdown } from '#core/exchange/markdown/markdown';
import type { Change } from '#core/kept/change';
import type { ExportCommand } from '../../../main/command/arguments';
import { exportNotes } from '../../../main/command/export-notes';
import { markAt } from '../../support/exported';
import { digest, textOfLines } from '../../support/kept-records';

const software = { ...textOfLines('甲', 'a'.repeat(64), ['我用软件', '写字']), script: 'hans' as const, title: '甲书' };
const other = textOfLines('乙', 'b'.repeat(64), ['天地玄黃']);
const deleted = edited(markAt(software, 3, 0, 1), { kind: 'delete' }, 9);
const RECORDS: readonly Change[] = [
  { table: 'settings', record: { key: 'palette', value: { labels: { yellow: '要點' } } } },
  { table: 'texts', record: software },
  { table: 'texts', record: other },
  { table: 'annotations', record: markAt(software, 1, 2, 4, { note: '何謂？' }) },
  { table: 'annotations', record: markAt(other, 2, 0, 2) },
  { table: 'annotations', record: deleted },
  // On a text that was taken out of the library.
  { table: 'annotations', record: markAt(textOfLines('lost', 'c'.repeat(64), ['失而復得']), 4, 0, 2) },
];

const makers = { worker: 'none', print: () => Promise.reject(new Error('nothing is printed here')) };

let dir: string;
const at = (name: string): string => join(dir, name);
const command = (parts: Partial<ExportCommand> = {}): ExportCommand => ({
  ...{ format: markdown, from: at('backup.json'), to: at('notes.md'), mode: 'original', language: 'en' },
  ...{ options: FIRST_OPTIONS, templateFile: undefined, texts: [] },
  ...parts,
});
const run = (parts?: Partial<ExportCommand>) => exportNotes(command(parts), { version: '1.2.3', makers });
const written = (): string => readFileSync(at('notes.md'), 'utf8');

beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), 'zhupi-command-'));
  writeFileSync(at('backup.json'), await toBackup(RECORDS, { version: '1', created: 5 }, digest));
});
afterEach(() => {
  rmSync(dir, { recursive: true, force: true });
});

describe('an export of a backup', () => {
  it('holds the live notes on all texts, with the words of the colours', async () => {
    expect(await run()).toEqual({ ok: true, value: `3 notes saved in “${at('notes.md')}”.` });
    expect(written()).toContain('> [!quote] ¶ 1 · 要點\n> 软件\n');
    expect(written()).toContain('> 天地\n');
    expect(written().match(/\[!quote\]/g)).toHaveLength(3);
    expect(written()).toContain('# lost\n');
    expect(written()).toContain('> 失而\n');
  });

  it('gives the quotes in the script that is asked for', async () => {
    await run({ mode: 'taiwan-phrases' });
    expect(written()).toContain('> 軟體\n');
  });

  it.each([['甲书'], ['甲']])('holds the notes on the text %s alone where that is asked for', async (name) => {
    expect(await run({ texts: [name] })).toMatchObject({ ok: true });
    expect(written()).not.toContain('天地');
    expect(written()).toContain('何謂？');
  });

  it('holds what is in the bin where a format does, unless that is not wanted', async () => {
    const ids = (): unknown => (JSON.parse(written()) as { notes: { id: string }[] }).notes.map(({ id }) => id);
    await run({ format: zhupiNotes });
    expect(ids()).toContain(deleted.id);
    await run({ format: zhupiNotes, options: { ...FIRST_OPTIONS, bin: false } });
    expect(ids()).not.toContain(deleted.id);
  });

  it('can be made of notes as Zhupi JSON, which goes out again as it is', async () => {
    await run({ format: zhupiNotes });
    const notes = (): unknown => (JSON.parse(written()) as { notes: unknown }).notes;
    const before = notes();
    renameSync(at('notes.md'), at('notes.json'));
    await run({ from: at('notes.json') });
    expect(written()).toContain('> [!quote] · 要點\n> 软件\n');
    expect(written()).toContain('# 甲书\n');
    await run({ from: at('notes.json'), format: zhupiNotes });
    expect(notes()).toEqual(before);
  });

  it('is laid out by a template', async () => {
    writeFileSync(
      at('template'),
      '{% for text in texts %}{% for note in text.notes %}<{{ note.quote }}>{% endfor %}{% endfor %}',
    );
    await run({ templateFile: at('template'), options: { ...FIRST_OPTIONS, layout: 'template' } });
    expect(written()).toBe('<软件><天地><失而>');
  });

  it('replaces a file of that name', async () => {
    writeFileSync(at('notes.md'), 'before');
    await run();
    expect(written()).toContain('何謂？');
    expect(readdirSync(dir).sort()).toEqual(['backup.json', 'notes.md']);
  });
});

describe('an export that cannot be', () => {
  it.each<[string, () => Partial<ExportCommand>, string]>([
    ['there is no backup', () => ({ from: at('none') }), 'there is no such file'],
    ['the backup is a folder', () => ({ from: dir }), 'it is no text file'],
    [
      'no text is called so',
      () => ({ texts: ['丙'] }),
      'There are no notes on a text “丙”. There are notes on: 甲书, 《乙》, lost.',
    ],
    [
      'it would replace what it is made of',
      () => ({ to: join(dir, '.', 'backup.json') }),
      'is read, and cannot be written',
    ],
    ['there is no template', () => ({ templateFile: at('none') }), 'there is no such file'],
    ['the place is not there', () => ({ to: at('none/notes.md') }), 'was not saved'],
  ])('since %s says so and writes nothing', async (_why, parts, sentence) => {
    const outcome = await run(parts());
    expect(outcome.ok ? '' : outcome.reason).toContain(sentence);
    expect(readdirSync(dir)).toEqual(['backup.json']);
  });

  it.each([
    ['is another program’s', '{"a": 1}', 'is no backup of Zhupi, nor its notes as JSON'],
    ['breaks off', '{"program":"Zhupi","kind":"backup","form', 'is damaged'],
    ['is of a newer version', '{"program":"Zhupi","kind":"backup","format":99}\n', 'newer version'],
  ])('since the file %s says so', async (_what, content, sentence) => {
    writeFileSync(at('backup.json'), content);
    const outcome = await run();
    expect(outcome.ok ? '' : outcome.reason).toContain(sentence);
  });

  it('since the template is faulty says where and why', async () => {
    writeFileSync(at('template'), '{% for x in %}');
    expect(await run({ templateFile: at('template') })).toEqual({
      ok: false,
      reason: expect.stringMatching(/template”: Template, line 1, column \d+: /) as string,
    });
    expect(readdirSync(dir).sort()).toEqual(['backup.json', 'template']);
  });

  it('since the template fails on these notes alone says so and writes nothing', async () => {
    writeFileSync(at('template'), '{{ title }}\n{% if count == 3 %}{{ exported | date: "%9999999999Y" }}{% endif %}');
    const outcome = await run({ templateFile: at('template'), options: { ...FIRST_OPTIONS, layout: 'template' } });
    expect(outcome.ok ? '' : outcome.reason).toMatch(/template”: Template, line 2, column 20: .*stopped\.$/);
    expect(readdirSync(dir).sort()).toEqual(['backup.json', 'template']);
  });

  it('since there are no notes says so', async () => {
    writeFileSync(
      at('backup.json'),
      await toBackup([{ table: 'texts', record: other }], { version: '1', created: 5 }, digest),
    );
    expect(await run()).toMatchObject({ ok: false, reason: expect.stringContaining('There are no notes') as string });
  });
});
