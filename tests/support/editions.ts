import type { Edition } from '#core/anchor/folded-edition';
import { codePointSpan, type CodePointSpan } from '#core/support/offset';
import type { Text } from '#core/text/text';
import { seeded } from './corpus';

/** An edition made from another by edits that are known. */
export interface EditedText {
  readonly edition: Edition;
  /**
   * For each code point of the new canonical text the code point of the old one in whose place it stands: the same,
   * or one that it replaced; −1 for what was added.
   */
  readonly origin: Int32Array;
}

/** A character with where it came from. */
interface Sign {
  readonly sign: string;
  readonly from: number;
}
type Paragraph = readonly Sign[];

/** A plain edition: blocks joined by newlines. */
export function editionOf(canonical: string): Edition {
  let start = 0;
  const blocks = canonical.split('\n').map((line) => {
    const end = start + Array.from(line).length;
    const block = { kind: 'paragraph' as const, span: codePointSpan(start, end) };
    start = end + 1;
    return block;
  });
  return { canonical, blocks };
}

/** An edition of the text `t` with these paragraphs; `sourceHash` tells it from others. */
export const textOf = (sourceHash: string, ...paragraphs: readonly string[]): Text => ({
  id: 't',
  title: '題',
  sourceHash,
  script: 'hant',
  derivation: 1,
  ...editionOf(paragraphs.join('\n')),
  glosses: [],
  repairs: [],
  suspects: [],
});

/** Where words stand in a text for the first time. */
export function spanOf(text: Text, words: string): CodePointSpan {
  const start = Array.from(text.canonical.slice(0, text.canonical.indexOf(words))).length;
  return codePointSpan(start, start + Array.from(words).length);
}

function paragraphsOf(canonical: string): Paragraph[] {
  let at = 0;
  return canonical.split('\n').map((line) => {
    const signs = Array.from(line, (sign, index) => ({ sign, from: at + index }));
    at += signs.length + 1;
    return signs;
  });
}

function fromParagraphs(paragraphs: readonly Paragraph[]): EditedText {
  const kept = paragraphs.filter(({ length }) => length > 0);
  const canonical = kept.map((signs) => signs.map(({ sign }) => sign).join('')).join('\n');
  const origin = kept.flatMap((signs, index) => [...(index === 0 ? [] : [-1]), ...signs.map(({ from }) => from)]);
  return { edition: editionOf(canonical), origin: Int32Array.from(origin) };
}

/** Edits a text; every choice is drawn from `random`. */
export type Editing = (paragraphs: readonly Paragraph[], random: () => number) => readonly Paragraph[];

/** The edition that some edits make of a text. */
export function editedText(canonical: string, seed: number, ...edits: readonly Editing[]): EditedText {
  const random = seeded(seed);
  return fromParagraphs(
    edits.reduce<readonly Paragraph[]>((paragraphs, edit) => edit(paragraphs, random), paragraphsOf(canonical)),
  );
}

/** Each character with this chance is replaced, left out, or followed by another, drawn from the text itself. */
export const noise =
  (share: number): Editing =>
  (paragraphs, random) => {
    const stock = paragraphs.flat();
    const drawn = (): string => stock[Math.floor(random() * stock.length)]?.sign ?? '';
    return paragraphs.map((signs) =>
      signs.flatMap((own) => {
        if (random() >= share) return [own];
        const kind = random();
        if (kind < 1 / 3) return [{ sign: drawn(), from: own.from }];
        return kind < 2 / 3 ? [] : [own, { sign: drawn(), from: -1 }];
      }),
    );
  };

/** Each sentence with this chance is left out. */
export const deletions =
  (share: number): Editing =>
  (paragraphs, random) =>
    paragraphs.map((signs) => {
      let isOut = random() < share;
      return signs.filter(({ sign }) => {
        const out = isOut;
        if (/[。！？；，]/u.test(sign)) isOut = random() < share;
        return !out;
      });
    });

/** Each paragraph with this chance is taken to another place. */
export const movedParagraphs =
  (share: number): Editing =>
  (paragraphs, random) => {
    const moved = paragraphs.filter(() => random() < share);
    const left = paragraphs.filter((paragraph) => !moved.includes(paragraph));
    for (const paragraph of moved) left.splice(Math.floor(random() * (left.length + 1)), 0, paragraph);
    return left;
  };

/** Each paragraph with this chance is cut in two at any place. */
export const splitParagraphs =
  (share: number): Editing =>
  (paragraphs, random) =>
    paragraphs.flatMap((signs) => {
      if (random() >= share) return [signs];
      const cut = Math.floor(random() * signs.length);
      return [signs.slice(0, cut), signs.slice(cut)];
    });

/** Each paragraph with this chance is joined to the one before. */
export const joinedParagraphs =
  (share: number): Editing =>
  (paragraphs, random) => {
    const joined: Paragraph[] = [];
    for (const signs of paragraphs) {
      const last = joined.at(-1);
      if (last !== undefined && random() < share) joined[joined.length - 1] = [...last, ...signs];
      else joined.push(signs);
    }
    return joined;
  };

/** Every character as a conversion shows it, which must keep their number. */
export const inScript =
  (convert: (text: string) => string): Editing =>
  (paragraphs) =>
    paragraphs.map((signs) => {
      const shown = Array.from(convert(signs.map(({ sign }) => sign).join('')));
      if (shown.length !== signs.length) throw new Error('the conversion changes the number of characters');
      return signs.map(({ from }, index) => ({ sign: shown[index] ?? '', from }));
    });
