import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Sight } from '#core/ipc/sight-contract';
import { LastSight } from '../../../main/window/last-sight';

const SIGHT: Sight = {
  ...{ root: { lang: 'en' }, rules: [{ width: '1px' }], sheets: [], fonts: ['a-1.woff2', 'b-2.woff2'] },
  tree: [['p', {}, ['字']]],
};
const BUILT = '<html lang="en"><head></head><body><div id="root"></div></body></html>';

let folder = '';
const log = vi.fn();

const at = (version = '1.0.0'): LastSight =>
  new LastSight({ file: join(folder, 'sight.json'), page: join(folder, 'index.html'), version, log });

/** A start that has taken up what was left by the last end. */
function started(version?: string): LastSight {
  const sight = at(version);
  sight.take('light');
  return sight;
}

function ended(sight: Sight | undefined): void {
  const last = at();
  last.hold(sight);
  last.write();
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'zhupi-sight-'));
  writeFileSync(join(folder, 'index.html'), BUILT);
  log.mockClear();
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

describe('the last sight', () => {
  it('stands in the first page of the next start, and in no other', () => {
    ended(SIGHT);
    const sight = started();
    expect(sight.serve('/print.html')).toBeUndefined();
    expect(sight.serve('/index.html')).toContain('<p>字</p>');
    expect(sight.serve('/index.html')).toBeUndefined();
    expect(sight.serve('/last-sight.css')).toContain('width: 1px;');
  });

  it('asks ahead for fonts that were built, and for nothing else', () => {
    mkdirSync(join(folder, 'assets'));
    writeFileSync(join(folder, 'assets/b-2.woff2'), '');
    ended(SIGHT);
    const page = started().serve('/index.html');
    expect(page?.match(/href="[^"]*woff2"/g)).toEqual(['href="./assets/b-2.woff2"']);
  });

  it('is taken away by the start that shows it, so that none is left after a crash', () => {
    ended(SIGHT);
    started();
    expect(existsSync(join(folder, 'sight.json'))).toBe(false);
    expect(started().serve('/index.html')).toBeUndefined();
  });

  it('is written only when the program ends, and only if it is still held', () => {
    const last = at();
    last.hold(SIGHT);
    expect(existsSync(join(folder, 'sight.json'))).toBe(false);
    last.hold(undefined);
    last.write();
    expect(existsSync(join(folder, 'sight.json'))).toBe(false);
  });

  it.each([
    ['of another version', () => undefined, '1.0.1'],
    [
      'of another build',
      () => {
        writeFileSync(join(folder, 'index.html'), BUILT.replace('root', 'root '));
      },
      '1.0.0',
    ],
    [
      'that breaks off',
      () => {
        writeFileSync(join(folder, 'sight.json'), '{"stamp":"1.0.0 ');
      },
      '1.0.0',
    ],
    [
      'of anything else',
      () => {
        writeFileSync(join(folder, 'sight.json'), '[7]');
      },
      '1.0.0',
    ],
  ])('is none if the file is one %s, and goes away', (_what, change, version) => {
    ended(SIGHT);
    change();
    const sight = started(version);
    expect(sight.serve('/index.html')).toBeUndefined();
    expect(sight.serve('/last-sight.css')).toBeUndefined();
    expect(existsSync(join(folder, 'sight.json'))).toBe(false);
  });

  it('is none if what is in the file is no sight, whatever its stamp', () => {
    ended({ ...SIGHT, tree: [['script', {}, ['alert(1)']]] });
    expect(started().serve('/index.html')).toBeUndefined();
  });

  it('keeps no program from ending where it cannot be written', () => {
    rmSync(join(folder, 'index.html'));
    expect(() => {
      ended(SIGHT);
    }).not.toThrow();
    expect(log).toHaveBeenCalledOnce();
  });
});
