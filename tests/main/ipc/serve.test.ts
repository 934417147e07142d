import { describe, expect, it, vi } from 'vitest';
import { REQUEST_CHANNELS, type RequestChannel } from '#core/ipc/channels';
import { contract, type Handlers } from '#core/ipc/contract';
import { isOwnFrame } from '../../../main/ipc/own-frames';
import { serve, type ServeParts } from '../../../main/ipc/serve';

type Listener = Parameters<ServeParts['ipcMain']['handle']>[1];
type Event = Parameters<ServeParts['isOurs']>[0];

const eventFrom = (url: string, parent: object | null = null): Event =>
  // A fake of the one part of Electron's event that is looked at.
  ({ senderFrame: { url, parent } }) as Event;

const own = eventFrom('app://bundle/index.html');

const changes = [{ table: 'settings', record: { key: 'k', value: 1 } }];
const tables = ['settings', 'texts', 'editions', 'annotations', 'bookmarks', 'corrections', 'positions'];
const fingerprint = Object.fromEntries(tables.map((table) => [table, { count: 0, hash: '0' }]));
const damaged = [{ file: 'a', line: 1, ids: [], quotes: [] }];

const good: Readonly<Record<RequestChannel, { request: unknown; reply: unknown }>> = {
  'library.list': { request: undefined, reply: [{ id: 'bundled:a.txt', title: 'a', fileName: 'a.txt' }] },
  'library.read': {
    request: { id: 'bundled:a.txt' },
    reply: { ok: false, reason: { kind: 'missing', fileName: 'a.txt' } },
  },
  'export.save': {
    request: { suggestedName: '名', format: 'markdown', content: { kind: 'text', text: '# 名' } },
    reply: { kind: 'cancelled' },
  },
  'export.cancel': { request: undefined, reply: undefined },
  'import.open': {
    request: undefined,
    reply: { kind: 'opened', fileName: 'a.json', bytes: Uint8Array.of(0x50, 0x4b) },
  },
  'corrections.save': {
    request: { suggestedName: '更正', text: '全局\t全局\n' },
    reply: { kind: 'saved', fileName: 'a' },
  },
  'corrections.open': { request: undefined, reply: { kind: 'opened', fileName: 'a.txt', text: '全局\t全局\n' } },
  'backup.save': { request: { suggestedName: 'Zhupi', text: '{}' }, reply: { kind: 'saved', fileName: 'a' } },
  'backup.open': { request: undefined, reply: { kind: 'failed', reason: 'too-large', fileName: 'a' } },
  'backup.status': { request: undefined, reply: { version: '1', isDue: false } },
  'backup.choose-folder': { request: undefined, reply: { version: '1', folder: 'a', isDue: true } },
  'backup.stop': { request: undefined, reply: { version: '1', isDue: false } },
  'backup.automatic': {
    request: { text: '{}' },
    reply: { version: '1', folder: 'a', last: 1, failure: 'full', isDue: false },
  },
  'profile.copy': { request: undefined, reply: { kind: 'copied', folderName: 'a' } },
  'preferences.set': { request: { language: 'zh-Hant', theme: 'dark' }, reply: undefined },
  'keys.set': { request: { changed: { note: ['M'] } }, reply: undefined },
  'journal.append': { request: { changes }, reply: { ok: true, seq: 1, id: 'j' } },
  'journal.void': { request: { seq: 1 }, reply: { ok: false, reason: 'full' } },
  'journal.summary': {
    request: { seen: { id: 'j', seq: 1 } },
    reply: { kind: 'read', id: 'j', seq: 1, fingerprint, damaged, torn: damaged, missing: 0 },
  },
  'journal.state': { request: undefined, reply: changes.map((change) => ({ change, seq: 1 })) },
  'journal.fetch': { request: { table: 'texts', key: 't' }, reply: changes },
  'journal.settled': { request: undefined, reply: undefined },
  'journal.check': {
    request: undefined,
    reply: {
      ...{ files: 1, entries: 1, records: 1, damaged, missing: 0, fingerprint },
      snapshots: { good: 1, damaged: ['a.snapshot'] },
    },
  },
  'window.flushed': { request: { kept: true }, reply: undefined },
  'sight.keep': {
    request: {
      sight: {
        ...{ root: { lang: 'en' }, rules: [{ width: '1px' }], sheets: ['a-1.css'], fonts: ['a-1.woff2'] },
        tree: [['p', {}, ['字']]],
      },
    },
    reply: undefined,
  },
  'window.open': { request: { textId: 'bundled:a.txt' }, reply: undefined },
  'window.zoom': { request: { by: 'in' }, reply: undefined },
  'print.start': { request: { html: '<p>字</p>', lines: 'vertical' }, reply: { kind: 'cancelled' } },
  'profile.refused': { request: undefined, reply: undefined },
  'log.report': { request: { name: 'TypeError', stack: 'at a (app://bundle/a.js:1:2)' }, reply: undefined },
  'log.show': { request: undefined, reply: { shown: true } },
};

