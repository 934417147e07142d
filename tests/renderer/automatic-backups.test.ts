import { expect, it, vi } from 'vitest';
import type { BackupStatus } from '#core/ipc/backup-contract';
import { AutomaticBackups } from '../../renderer/automatic-backups';
import type { Bridge } from '../../renderer/platform/bridge';

/** Main as it answers about backups: one is due until it was written. */
function served(due: boolean) {
  const state = { due };
  const status = (): BackupStatus => ({ version: '1.2', folder: 'a', isDue: state.due });
  const asked: string[] = [];
  const request = (channel: string): Promise<BackupStatus> => {
    asked.push(channel);
    if (channel === 'backup.automatic') state.due = false;
    return Promise.resolve(status());
  };
  // A fake of the few channels that are asked.
  return { state, asked, bridge: { request: request as unknown as Bridge['request'] } };
}

it('makes one when it is due, none when it is not, and one again on another day', async () => {
  const { state, asked, bridge } = served(true);
  const make = vi.fn((version: string) => Promise.resolve(`backup of ${version}`));
  const automatic = new AutomaticBackups(bridge, { make });
  let tick = (): void => undefined;
  automatic.start((_delayMs, then) => {
    tick = then;
  });
  await automatic.look();
  expect(make.mock.calls).toEqual([['1.2']]);
  tick();
  await automatic.look();
  expect(make).toHaveBeenCalledTimes(1);
  state.due = true;
  tick();
  await automatic.look();
  expect(make).toHaveBeenCalledTimes(2);
  expect(asked.filter((channel) => channel === 'backup.automatic')).toHaveLength(2);
});

it('says that one could not be made, and goes on looking', async () => {
  const { asked, bridge } = served(true);
  const make = vi.fn(() => Promise.reject(new Error('closed')));
  const automatic = new AutomaticBackups(bridge, { make });
  const heard = vi.fn();
  automatic.subscribe(heard);
  await automatic.look();
  expect(automatic.current()).toMatchObject({ folder: 'a', failure: 'other' });
  await automatic.look();
  expect(make).toHaveBeenCalledTimes(2);
  expect(asked).not.toContain('backup.automatic');
  expect(heard).toHaveBeenCalled();
});
