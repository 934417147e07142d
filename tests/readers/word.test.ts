import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FIRST_OPTIONS, type ExportOptions } from '#core/exchange/format';
import { noteCount, type NotesModel } from '#core/exchange/notes-model';
import { wordDocument, wordWords } from '#core/exchange/document/word';
import { docxOf } from '../../main/export/docx-of';
import { bundledText } from '../support/bundled-text';
import { exportedText, marksOnLines, modelOf, modelOn } from '../support/exported';
import { HOSTILE_NOTES } from '../support/hostile-notes';
import { VARIED_PALETTE, variedNotes } from '../support/varied-notes';
import { convertedByOffice, isHere, run } from './programs';

const folder = mkdtempSync(join(tmpdir(), 'zhupi-word-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const OPTIONS: ExportOptions = { ...FIRST_OPTIONS, author: '王小明 "W" & <w>', citation: true, quotes: 'both' };

const HOSTILE = Object.entries(HOSTILE_NOTES);
/** As quotes stand lines. Of the longest a part is enough for LibreOffice, which takes half a minute for all of it. */
const hostileLines = HOSTILE.map(([, words]) => words.replace(/[\r\n]+/g, ' ')).map(
  (line) => line.slice(0, 20_000) || '空',
);

async function hostileModel(): Promise<NotesModel> {
  const { text, annotations } = marksOnLines(hostileLines, (line) => {
    const words = HOSTILE[line]?.[1] ?? '';
    // One in two says nothing but its tags.
    return line % 2 === 0 ? { note: words } : { note: words, tags: [words.slice(0, 200)] };
  });
  const elsewhere = annotations.slice(0, 3).map((annotation) => ({
    ...annotation,
    id: annotation.id.replace('0190', '0191'),
    textHash: 'cd'.repeat(32),
  }));
  return modelOf([await exportedText(text, [...annotations, ...elsewhere])]);
}

async function variedModel(): Promise<NotesModel> {
  const text = await bundledText();
  return modelOn(text, variedNotes(text), { palette: VARIED_PALETTE, mode: 'taiwan-phrases' });
}

/** A node of pandoc's document, as far as it is looked at. */
interface Node {
  readonly t: string;
  readonly c?: unknown;
}

interface Found {
  readonly author: string;
  readonly date: string;
  words: string;
}

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && 't' in value;

type Attributes = readonly [string, readonly string[], readonly (readonly [string, string])[]];

/** The words between the begin and the end of each comment, as pandoc has them: paragraphs joined by a newline. */
class Comments {
  readonly found = new Map<string, Found>();
  readonly #open = new Map<string, Found>();

  read(value: unknown): void {
    if (Array.isArray(value)) for (const each of value) this.read(each);
    else if (isNode(value)) this.#readNode(value);
  }

  #say(words: string): void {
    for (const comment of this.#open.values()) comment.words += words;
  }

  #readNode({ t, c }: Node): void {
    if (t === 'Str') this.#say(String(c));
    else if (t === 'Space' || t === 'SoftBreak' || t === 'LineBreak') this.#say(' ');
    else if (t === 'Span') this.#readSpan(c as readonly [Attributes, unknown]);
    else if (t === 'Quoted') this.read((c as readonly unknown[])[1]);
    else {
      this.read(c);
      if (['Para', 'Plain', 'Header'].includes(t)) this.#say('\n');
    }
  }

  #readSpan([[, classes, pairs], inside]: readonly [Attributes, unknown]): void {
    const attribute = (name: string): string => pairs.find(([key]) => key === name)?.[1] ?? '';
    if (classes.includes('comment-start')) {
      const comment = { author: attribute('author'), date: attribute('date'), words: '' };
      this.found.set(attribute('id'), comment);
      this.#open.set(attribute('id'), comment);
      return;
    }
    if (classes.includes('comment-end')) this.#open.delete(attribute('id'));
    // Of two that end together pandoc puts the end of one into that of the other.
    this.read(inside);
  }
}

/** What pandoc leaves of words: runs of spaces are one, those at an end of a paragraph none. */
const asPandoc = (words: string): string =>
  words
    .split('\n')
    .map((line) => line.replace(/[ \t\u00a0]+/g, ' ').trim())
    .filter((line) => line !== '')
    .join('\n');

describe.each([
  ['the bundled text with 25 varied notes', variedModel],
  ['hostile words as notes, tags and quotes, three of them without a place', hostileModel],
] as const)('a Word file of %s', (_name, make) => {
  let model: NotesModel;
  const file = join(folder, `${_name.slice(0, 7)}.docx`);
  beforeAll(async () => {
    model = await make();
    writeFileSync(file, await docxOf(wordDocument(model, OPTIONS)));
  });

  it.skipIf(!isHere('pandoc'))('has, for pandoc, each note as a comment with author, date and the exact words', () => {
    const comments = new Comments();
    comments.read(
      (JSON.parse(run('pandoc', ['--track-changes=all', '-f', 'docx', '-t', 'json', file])) as { blocks: unknown })
        .blocks,
    );
    const notes = model.texts.flatMap((text) => text.notes);
    expect(comments.found.size).toBe(notes.length);
    notes.forEach(({ annotation, displayed }, index) => {
      const comment = comments.found.get(String(index));
      expect(comment?.author).toBe(OPTIONS.author);
      expect(comment?.date.slice(0, 19)).toBe(new Date(annotation.created).toISOString().slice(0, 19));
      expect(asPandoc(comment?.words ?? '')).toBe(asPandoc(wordWords(displayed)));
    });
  });

  it.skipIf(!isHere('LibreOffice Writer'))('has, for LibreOffice, as many annotations as there are notes', () => {
    const office = convertedByOffice(file, 'fodt');
    expect(office.match(/<office:annotation /g)).toHaveLength(noteCount(model));
    expect(office.match(/<office:annotation-end /g)).toHaveLength(noteCount(model));
  });
});
