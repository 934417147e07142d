import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { FileLog, FILES_KEPT, FULL_BYTES, logFile } from '../../main/log';
import { reportsInto } from '../../main/log-reports';

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'zhupi-log-'));
});
afterEach(() => {
  rmSync(dir, { recursive: true, force: true });
});

const NOON = Date.UTC(2026, 10, 26, 12);
const opened = (folder: string): FileLog => {
  const log = new FileLog({ clock: () => NOON, echo: undefined });
  log.open(folder);
  return log;
};

describe('the log', () => {
  it('is one stamped line each, whatever is in it', () => {
    const folder = join(dir, 'not', 'there');
    const log = opened(folder);
    log.write('one');
    log.write('two\nthree\r\u2028four\u202e\u001b[31m');
    expect(readFileSync(logFile(folder), 'utf8')).toBe(
      '2026-11-26T12:00:00.000Z one\n2026-11-26T12:00:00.000Z two three four [31m\n',
    );
  });

  it('writes nothing before it is opened, and goes on where another program stopped', () => {
    const log = new FileLog({ clock: () => NOON, echo: undefined });
    log.write('nobody');
    expect(readdirSync(dir)).toEqual([]);
    opened(dir).write('first');
    opened(dir).write('second');
    expect(readFileSync(logFile(dir), 'utf8')).toMatch(/first\n.*second\n$/);
  });

  it('begins another file when one is full, and keeps five', () => {
    const log = opened(dir);
    const line = 'x'.repeat(7_000);
    for (let count = 0; count < 160 * 7; count++) log.write(`${String(count)} ${line}`);
    const names = readdirSync(dir).sort();
    expect(names).toEqual(['zhupi.1.log', 'zhupi.2.log', 'zhupi.3.log', 'zhupi.4.log', 'zhupi.log']);
    expect(names).toHaveLength(FILES_KEPT);
    for (const name of names) expect(statSync(join(dir, name)).size).toBeLessThanOrEqual(FULL_BYTES);
    expect(readFileSync(logFile(dir), 'utf8')).toContain(`${String(160 * 7 - 1)} x`);
    const first = (name: string): number => Number(readFileSync(join(dir, name), 'utf8').split(' ')[1]);
    expect(first('zhupi.1.log')).toBeLessThan(first('zhupi.log'));
    expect(first('zhupi.2.log')).toBeLessThan(first('zhupi.1.log'));
  });

  it('breaks nothing where it cannot be written', () => {
    writeFileSync(join(dir, 'file'), '');
    const echo = vi.fn(() => {
      throw new Error('the terminal is closed');
    });
    const log = new FileLog({ clock: () => NOON, echo });
    log.open(join(dir, 'file'));
    expect(() => {
      log.write('lost');
    }).not.toThrow();
    expect(echo).toHaveBeenCalledTimes(1);
  });
});

describe('faults of the page', () => {
  it('are written down twenty a minute, and then counted', () => {
    let now = 0;
    const log = vi.fn();
    const report = reportsInto(log, () => now);
    for (let count = 0; count < 50; count++) report({ name: 'TypeError', stack: 'at a:1:2' });
    expect(log).toHaveBeenCalledTimes(20);
    now = 60_000;
    report({ name: 'RangeError', stack: '' });
    expect(log.mock.calls.slice(20)).toEqual([['30 more faults of the page'], ['a fault of the page: RangeError']]);
  });
});
