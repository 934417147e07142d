import { expect, it } from 'vitest';
import { editOf } from '../../../renderer/features/annotations/use-pick-keys';
import { FIRST_VIEW, isNarrowed, withKnownTags } from '../../../renderer/features/annotations/use-note-view';

it.each([
  [['甲'], ['甲', '乙'], ['甲']],
  [['甲', '丙'], ['甲', '乙'], ['甲']],
  [['丙'], [], []],
])('a view of tags %j where there are %j asks for %j, and says no other', (tags, known, asked) => {
  const view = withKnownTags(
    { ...FIRST_VIEW, tags },
    known.map((tag) => ({ tag, count: 1 })),
  );
  expect(view.tags).toEqual(asked);
  expect(isNarrowed(view)).toBe(asked.length > 0);
});

it('a view whose tags are all there stays the same object', () => {
  const view = { ...FIRST_VIEW, tags: ['甲'] };
  expect(withKnownTags(view, [{ tag: '甲', count: 1 }])).toBe(view);
});

it.each([
  ['u', 'highlight', { kind: 'restyle', style: 'underline' }],
  ['U', 'strikethrough', { kind: 'restyle', style: 'highlight' }],
  ['2', 'wavy', { kind: 'recolour', colour: 'red' }],
  ['3', 'wavy', undefined],
  ['Delete', 'wavy', { kind: 'delete' }],
] as const)('%s on a note drawn as %s makes %j', (key, style, edit) => {
  const pressed = { key, ctrlKey: false, metaKey: false, altKey: false };
  expect(editOf(pressed, ['yellow', 'red'], style)).toEqual(edit);
});
