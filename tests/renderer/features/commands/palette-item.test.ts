import { describe, expect, it } from 'vitest';
import { findItems, partsOfName, type PaletteItem } from '../../../../renderer/features/commands/palette-item';

const item = (id: string, name: string, reason?: string): PaletteItem => ({
  ...{ id, names: [name], reason },
  run: () => undefined,
});

const ITEMS = [
  item('note', 'Add note', 'Select words first'),
  item('export', 'Export notes…'),
  item('next', 'Next mark'),
  item('pane', 'Notes pane'),
];

const ids = (typed: string, recent: readonly string[] = []): string[] =>
  findItems(ITEMS, typed, recent, undefined).map(({ item: { id } }) => id);

describe('the palette', () => {
  it.each<readonly [string, string, readonly string[], readonly string[]]>([
    ['lists everything, what cannot be done now last', '', [], ['export', 'next', 'pane', 'note']],
    ['lists what was used last first', '', ['pane', 'next'], ['pane', 'next', 'export', 'note']],
    [
      'lists what cannot be done now last, however lately it was used',
      '',
      ['note'],
      ['export', 'next', 'pane', 'note'],
    ],
    ['puts a beginning before what is within', 'note', [], ['pane', 'note', 'export']],
    ['prefers what was used last among what is as good', 'note', ['export'], ['pane', 'export', 'note']],
    ['folds width and case', 'ＮＯＴＥ ', [], ['pane', 'note', 'export']],
    ['finds nothing where nothing is called so', 'zzz', [], []],
  ])('%s', (_what, typed, recent, found) => {
    expect(ids(typed, recent)).toEqual(found);
  });

  it('parts a name into what was looked for and the rest, and loses nothing of it', () => {
    const parts = partsOfName('Export notes…', [0, 1, 7, 8]);
    expect(parts.map(({ words, isFound }) => (isFound ? `<${words}>` : words))).toEqual([
      '<Ex>',
      'port ',
      '<no>',
      'tes…',
    ]);
  });
});
