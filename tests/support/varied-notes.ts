import { COLOURS, edited, OWN_COLOURS, STYLES, type Annotation } from '#core/annotation/annotation';
import { parsePalette } from '#core/annotation/palette';
import { SCRIPT_MODES } from '#core/script/mode';
import type { Text } from '#core/text/text';
import { markAt } from './exported';

/** What the colours of the varied notes mean. */
export const VARIED_PALETTE = parsePalette({
  labels: { yellow: '要點', red: 'doubt', green: '', blue: 'term', purple: '待查' },
  own: [
    { id: OWN_COLOURS[0], label: '書證', hex: '#1f9e89', offered: true },
    { id: OWN_COLOURS[1], label: '', hex: '#102030', offered: true },
  ],
});

const NOTES: readonly [string, ...string[]] = [
  '',
  '怎麼譯？',
  '**重點**：見下文，*參看* `科技部`。\n\n- 一\n- 二\n  1. 甲\n  2. 乙',
  'A note in English, with “quotes”, a – dash and 100% of what one needs.',
  '> 引文\n\n| 甲 | 乙 |\n| - | - |\n| 1 | 2 |\n\n```js\nlet 甲 = 1;\n```',
  '參看 [全局中的核心](zhupi://mark/0190a1b2-0000-7000-8000-000000000001) 與 https://example.org/a_b?c=1&d=2',
  '𠮷野家 😀 𪚥',
  '~~刪去~~ ==不==',
  '第一行\n第二行\n\n另一段',
  '=1+1',
];

const TAGS: readonly [readonly string[], ...(readonly string[])[]] = [
  [],
  ['翻譯'],
  ['翻譯', '2025', 'two words'],
  ['地/區', '#號'],
  ['術語'],
];

const LENGTHS = [1, 2, 4, 8, 17, 33] as const;

/** The value whose turn it is. */
const turn = <Value>(values: readonly [Value, ...Value[]], index: number): Value =>
  values[index % values.length] ?? values[0];

/**
 * 25 notes on a text that differ in all that a note can differ in: length, overlap, blocks, colour, style, note, tags,
 * script, times and revisions.
 */
export function variedNotes(text: Text): Annotation[] {
  const starts = text.blocks.filter(({ span }) => span.end - span.start > 40).map(({ span }) => span);
  const colours = [...COLOURS, OWN_COLOURS[0], OWN_COLOURS[1]] as const;
  return Array.from({ length: 25 }, (_each, index) => {
    const block = starts[(index * 7) % starts.length] ?? { start: 0, end: 40 };
    // Some overlap the one before, some stand on the very same words, some reach into the next blocks.
    const start = index % 6 === 5 ? block.start : block.start + ((index * 3) % 20);
    const length = index % 8 === 3 ? block.end - start + 30 : turn(LENGTHS, index);
    const made = markAt(text, index + 1, start, start + length, {
      colour: turn(colours, index),
      style: turn(STYLES, index),
      script: turn(SCRIPT_MODES, index),
      note: turn(NOTES, index),
      tags: turn(TAGS, index),
    });
    return index % 4 === 1 ? edited(made, { kind: 'recolour', colour: made.colour }, made.created + 86_400_000) : made;
  });
}
