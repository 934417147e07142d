import { expect, it } from 'vitest';
import { ProjectorsElsewhere } from '../../renderer/projectors-elsewhere';

type Read = ConstructorParameters<typeof ProjectorsElsewhere>[0];

/** Texts of which one is there, and the ids of those that were read. */
function texts() {
  const read: string[] = [];
  const get: Read['get'] = (id) => {
    read.push(id);
    return Promise.resolve(id === 'there' ? { script: 'hans' } : undefined);
  };
  const made = new ProjectorsElsewhere({ get });
  const next = (): Promise<void> =>
    new Promise((done) => {
      const stop = made.subscribe(() => {
        stop();
        done();
      });
    });
  return { read, made, next };
}

it('reads no text that nothing was asked of, and each once, however often the script is switched', async () => {
  const { read, made, next } = texts();
  expect(read).toEqual([]);
  for (const mode of ['taiwan', 'original', 'taiwan', 'hong-kong'] as const) {
    const first = made.current();
    const known = first.projectorOf('there', mode);
    if (known !== undefined) continue;
    await next();
    expect(made.current()).not.toBe(first);
    expect(made.current().projectorOf('there', mode)).toBeDefined();
  }
  expect(read).toEqual(['there']);
  expect(made.current().scriptOf('there')).toBe('hans');
  expect(made.current().scriptOf('elsewhere')).toBeUndefined();
  expect(made.current().projectorOf('there', 'taiwan')?.project('发展').display).toBe('發展');
});

it('asks for what cannot be had once, and shows together what was asked for together', async () => {
  const { read, made, next } = texts();
  let times = 0;
  made.subscribe(() => times++);
  const done = next();
  for (const id of ['gone', 'there', 'gone']) expect(made.current().projectorOf(id, 'taiwan')).toBeUndefined();
  await done;
  expect(times).toBe(1);
  expect(made.current().projectorOf('gone', 'taiwan')).toBeUndefined();
  expect(read).toEqual(['gone', 'there']);
});

it('takes up the script of another edition', async () => {
  const { made, next } = texts();
  made.current().projectorOf('there', 'taiwan');
  await next();
  made.know('there', 'hant');
  expect(made.current().projectorOf('there', 'taiwan')).toBeUndefined();
  await next();
  expect(made.current().projectorOf('there', 'taiwan')).toBeDefined();
});