const malformed: Readonly<Record<RequestChannel, readonly unknown[]>> = {
  'library.list': [{}, 'all', 0, null],
  'library.read': [undefined, {}, { id: 7 }, { id: '' }, { id: 'a', path: '/etc/passwd' }, ['a']],
  'export.save': [
    { suggestedName: 'a', format: '', content: { kind: 'text', text: '' } },
    { suggestedName: 'a', format: 'x'.repeat(41), content: { kind: 'text', text: '' } },
    { suggestedName: 'a', format: 'markdown', content: { kind: 'exe', text: '' } },
    { suggestedName: '', format: 'markdown', content: { kind: 'text', text: '' } },
    { suggestedName: 'a', extension: 'md', text: '', path: '/etc/passwd' },
  ],
  'export.cancel': [{}, { suggestedName: 'a' }, true, null],
  'corrections.save': [
    { suggestedName: '', text: '' },
    { suggestedName: 'a' },
    { suggestedName: 'a', text: '', extension: 'exe' },
    { suggestedName: 'a', text: '', path: '/etc/passwd' },
  ],
  'import.open': [{}, { path: '/etc/passwd' }, '/etc/passwd', null],
  'corrections.open': [{}, { path: '/etc/passwd' }, '/etc/passwd', null],
  'backup.save': [{ suggestedName: '', text: '' }, { text: '' }, { suggestedName: 'a', text: '', path: '/etc/passwd' }],
  'backup.open': [{}, { path: '/etc/passwd' }, '/etc/passwd', null],
  'backup.status': [{}, null],
  'backup.choose-folder': [{}, { folder: '/etc' }, '/etc', null],
  'backup.stop': [{}, null],
  'backup.automatic': [undefined, {}, { text: 1 }, { text: '', folder: '/etc' }],
  'profile.copy': [{}, { folder: '/etc' }, '/etc', null],
  'preferences.set': [{ language: 'tlh', theme: 'dark' }, { language: 'en' }, { theme: 'dark' }, null],
  'keys.set': [{}, { changed: 'N' }, { changed: {}, path: '/etc/passwd' }, undefined],
  'journal.append': [
    { changes: [] },
    { changes: [{ table: 'files', record: {} }] },
    { changes: [{ table: 'settings', record: 'k' }] },
    { changes, path: '/etc/passwd' },
    undefined,
  ],
  'journal.void': [{}, { seq: 0 }, { seq: 1.5 }, null],
  'journal.summary': [undefined, { seen: { id: 'j' } }, { path: '/etc/passwd' }, null],
  'journal.state': [{ table: 'texts' }, null],
  'journal.fetch': [{ table: 'settings', key: 'k' }, { table: 'texts' }, undefined],
  'journal.settled': [{}, true],
  'journal.check': [{ file: '/etc/passwd' }, null],
  'window.flushed': [{}, { kept: 'yes' }, true],
  'sight.keep': [
    undefined,
    { sight: '<p>字</p>' },
    { sight: { root: {}, rules: [], sheets: [], fonts: [], tree: [['script', {}, ['alert()']]] } },
    { sight: { root: {}, rules: [], sheets: ['../../a.css'], fonts: [], tree: [] } },
    { sight: { root: {}, rules: [], sheets: [], fonts: ['../a.woff2'], tree: [] } },
    { sight: { root: {}, rules: [], sheets: [], fonts: [], tree: [], path: '/etc/passwd' } },
  ],
  'window.open': [undefined, { textId: '' }, { textId: 7 }, { url: 'https://example.org' }],
  'window.zoom': [{}, { by: 3 }, { by: 'in', factor: 9 }, undefined],
  'print.start': [
    ...[{}, { html: '' }, { html: 7, lines: 'vertical' }, { html: '', lines: 'across' }],
    ...[{ html: '', lines: 'vertical', silent: true }, { html: '', lines: 'vertical', deviceName: 'a' }, undefined],
  ],
  'profile.refused': [{}, true, null],
  'log.report': [
    { name: 'TypeError' },
    { name: '', stack: '' },
    { name: 'a'.repeat(101), stack: '' },
    { name: 'a', stack: 'b'.repeat(4_001) },
    { name: 'a', stack: '', message: 'what somebody wrote' },
  ],
  'log.show': [{}, '/etc', null],
};

function serving() {
  const listeners = new Map<string, Listener>();
  const calls = vi.fn((channel: RequestChannel) => good[channel].reply);
  const handlers = Object.fromEntries(REQUEST_CHANNELS.map((channel) => [channel, () => calls(channel)]));
  const log = vi.fn<(line: string) => void>();
  serve({
    ipcMain: { handle: (channel, listener) => void listeners.set(channel, listener) },
    // The table is built from the channel names, so it has a handler for each.
    handlers: handlers as unknown as Handlers,
    isOurs: isOwnFrame,
    during: (_event, run) => run(),
    log,
  });
  // A listener may throw at once, which ipcMain turns into a rejection.
  const ask = (channel: RequestChannel, payload: unknown, event = own): Promise<unknown> =>
    Promise.resolve().then((): unknown => listeners.get(channel)?.(event, payload));
  return { ask, calls, log };
}

describe.each(REQUEST_CHANNELS)('the channel %s', (channel) => {
  it('answers a good request with a reply that fits the contract', async () => {
    const { ask, calls, log } = serving();
    const reply = await ask(channel, good[channel].request);
    expect(contract[channel].reply.safeParse(reply).success).toBe(true);
    expect(calls).toHaveBeenCalledExactlyOnceWith(channel);
    expect(log).not.toHaveBeenCalled();
  });

  it('refuses malformed requests before the handler runs, and logs them once', async () => {
    const { ask, calls, log } = serving();
    for (const payload of malformed[channel]) await expect(ask(channel, payload)).rejects.toThrow('malformed request');
    expect(calls).not.toHaveBeenCalled();
    expect(log).toHaveBeenCalledTimes(1);
  });

  it.each([
    ['another site', eventFrom('https://example.com/')],
    ['another host of the scheme', eventFrom('app://other/index.html')],
    ['a site whose name begins like ours', eventFrom('app://bundle.example.com/')],
    ['a frame inside our page', eventFrom('app://bundle/index.html', {})],
    ['a frame that is gone', { senderFrame: null } as Event],
  ])('refuses %s', async (_name, event) => {
    const { ask, calls } = serving();
    await expect(ask(channel, good[channel].request, event)).rejects.toThrow('not from this application');
    expect(calls).not.toHaveBeenCalled();
  });
});
