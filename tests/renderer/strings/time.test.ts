import { expect, it } from 'vitest';
import { LANGUAGES } from '#core/ipc/language';
import { momentOf, timeOf } from '../../../renderer/strings/time';

it.each(LANGUAGES)('day and time in %s are written in one way, by the clock of 24 hours', (language) => {
  for (const [hour, written] of [
    [0, '00:07'],
    [1, '01:07'],
    [13, '13:07'],
  ] as const) {
    const at = new Date(2026, 10, 27, hour, 7).getTime();
    const { time, date = '' } = timeOf(at, at + 7 * 86_400_000, language);
    expect(time).toBe(written);
    expect(momentOf(at, language)).toBe(`${date} ${written}`);
  }
});
