import { describe, expect, it } from 'vitest';
import { correctAt, liveAfter, recordsAfter, settle, type CorrectionChange } from '#core/correction/changes';
import { edited, isLive, problemOfForm, type Correction, type NewCorrection } from '#core/correction/correction';
import { correction, inText, placeAt } from '../../support/corrections';

const making = { newId: () => 'new', at: 100 };
const TWP = ['taiwan-phrases'] as const;
const place = { textId: 't', textHash: 'h', start: 5, end: 7 };
const wanted = (right: string, parts: Partial<NewCorrection> = {}): NewCorrection => ({
  reach: { scope: 'everywhere' },
  source: '全局',
  wrong: '全域性',
  right,
  modes: TWP,
  ...parts,
});
const said = (all: readonly Correction[]): string[] =>
  all.map(({ reach, right, modes }) => `${reach.scope} ${right} ${modes.join(' ')}`);

describe('an edit', () => {
  it('makes a new record one revision on, and leaves the old one as it was', () => {
    const before = correction('全局', '全局');
    const changed = edited(before, { kind: 'change', to: { right: '大局' } }, 9);
    expect(changed).toMatchObject({ right: '大局', source: '全局', modified: 9, rev: 2 });
    const removed = edited(changed, { kind: 'delete' }, 10);
    expect(isLive(removed)).toBe(false);
    expect(edited(removed, { kind: 'restore' }, 11)).toEqual({ ...changed, modified: 11, rev: 4 });
    expect(before.rev).toBe(1);
  });

  it.each([
    ['', 'empty'],
    ['\u3000 ', 'empty'],
    ['甲\n乙', 'line-break'],
    ['甲\u2028乙', 'line-break'],
    ['甲'.repeat(201), 'long'],
    ['𠮷'.repeat(200), undefined],
    ['Wi Fi', undefined],
  ])('to %j is refused as %s', (form, problem) => {
    expect(problemOfForm(form)).toBe(problem);
  });
});

describe('making a correction', () => {
  it.each<[string, Correction[], NewCorrection, string[]]>([
    ['adds it where there is none', [], wanted('全局'), ['everywhere 全局 taiwan-phrases']],
    [
      'changes the one that is there',
      [correction('全局', '大局', { modes: TWP })],
      wanted('全局'),
      ['everywhere 全局 taiwan-phrases'],
    ],
    [
      'leaves another mode what it had',
      [correction('全局', '大局', { modes: ['taiwan', 'taiwan-phrases'] })],
      wanted('全局'),
      ['everywhere 大局 taiwan', 'everywhere 全局 taiwan-phrases'],
    ],
    [
      'leaves the other direction alone',
      [correction('全局', '大局', { modes: ['simplified'] })],
      wanted('全局'),
      ['everywhere 大局 simplified', 'everywhere 全局 taiwan-phrases'],
    ],
    [
      'lets what is narrower and in the way give way',
      [
        correction('全局', '甲', { id: '1', reach: placeAt(5, 7), modes: TWP }),
        correction('全局', '乙', { id: '2', reach: inText(), modes: TWP }),
        correction('全局', '丙', { id: '3', reach: placeAt(8, 10), modes: TWP }),
        correction('全局', '丁', { id: '4', reach: inText('u'), modes: TWP }),
      ],
      wanted('全局'),
      ['occurrence 丙 taiwan-phrases', 'text 丁 taiwan-phrases', 'everywhere 全局 taiwan-phrases'],
    ],
    [
      'keeps what is wider where it is about one place',
      [correction('全局', '全局', { modes: TWP })],
      wanted('全域性', { reach: placeAt(5, 7) }),
      ['everywhere 全局 taiwan-phrases', 'occurrence 全域性 taiwan-phrases'],
    ],
  ])('%s', (_title, live, made, after) => {
    const changes = correctAt(live, made, place, making);
    expect(said(liveAfter(live, changes, 1))).toEqual(after);
    expect(correctAt(liveAfter(live, changes, 1), made, place, making)).toEqual([]);
  });
});

describe('changes', () => {
  it('is not done by halves: a change of what is not there changes nothing', () => {
    const steps: CorrectionChange[] = [
      { kind: 'add', made: correction('甲', '乙') },
      { kind: 'edit', id: 'none', edit: { kind: 'delete' } },
    ];
    expect(recordsAfter(steps, () => undefined, 1)).toBeUndefined();
  });

  it('settling what agrees piece by piece changes nothing', () => {
    const same = [
      correction('全局', '全局', { id: '1', modes: TWP }),
      correction('全局', '全局', { id: '2', modes: ['taiwan'] }),
    ];
    expect(settle(same, wanted('全局', { modes: ['taiwan', 'taiwan-phrases'] }), making)).toEqual([]);
  });
});
