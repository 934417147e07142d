import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { NoticeOpener } from '../../../../renderer/features/reader/notice-opener';

const repair = { carrier: 'repair', isPatient: false };
const variant = { carrier: 'variant', isPatient: true };
const other = { carrier: 'other', isPatient: true };

let opens: (string | undefined)[] = [];
let opener = new NoticeOpener<string>(() => undefined);
beforeEach(() => {
  vi.useFakeTimers();
  opens = [];
  opener = new NoticeOpener((carrier) => opens.push(carrier));
});
afterEach(() => {
  vi.useRealTimers();
});

const pass = (ms: number): void => {
  vi.advanceTimersByTime(ms);
};

describe('what tells of damage', () => {
  it('opens and closes with the mouse at once', () => {
    opener.over(repair);
    opener.over(undefined);
    expect(opens).toEqual(['repair', undefined]);
  });
});

describe('what holds buttons', () => {
  it('opens when the mouse rests on it, not when it passes', () => {
    opener.over(variant);
    pass(100);
    opener.over(undefined);
    opener.over(other);
    pass(100);
    expect(opens).toEqual([]);
    pass(100);
    expect(opens).toEqual(['other']);
  });

  it('stays while the mouse goes into it, over other words too, and while it is there', () => {
    opener.over(variant);
    pass(200);
    opener.over(undefined);
    pass(100);
    opener.over(other);
    pass(100);
    opener.inside();
    pass(10_000);
    expect(opens).toEqual(['variant']);
  });

  it('closes a moment after the mouse has gone elsewhere', () => {
    opener.over(variant);
    pass(200);
    opener.over(undefined);
    pass(1_000);
    expect(opens).toEqual(['variant', undefined]);
  });

  it('gives way to another that the mouse rests on, and to damage', () => {
    opener.over(variant);
    pass(200);
    opener.over(other);
    pass(200);
    opener.over(repair);
    pass(200);
    opener.over(undefined);
    expect(opens).toEqual(['variant', 'other', 'repair', undefined]);
  });

  it('stays when the mouse comes back in time', () => {
    opener.over(variant);
    pass(200);
    opener.over(undefined);
    pass(100);
    opener.over(variant);
    pass(10_000);
    expect(opens).toEqual(['variant']);
  });

  it('opens with the focus at once, and stays with the focus inside wherever the mouse goes', () => {
    opener.focus(variant);
    opener.focusInside(true);
    opener.over(other);
    opener.over(repair);
    opener.over(undefined);
    pass(10_000);
    expect(opens).toEqual(['variant']);
    opener.focusInside(false);
    expect(opens).toEqual(['variant', undefined]);
  });

  it('obeys the mouse again once the focus is back on the words', () => {
    opener.focus(variant);
    opener.focusInside(true);
    opener.focus(variant);
    opener.over(undefined);
    pass(1_000);
    expect(opens).toEqual(['variant', undefined]);
  });

  it('is closed for good, whatever was on its way', () => {
    opener.over(variant);
    opener.close();
    pass(1_000);
    expect(opens).toEqual([]);
    opener.over(variant);
    pass(200);
    opener.over(other);
    opener.close();
    pass(1_000);
    expect(opens).toEqual(['variant', undefined]);
  });
});
